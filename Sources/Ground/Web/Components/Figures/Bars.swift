import Civic
import Markup

extension Figures {
    /// A name with its value.
    public struct Bar: Sendable {
        public let name: String
        public let value: Double?

        public init(_ name: String, _ value: Double?) {
            self.name = name
            self.value = value.flatMap { $0.isFinite ? $0 : nil }
        }
    }

    /// Bars of one modality, under its words.
    public struct BarGroup: Sendable {
        public let title: String?
        public let tone: Tone
        public let bars: [Bar]

        public init(_ bars: [Bar], title: String? = nil, tone: Tone = .selfService) {
            self.title = title
            self.tone = tone
            self.bars = bars
        }
    }

    /// Horizontal bars for things that have names. They begin at zero, and each has its number at its end. The order is the caller's:
    /// the greatest first, unless the names have an order of their own.
    public func bars(_ words: Words, _ groups: [BarGroup]) -> HTML {
        let all = groups.flatMap(\.bars)
        guard all.contains(where: { $0.value != nil }) else { return empty(words) }
        let drawing = Drawing.both(words, title: texts["figures.bars"], summary: summary(all.map { ($0.name, $0.value) })) { form in
            BarDrawing(groups: groups, form: form, words: self.words).drawn
        }
        return frame(words, drawing: drawing, table: table(words, groups.map { ($0.title, $0.bars.map { ($0.name, $0.value) }) }))
    }
}

/// How bars are laid out: in a narrow place each name stands above its bar, in a wide one at its left.
struct BarDrawing {
    let groups: [Figures.BarGroup]
    let form: Drawing.Form
    let words: (Double?) -> String
    private let left: Double
    private let right: Double
    private let low: Double
    private let high: Double

    init(groups: [Figures.BarGroup], form: Drawing.Form, words: @escaping (Double?) -> String) {
        self.groups = groups
        self.form = form
        self.words = words
        let bars = groups.flatMap(\.bars)
        let values = bars.compactMap(\.value)
        let (least, most) = (min(0, values.min() ?? 0), max(0, values.max() ?? 0))
        (low, high) = (least, least == most ? 1 : most)
        let numbers = bars.map { Lettering.width(words($0.value), isBold: true) + 10 }.max() ?? 0
        let room = min(numbers, form.width * 0.4)
        let names = form == .small ? 0 : min(form.width * 0.44, (bars.map { Lettering.width($0.name) }.max() ?? 0) + 12)
        left = names + (least < 0 ? room : 0)
        right = form.width - room
    }

    /// Where a value is on the axis. Halves keep the difference of the greatest numbers finite.
    private func x(_ value: Double) -> Double { left + (value / 2 - low / 2) / (high / 2 - low / 2) * (right - left) }

    private var row: Double { form == .small ? 52 : 36 }

    var drawn: (height: Double, content: HTML) {
        var content = HTML()
        var y = 0.0
        for group in groups {
            if let title = group.title {
                y += y == 0 ? 0 : 14
                content.append(Drawing.label(title, x: 0, y: y + 17, room: form.width, kind: "label strong \(group.tone.rawValue)"))
                y += 28
            }
            let top = y
            for bar in group.bars {
                content.append(drawn(bar, group.tone, y))
                y += row
            }
            if form == .large { content.append(Drawing.line("axis", x(0), top, x(0), y)) }
        }
        return (y, content)
    }

    private func drawn(_ bar: Figures.Bar, _ tone: Figures.Tone, _ top: Double) -> HTML {
        let (barTop, thick) = form == .small ? (top + 22, 20.0) : (top + 6, 24.0)
        let middle = barTop + thick / 2 + 5.5
        let name =
            form == .small
            ? Drawing.label(bar.name, x: 0, y: top + 15, room: form.width)
            : Drawing.label(bar.name, x: left - (low < 0 ? form.width - right : 0) - 12, y: middle, .end, room: form.width * 0.44 - 12)
        let axis = form == .small ? Drawing.line("axis", x(0), barTop - 2, x(0), barTop + thick + 2) : HTML()
        let room = form.width - right - 8
        guard let value = bar.value else {
            return name + axis + Drawing.label(words(nil), x: x(0) + 8, y: middle, kind: "label quiet")
        }
        let ends = (min(x(0), x(value)), max(x(0), x(value)))
        let number =
            value < 0
            ? Drawing.label(words(value), x: ends.0 - 8, y: middle, .end, room: room, kind: "label strong")
            : Drawing.label(words(value), x: ends.1 + 8, y: middle, room: room, kind: "label strong")
        return """
            \(name)<rect class="\(tone.rawValue)" x="\(at: ends.0)" y="\(at: barTop)" width="\(at: ends.1 - ends.0)" height="\(at: thick)"/>
            \(axis)\(number)
            """
    }
}
