import Civic
import Markup

/// Charts and maps, drawn on the server as SVG: without script, in the colours of the theme, with all their numbers in a table beneath.
///
/// Each function gives a whole `<figure>`: the sentence that says what it shows, the drawing, and the table in a `<details>`. A drawing
/// comes in two forms, for narrow and for wide places, and the style sheet shows the one that fits the room that the figure has. A value
/// that is missing (nil, or not finite) is a gap and the words for 'no data', never a zero. Without any value the figure says so.
public struct Figures: Sendable {
    let texts: Texts
    let number: @Sendable (Double) -> String
    let isListed: Bool

    /// `number` writes a value as people read it; by default as the language does, with one decimal at most. `isListed` when the page
    /// itself lists what the figure shows, right beside it and with the same links: the figure has no table then, it is not read out
    /// besides, and its links are short ways for whoever points at them.
    public init(texts: Texts, isListed: Bool = false, number: (@Sendable (Double) -> String)? = nil) {
        self.texts = texts
        self.isListed = isListed
        self.number = number ?? { texts.number($0) }
    }

    /// What a figure says in words.
    public struct Words: Sendable {
        /// Begins the ids inside of the figure: letters, digits and hyphens, another one for each figure of a page.
        public let id: String
        /// A sentence that says what the figure shows: not 'visits by month' but 'visits have doubled since March'.
        public let caption: String
        /// What the rows of the table are: `Region`.
        public let category: String
        /// What the numbers count, with its unit: `People`.
        public let measure: String
        /// Where the numbers come from, and of which day they are.
        public let source: String?

        public init(id: String, caption: String, category: String, measure: String, source: String? = nil) {
            self.id = id
            self.caption = caption
            self.category = category
            self.measure = measure
            self.source = source
        }
    }

    /// Which colour a series has. It never stands alone: the name is written beside it.
    public enum Tone: String, Sendable, CaseIterable {
        /// The sea: what people do by themselves, on the web or at a kiosk.
        case selfService = "self"
        /// Copper: what somebody does with them, at a desk or on the telephone.
        case assisted
    }

    /// Values in the order of the figure's periods, under a name.
    public struct Series: Sendable {
        public let name: String
        public let tone: Tone
        /// One for each period; nil where there is none.
        public let values: [Double?]

        public init(_ name: String, _ values: [Double?], tone: Tone = .selfService) {
            self.name = name
            self.tone = tone
            self.values = values
        }

        /// The value of a period, if there is one that can be drawn.
        func value(_ index: Int) -> Double? {
            values.indices.contains(index) ? values[index].flatMap { $0.isFinite ? $0 : nil } : nil
        }
    }

    /// What a value is called: the number, or the words for 'no data'.
    func words(_ value: Double?) -> String { value.map(number) ?? texts["figures.missing"] }
}
