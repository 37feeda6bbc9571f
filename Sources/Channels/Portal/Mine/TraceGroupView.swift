import Civic
import Markup
import Ports
import Web

extension TraceView {
    /// What belongs together in a few lines each; what happened in it, line by line, is a step away.
    func groups(_ groups: [TraceGroup], canAsk: Bool) -> HTML {
        """
        <ul class="sheets">
        \(each: Array(groups.enumerated()), { place, group in
            """
            <li><h2>\(title(group))</h2>
            <p>\(span(group))<br><span class="quiet">\((group.who + group.places).joined(separator: " · "))</span></p>
            <p>\(count(group))</p>
            \(registers(group))\
            <details><summary>\(texts("trace.group.lines", count: group.lines.count))</summary>
            \(table(group.lines, id: "lineas-\(place + 1)", canAsk: canAsk))
            </details></li>

            """
        })</ul>
        """
    }

    private func title(_ group: TraceGroup) -> HTML {
        if let matter = group.matter { return "<a href=\"\(texts.address(matter.path))\">\(matter.title)</a>" }
        if group.lines[0].interaction != nil, !group.lines.allSatisfy(\.isOwn) { return HTML(text: texts["trace.group.attention"]) }
        return HTML(text: group.lines[0].why ?? group.lines[0].what)
    }

    /// From when until when.
    private func span(_ group: TraceGroup) -> String {
        let (first, last) = (group.first, group.last)
        let (from, to) = (texts.hour(first), texts.hour(last))
        if Day(of: first) != Day(of: last) { return texts("trace.group.days", ["from": moment(first), "to": moment(last)]) }
        return from == to ? moment(last) : texts("trace.group.hours", ["day": texts.short(Day(of: last)), "from": from, "to": to])
    }

    private func count(_ group: TraceGroup) -> String {
        let (asked, reads) = (group.registers.reduce(0) { $0 + $1.lines.count }, group.reads)
        let rest = group.lines.count - reads - asked
        return [
            reads > 0 ? texts("trace.group.reads", count: reads) : nil, asked > 0 ? texts("trace.group.asked", count: asked) : nil,
            rest > 0 ? texts("trace.group.acts", count: rest) : nil,
        ].compactMap(\.self).joined(separator: " ")
    }

    /// One line for each register, with what it was asked for and how often.
    private func registers(_ group: TraceGroup) -> HTML {
        guard !group.registers.isEmpty else { return HTML() }
        return """
            <ul>
            \(each: group.registers, { name, lines in
                "<li>\(name): \(lines[0].why ?? texts["trace.purpose.unsaid"]), \(texts("trace.group.times", count: lines.count))</li>\n"
            })</ul>

            """
    }
}
