import Civic
import Markup

extension Figures {
    /// The figure around a drawing. `notes` are sentences that stand under it.
    func frame(_ words: Words, drawing: HTML, notes: [String] = [], table: HTML) -> HTML {
        """
        <figure class="figure" id="\(words.id)">
        <figcaption id="\(words.id)-says">\(words.caption)</figcaption>
        \(drawing)
        \(each: notes, { "<p class=\"quiet\">\($0)</p>\n" })\
        \(with: words.source, { "<p class=\"quiet\">\(texts["figures.source"]) \($0)</p>\n" })\
        \(when: !isListed, unfolding(words, table))</figure>

        """
    }

    private func unfolding(_ words: Words, _ table: HTML) -> HTML {
        """
        <details><summary>\(texts["figures.table"])</summary>
        <div class="scroll" role="region" tabindex="0" aria-labelledby="\(words.id)-says"><table aria-labelledby="\(words.id)-says">
        \(table)</table></div>
        </details>

        """
    }

    /// The figure when there is nothing to draw.
    func empty(_ words: Words) -> HTML {
        """
        <figure class="figure" id="\(words.id)">
        <figcaption id="\(words.id)-says">\(words.caption)</figcaption>
        <p class="quiet">\(texts["figures.empty"])</p>
        \(with: words.source, { "<p class=\"quiet\">\(texts["figures.source"]) \($0)</p>\n" })\
        </figure>

        """
    }

    /// The sentence that a screen reader says instead of the drawing: how many values, the least and the greatest with their names.
    func summary(_ values: [(name: String, value: Double?)]) -> String {
        let known = values.compactMap { pair in pair.value.map { (name: pair.name, value: $0) } }
        guard let least = known.min(by: { $0.value < $1.value }), let most = known.max(by: { $0.value < $1.value }) else {
            return texts["figures.empty"]
        }
        return texts(
            "figures.summary",
            [
                "count": texts.number(known.count), "low": number(least.value), "lowName": least.name, "high": number(most.value),
                "highName": most.name,
            ])
    }

    /// A sentence that names what has no value; nil when everything has one.
    func gaps(_ names: [String]) -> String? {
        names.isEmpty ? nil : texts("figures.gaps", ["places": names.joined(separator: ", ")])
    }
}

extension Figures {
    /// A sentence that names the series with gaps, each with its periods.
    func gaps(_ series: [Series], _ periods: [String]) -> String? {
        gaps(
            series.compactMap { each in
                let missing = periods.indices.filter { each.value($0) == nil }.map { periods[$0] }
                return missing.isEmpty ? nil : "\(each.name) (\(missing.joined(separator: ", ")))"
            })
    }
}

/// One SVG of a figure, which stands for its whole content: what is written in it is not read twice.
struct Drawing {
    /// The place that it is drawn for.
    enum Form: String, CaseIterable {
        case small, large

        /// The width of the drawing in its own units.
        var width: Double { self == .small ? 330 : 720 }
    }

    let id: String
    let form: Form
    let height: Double
    let title: String
    let summary: String
    let content: HTML

    var html: HTML {
        """
        <svg class="\(form.rawValue)" viewBox="0 0 \(at: form.width) \(at: height)" role="img" \
        aria-labelledby="\(id)-\(form.rawValue)-t \(id)-\(form.rawValue)-d">\
        <title id="\(id)-\(form.rawValue)-t">\(title)</title><desc id="\(id)-\(form.rawValue)-d">\(summary)</desc>
        \(content)</svg>

        """
    }

    /// Both forms, one after the other: the style sheet shows one of them, to eyes and to screen readers alike.
    static func both(_ words: Figures.Words, title: String, summary: String, _ draw: (Form) -> (height: Double, content: HTML)) -> HTML {
        Form.allCases.map { form in
            let (height, content) = draw(form)
            return Drawing(id: words.id, form: form, height: height, title: title, summary: summary, content: content).html
        }.joined()
    }

    /// Which end of the words stands at the point.
    enum Anchor: String {
        case start, middle, end
    }

    /// Words in the drawing. What does not fit in `room` is cut, with the whole in a title.
    static func label(
        _ words: String, x: Double, y: Double, _ anchor: Anchor = .start, room: Double = .infinity, kind: String = "label"
    ) -> HTML {
        let shown = Lettering.fit(words, in: room, isBold: kind.contains("strong"))
        return """
            <text class="\(kind)" x="\(at: x)" y="\(at: y)"\(Attribute("text-anchor", anchor == .start ? nil : anchor.rawValue))>\(shown)\
            \(when: shown != words, "<title>\(words)</title>")</text>

            """
    }

    static func line(_ kind: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> HTML {
        "<path class=\"\(kind)\" d=\"M\(at: x1) \(at: y1)L\(at: x2) \(at: y2)\"/>\n"
    }
}
