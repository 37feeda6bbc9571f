import Civic
import Markup

extension Figures {
    /// Many small charts of columns, one for each series, all with the same scale from zero, so that they can be compared at a glance.
    public func multiples(_ words: Words, periods: [String], _ series: [Series]) -> HTML {
        let values = series.flatMap { each in periods.indices.compactMap { each.value($0) } }
        guard let scale = Scale(covering: values) else { return empty(words) }
        let panels = series.enumerated().map { index, each in
            panel(each, id: "\(words.id)-\(index + 1)", periods: periods, scale)
        }
        return frame(
            words, drawing: "<div class=\"multiples\">\n\(panels)</div>", notes: [gaps(series, periods)].compactMap(\.self),
            table: table(words, periods: periods, series))
    }

    private func panel(_ series: Series, id: String, periods: [String], _ scale: Scale) -> HTML {
        let values = periods.indices.map { series.value($0) }
        let (width, height) = (180.0, 120.0)
        let plot = Plot(periods: periods, scale: scale, left: 0, right: width, top: 24, floor: height - 26, width: width)
        let thick = min(plot.slot * 0.72, 40)
        let columns = values.indices.compactMap { index -> HTML? in
            guard let value = values[index] else { return nil }
            let (top, bottom) = (min(plot.y(value), plot.base), max(plot.y(value), plot.base))
            return """
                <rect class="\(series.tone.rawValue)" x="\(at: plot.x(index) - thick / 2)" y="\(at: top)" width="\(at: thick)" \
                height="\(at: bottom - top)"/>

                """
        }
        let ends = [periods.indices.first, periods.indices.last].compactMap(\.self).map { index in
            Drawing.label(
                periods[index], x: index == 0 ? 0 : width, y: height - 6, index == 0 ? .start : .end, room: width / 2 - 6,
                kind: "label quiet")
        }
        let last = values.indices.last { values[$0] != nil }
        let number = last.flatMap { index in
            values[index].map { value in
                Drawing.label(
                    self.number(value), x: min(width, plot.x(index) + thick / 2), y: min(plot.y(value), plot.base) - 7, .end,
                    kind: "label strong halo")
            }
        }
        return """
            <div><p>\(series.name)</p>
            <svg viewBox="0 0 \(at: width) \(at: height)" role="img" aria-labelledby="\(id)-t \(id)-d">\
            <title id="\(id)-t">\(texts["figures.columns"])</title>\
            <desc id="\(id)-d">\(series.name): \(summary(zip(periods, values).map { (name: $0, value: $1) }))</desc>
            \(columns)\(plot.axis)\(number)\(ends)</svg></div>

            """
    }
}
