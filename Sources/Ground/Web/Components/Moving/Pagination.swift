import Civic
import Markup

/// The pages of a list that is too long for one: the first, the last, and those around the one that is shown.
public enum Pagination {
    /// Pages count from 1. Nothing when there is one page only.
    public static func nav(_ current: Int, of last: Int, texts: Texts, address: (Int) -> String) -> HTML {
        guard last > 1 else { return HTML() }
        let near = numbers(current, last)
        return """
            <nav class="pages" aria-label="\(texts["components.pages"])"><ul>
            \(current > 1 ? step(address(current - 1), "prev", texts["components.pages.previous"]) : HTML())\
            \(each: near.indices, { index in
                (index > 0 && near[index] > near[index - 1] + 1 ? gap : HTML()) + page(near[index], current, address, texts)
            })\(current < last ? step(address(current + 1), "next", texts["components.pages.next"]) : HTML())</ul></nav>
            """
    }

    /// The first, the last, the current and its neighbours; a gap of one page is filled with it.
    static func numbers(_ current: Int, _ last: Int) -> [Int] {
        var shown = Set([1, current - 1, current, current + 1, last].filter { 1...last ~= $0 })
        for number in 2..<max(last, 2) where shown.contains(number - 1) && shown.contains(number + 1) { shown.insert(number) }
        return shown.sorted()
    }

    private static func page(_ number: Int, _ current: Int, _ address: (Int) -> String, _ texts: Texts) -> HTML {
        let words = texts("components.pages.number", ["number": "\(number)"])
        return """
            <li><a href="\(address(number))" aria-label="\(words)"\(Attribute("aria-current", number == current ? "page" : nil))>\
            \(number)</a></li>

            """
    }

    private static func step(_ address: String, _ relation: String, _ words: String) -> HTML {
        "<li><a href=\"\(address)\" rel=\"\(relation)\">\(words)</a></li>\n"
    }

    private static let gap: HTML = "<li><span aria-hidden=\"true\">…</span></li>\n"
}
