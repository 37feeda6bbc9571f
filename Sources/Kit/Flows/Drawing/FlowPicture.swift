import Typography

/// Where the boxes of a drawing stand: each to the right of all that it depends on, right before what needs it first. Measures are in pixels.
public struct FlowPicture: Sendable {
    public struct Box: Sendable {
        public enum Kind: String, Sendable, CaseIterable { case fact, question, date, value, parameter, rule, decision, stage, stop, paper }

        public let kind: Kind
        public let lines: [String]
        public let x: Int
        public let y: Int
        public let width: Int
        public let height: Int
    }

    /// A stretch of a line: from one column to the next, or past the boxes of a column.
    public struct Arrow: Sendable {
        public let from: (x: Int, y: Int)
        public let to: (x: Int, y: Int)
        /// Whether it ends at a box.
        public let isLast: Bool
    }

    public static let width = 220
    /// Between two lines of words.
    public static let line = 17
    /// So many letters fit between the sides of every shape.
    private static let letters = 27
    /// The legend is seen without sliding the picture.
    private static let mostLegend = 860
    private static let sample = (width: 44, height: 26)

    public let boxes: [Box]
    public let arrows: [Arrow]
    /// What each kind of box stands for: a small one, with its words beside it.
    public let legend: [Box]
    public let size: (width: Int, height: Int)

    public init(_ drawing: FlowDrawing) {
        let lines = Dictionary(drawing.boxes.map { ($0.id, Self.wrapped($0.words)) }) { first, _ in first }
        let layout = FlowLayout(drawing, heights: lines.mapValues { $0.count * Self.line + 22 })
        let (legend, top) = Self.legend(drawing.legend, within: layout.size.width)
        self.legend = legend
        boxes = drawing.boxes.map { box in
            let (x, y) = layout.corner(box.id)
            return Box(
                kind: box.kind, lines: lines[box.id] ?? [], x: x, y: y + top, width: Self.width, height: layout.height(of: box.id))
        }
        arrows = layout.arrows.map { arrow in
            Arrow(from: (arrow.from.x, arrow.from.y + top), to: (arrow.to.x, arrow.to.y + top), isLast: arrow.isLast)
        }
        size = (layout.size.width, layout.size.height + top)
    }

    /// In rows across the picture; with how high they are together.
    private static func legend(_ kinds: [(kind: Box.Kind, words: String)], within width: Int) -> ([Box], high: Int) {
        let (edge, cell) = (8, Self.width + 60)
        let each = max(1, (min(width, mostLegend) - edge) / cell)
        let boxes = kinds.enumerated().map { place, key in
            Box(
                kind: key.kind, lines: [key.words], x: edge + place % each * cell, y: edge + place / each * (sample.height + 10),
                width: sample.width, height: sample.height)
        }
        return (boxes, (kinds.count + each - 1) / each * (sample.height + 10) + 2 * edge)
    }

    private static func wrapped(_ words: String) -> [String] {
        var lines: [String] = []
        for part in words.split(separator: "\n") {
            var line = ""
            for word in Unbroken.text(String(part)).split(separator: " ") {
                if !line.isEmpty, line.count + word.count >= letters {
                    lines.append(line)
                    line = ""
                }
                line += (line.isEmpty ? "" : " ") + word
            }
            lines.append(line)
        }
        return lines
    }
}

extension FlowPicture.Box.Kind {
    /// Under dark letters.
    public var fill: String {
        switch self {
        case .fact: "#cfe3f2"
        case .question: "#ffffff"
        case .value: "#f3e9d2"
        case .parameter: "#fbf7e6"
        case .date: "#e6dcf3"
        case .rule: "#ffe9a8"
        case .decision: "#c5e6cf"
        case .stage: "#dfe4e9"
        case .stop: "#f8d5c8"
        case .paper: "#f0f2f4"
        }
    }
}
