import Civic
import Markup
import Web

/// What can be done at a point, by groups of topics, each as a link to its sheet.
struct OfferView {
    let texts: Texts
    let reading: PointDesk.Reading

    var html: HTML {
        let isStated = reading.point.services.contains { $0.source != nil }
        guard !reading.sheets.isEmpty else {
            return reading.point.kind.isNational
                ? HTML() : "<section><h2>\(texts["points.offers"])</h2>\n<p>\(texts["points.offers.unknown"])</p></section>\n"
        }
        return """
            <section><h2>\(texts["points.offers"])</h2>
            <p>\(isStated ? texts["points.offers.stated"] : texts["points.offers.usual"])</p>
            <div class="offers">
            \(each: groups, { group in
                """
                <details\(Attribute("open", if: groups.count == 1))><summary><span\(texts.lang())>\(group.title)</span> \
                <span class="quiet">(\(group.sheets.count))</span></summary>
                <ul class="plain"\(texts.lang())>
                \(each: group.sheets, { "<li><a href=\"\(texts.address($0.path))\">\($0.title)</a></li>\n" })</ul></details>

                """
            })</div></section>

            """
    }

    /// Each sheet stands in the group of its main topic.
    private var groups: [(title: String, sheets: [SheetSummary])] {
        reading.groups.compactMap { group in
            let topics = Set(group.topics.map(\.slug))
            let sheets = reading.sheets.filter { $0.topics.first.map(topics.contains) == true }
            return sheets.isEmpty ? nil : (group.title, sheets)
        }
    }
}
