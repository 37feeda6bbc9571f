import Civic
import Markup

extension Figures {
    /// Lines for some series over time, each with its name and last number at its end. Counts begin at zero; what is no count (an index,
    /// a temperature) may begin elsewhere, and the figure then says so. Series of one tone differ by their strokes.
    public func lines(_ words: Words, periods: [String], _ series: [Series], fromZero: Bool = true) -> HTML {
        let values = series.flatMap { each in periods.indices.compactMap { each.value($0) } }
        guard let scale = Scale(covering: values, fromZero: fromZero, atMost: 6) else { return empty(words) }
        let named = series.flatMap { each in periods.indices.map { (name: "\(each.name), \(periods[$0])", value: each.value($0)) } }
        let drawing = Drawing.both(words, title: texts["figures.lines"], summary: summary(named)) { form in
            LineDrawing(periods: periods, series: series, scale: scale, number: number).drawn(form)
        }
        let notes = [
            gaps(series, periods), scale.low > 0 || scale.high < 0 ? texts["figures.notZero"] : nil,
        ]
        return frame(words, drawing: drawing, notes: notes.compactMap(\.self), table: table(words, periods: periods, series))
    }
}

/// How lines and the labels at their ends are laid out.
struct LineDrawing {
    let periods: [String]
    let series: [Figures.Series]
    let scale: Scale
    let number: (Double) -> String

    private static let labelHeight = 42.0

    /// The last value of a series that has any.
    private struct End {
        let series: Figures.Series
        let index: Int
        let value: Double
    }

    func drawn(_ form: Drawing.Form) -> (height: Double, content: HTML) {
        let ends = series.compactMap { each in
            periods.indices.last { each.value($0) != nil }.flatMap { index in
                each.value(index).map { End(series: each, index: index, value: $0) }
            }
        }
        let height = max(form == .small ? 280.0 : 340, Double(ends.count) * Self.labelHeight + 40)
        let widest = ends.map { max(Lettering.width($0.series.name, isBold: true), Lettering.width(number($0.value))) }.max() ?? 0
        let room = min(widest, form.width * 0.36)
        let plot = Plot(
            periods: periods, scale: scale, left: Plot.margin(scale, number), right: form.width - room - 16, top: 14, floor: height - 30,
            width: form.width)
        var content = plot.ticks(number) + plot.axis
        var strokes: [Figures.Tone: Int] = [:]
        for each in series {
            content.append(line(each, plot, stroke: strokes[each.tone, default: 0]))
            strokes[each.tone, default: 0] += 1
        }
        let places = Spreading.places(ends.map { plot.y($0.value) }, gap: Self.labelHeight, within: 24...(height - 24))
        for (end, y) in zip(ends, places) { content.append(label(end, plot, y: y, room: room)) }
        return (height, content + plot.names)
    }

    /// A path for each run of values; a value alone is a dot.
    private func line(_ series: Figures.Series, _ plot: Plot, stroke: Int) -> HTML {
        var path = ""
        var dots: [Int] = []
        for index in periods.indices {
            guard let value = series.value(index) else { continue }
            let continues = index > 0 && series.value(index - 1) != nil
            path += "\(continues ? "L" : "M")\(Coordinate.text(plot.x(index))) \(Coordinate.text(plot.y(value)))"
            if !continues && series.value(index + 1) == nil { dots.append(index) }
        }
        let dash = Self.dashes[stroke % Self.dashes.count]
        return """
            <path class="\(series.tone.rawValue) stroke"\(Attribute("stroke-dasharray", dash)) d="\(path)"/>
            \(each: dots, { index in dot(series, plot, index) })
            """
    }

    private func dot(_ series: Figures.Series, _ plot: Plot, _ index: Int) -> HTML {
        guard let value = series.value(index) else { return HTML() }
        return "<circle class=\"\(series.tone.rawValue)\" cx=\"\(at: plot.x(index))\" cy=\"\(at: plot.y(value))\" r=\"4\"/>\n"
    }

    private func label(_ end: End, _ plot: Plot, y: Double, room: Double) -> HTML {
        let (from, to) = (plot.x(end.index) + 6, plot.right + 10)
        let leader = abs(y - plot.y(end.value)) > 6 || to - from > 24 ? Drawing.line("axis", from, plot.y(end.value), to, y) : HTML()
        return dot(end.series, plot, end.index) + leader
            + Drawing.label(end.series.name, x: to + 4, y: y - 3, room: room, kind: "label strong \(end.series.tone.rawValue)")
            + Drawing.label(number(end.value), x: to + 4, y: y + 15, room: room)
    }

    private static let dashes: [String?] = [nil, "8 5", "2 5", "12 4 2 4"]
}
