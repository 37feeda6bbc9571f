import Markup

/// The field of a chart over time: a place for each period, from left to right, and a scale from its floor to its top.
struct Plot {
    let periods: [String]
    let scale: Scale
    let left: Double
    let right: Double
    let top: Double
    let floor: Double
    /// The width of the whole drawing, up to which names may reach.
    let width: Double

    /// The width that a period has.
    var slot: Double { (right - left) / Double(max(1, periods.count)) }

    /// The middle of a period.
    func x(_ index: Int) -> Double { left + slot * (Double(index) + 0.5) }

    func y(_ value: Double) -> Double { floor - scale.fraction(value) * (floor - top) }

    /// Where the values begin: the line of zero, or the floor when zero is not on the axis.
    var base: Double { scale.low <= 0 && scale.high >= 0 ? y(0) : floor }

    /// A thin line and its number at the left for each tick.
    func ticks(_ words: (Double) -> String) -> HTML {
        scale.ticks.map { tick in
            Drawing.line("rule", left, y(tick), right, y(tick))
                + Drawing.label(words(tick), x: left - 8, y: y(tick) + 5, .end, kind: "label quiet")
        }.joined()
    }

    var axis: HTML { Drawing.line("axis", left, base, right, base) }

    /// The names of the periods under the floor: the last one always, and before it as many as have room, evenly.
    var names: HTML {
        let widest = periods.map { Lettering.width($0) }.max() ?? 0
        let stride = max(1, Int(((widest + 10) / max(1, slot)).rounded(.up)))
        var free = Double.infinity
        var names: [HTML] = []
        for index in periods.indices.reversed() where (periods.count - 1 - index) % stride == 0 {
            let shown = Lettering.fit(periods[index], in: max(slot * Double(stride), 40))
            let half = Lettering.width(shown) / 2
            // A name at an end is moved inside of the drawing, which may take the room of the one beside it.
            let middle = max(half, min(x(index), width - half))
            guard middle + half + 6 <= free else { continue }
            free = middle - half
            names.append(Drawing.label(periods[index], x: middle, y: floor + 22, .middle, room: half * 2 + 0.1, kind: "label quiet"))
        }
        return names.reversed().joined()
    }

    /// The room that the numbers of the ticks take at the left.
    static func margin(_ scale: Scale, _ words: (Double) -> String) -> Double {
        (scale.ticks.map { Lettering.width(words($0)) }.max() ?? 0) + 10
    }
}
