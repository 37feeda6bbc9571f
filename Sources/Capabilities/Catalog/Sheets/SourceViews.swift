import Civic
import Markup
import Web

/// How sure we are of a sheet, since when, and where its facts come from.
struct SourceViews {
    let texts: Texts
    let sheet: ServiceSheet

    var section: HTML {
        """
        <section class="sources"><h2>\(texts["sources.title"])</h2>
        <p>\(confidence) \(texts("sources.checked", ["day": texts.short(sheet.checked)]))</p>
        \(with: sheet.remark, { "<p\(texts.lang())>\($0)</p>\n" })\
        \(when: !sheet.sources.isEmpty, "<details><summary>\(texts["sources.list"])</summary>\n<ul\(texts.lang())>\n\(each: sheet.sources, source)</ul></details>\n")</section>
        """
    }

    private var confidence: String {
        switch sheet.confidence {
        case .high: texts["sources.confidence.high"]
        case .medium: texts["sources.confidence.medium"]
        case .low: texts["sources.confidence.low"]
        }
    }

    private func source(_ source: Source) -> HTML {
        guard let url = source.url else { return "<li>\(source.name)</li>\n" }
        return "<li><a href=\"\(url)\" rel=\"external\">\(source.name)</a></li>\n"
    }
}
