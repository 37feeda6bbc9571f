import Civic
import Markup

extension Figures {
    /// Columns for one series of counts over time, from zero. Where the columns are wide enough each has its number; else there is an
    /// axis, and the last one and the greatest have theirs.
    public func columns(_ words: Words, periods: [String], _ series: Series) -> HTML {
        let values = periods.indices.map { series.value($0) }
        guard let scale = Scale(covering: values.compactMap(\.self), atMost: 6) else { return empty(words) }
        let pairs = zip(periods, values).map { (name: $0, value: $1) }
        let drawing = Drawing.both(words, title: texts["figures.columns"], summary: summary(pairs)) { form in
            ColumnDrawing(values: values, tone: series.tone, number: number).drawn(periods, scale, form)
        }
        return frame(
            words, drawing: drawing, notes: [gaps(pairs.filter { $0.value == nil }.map(\.name))].compactMap(\.self),
            table: table(words, [(nil, pairs)]))
    }
}

/// How columns are laid out.
struct ColumnDrawing {
    let values: [Double?]
    let tone: Figures.Tone
    let number: (Double) -> String

    func drawn(_ periods: [String], _ scale: Scale, _ form: Drawing.Form) -> (height: Double, content: HTML) {
        let height = form == .small ? 250.0 : 320
        let widest = values.compactMap { $0 }.map { Lettering.width(number($0), isBold: true) }.max() ?? 0
        let allFit = widest + 6 <= form.width / Double(max(1, periods.count))
        let left = allFit ? 0 : Plot.margin(scale, number)
        let plot = Plot(periods: periods, scale: scale, left: left, right: form.width, top: 26, floor: height - 30, width: form.width)
        let columns = values.indices.compactMap { index in values[index].map { column(index, $0, plot) } }.joined()
        let numbers = (allFit ? Array(values.indices) : notable(plot, widest)).compactMap { index in
            values[index].map { numbered(index, $0, plot) }
        }
        return (height, (allFit ? HTML() : plot.ticks(number)) + columns + plot.axis + numbers.joined() + plot.names)
    }

    private func column(_ index: Int, _ value: Double, _ plot: Plot) -> HTML {
        let width = min(plot.slot * 0.72, 64)
        let (top, bottom) = (min(plot.y(value), plot.base), max(plot.y(value), plot.base))
        return """
            <rect class="\(tone.rawValue)" x="\(at: plot.x(index) - width / 2)" y="\(at: top)" width="\(at: width)" \
            height="\(at: bottom - top)"/>

            """
    }

    private func numbered(_ index: Int, _ value: Double, _ plot: Plot) -> HTML {
        let half = Lettering.width(number(value), isBold: true) / 2
        let x = min(max(plot.x(index), plot.left + half), plot.right - half)
        // It stands above the columns beside it too, as far as it reaches over them.
        let under = values.indices.filter { abs(plot.x($0) - x) < half + plot.slot / 2 }.compactMap { values[$0] } + [value]
        let y = value < 0 ? plot.y(under.min() ?? value) + 18 : plot.y(under.max() ?? value) - 7
        return Drawing.label(number(value), x: x, y: y, .middle, room: plot.right - plot.left, kind: "label strong halo")
    }

    /// The last column with a value, and the greatest one when their numbers don't touch.
    private func notable(_ plot: Plot, _ widest: Double) -> [Int] {
        let known = values.indices.filter { values[$0] != nil }
        guard let last = known.last, let most = known.max(by: { (values[$0] ?? 0) < (values[$1] ?? 0) }) else { return [] }
        return abs(plot.x(last) - plot.x(most)) > widest * 1.5 + 8 ? [most, last] : [last]
    }
}
