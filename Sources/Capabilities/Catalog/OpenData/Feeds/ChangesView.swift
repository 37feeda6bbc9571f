import Civic
import Markup
import Web

/// `/cambios`: what changed in the catalogue, by day, as people read it.
struct ChangesView {
    let texts: Texts
    /// The words of the language in which content is written.
    let source: Texts
    let changes: [Change]

    var page: Page {
        Page(
            title: texts["changes.title"], summary: texts["changes.lead"], path: "/cambios",
            main: """
                <div class="wide"><h1>\(texts["changes.title"])</h1>
                <p class="lead">\(texts["changes.lead"])</p>
                <p><a class="onward" href="/cambios.xml">\(texts["changes.feed"])</a></p>
                \(each: days, day)\(when: changes.isEmpty, "<p>\(texts["changes.none"])</p>\n")</div>
                """)
    }

    private var days: [(day: Day, changes: [Change])] {
        Dictionary(grouping: changes, by: \.day).sorted { $1.key < $0.key }.map { ($0.key, $0.value) }
    }

    private func day(_ day: Day, _ changes: [Change]) -> HTML {
        let (amounts, revised) = (changes.filter(\.isAmount), changes.filter { !$0.isAmount })
        return """
            <section><h2>\(texts.long(day))</h2>
            \(when: !amounts.isEmpty, "<ul class=\"sheets\"\(texts.lang())>\n\(each: sheets(amounts), sheet)</ul>\n")\
            \(when: !revised.isEmpty, self.revised(revised))</section>

            """
    }

    /// Amounts of one sheet stand together.
    private func sheets(_ amounts: [Change]) -> [[Change]] {
        amounts.reduce(into: []) { sheets, change in
            if sheets.last?.first?.number == change.number { sheets[sheets.count - 1].append(change) } else { sheets.append([change]) }
        }
    }

    private func sheet(_ changes: [Change]) -> HTML {
        guard let first = changes.first else { return HTML() }
        return """
            <li><a href="\(texts.address(first.path))">\(first.title)</a>
            \(each: changes, { "<p>\($0.sentence(source))</p>\n" })</li>

            """
    }

    /// A day on which the whole catalogue was gone through does not bury the others: it says how many, and where they are.
    private func revised(_ changes: [Change]) -> HTML {
        let words = texts("changes.revised.count", count: changes.count)
        guard changes.count <= 12 else {
            return "<p>\(words). <a href=\"\(texts.address("/temas"))\">\(texts["topics.title"])</a></p>\n"
        }
        return """
            <h3>\(words)</h3>
            <ul class="plain"\(texts.lang())>
            \(each: changes, { "<li><a href=\"\(texts.address($0.path))\">\($0.title)</a></li>\n" })</ul>

            """
    }
}
