import Civic
import Markup
import Web

/// How one gets in and is understood: what was stated, with its source, and what nobody stated, which is said too.
struct AccessView {
    let texts: Texts
    let point: PointOfService
    let words: PointWords

    var html: HTML {
        guard !point.kind.isNational else { return HTML() }
        let unknown = AccessFeature.allCases.filter { point.statement(of: $0) == nil }
        return """
            <section><h2>\(texts["points.access"])</h2>
            \(when: !point.access.isEmpty || !point.languages.isEmpty, stated)\
            \(when: !unknown.isEmpty, ask(unknown))</section>

            """
    }

    private var stated: HTML {
        """
        <ul class="access">
        \(each: point.access, { statement in
            let tag = statement.isThere ? Tag.label(texts["points.access.yes"], .done) : Tag.label(texts["points.access.no"], .attention)
            return "<li>\(tag) <strong>\(name(statement.feature))</strong>\(note(statement.note)) \(source(statement.source))</li>\n"
        })\
        \(each: point.languages, { language in
            """
            <li>\(Tag.label(texts["points.access.yes"], .done)) <strong>\(texts("points.access.language", ["language": name(language.tag)]))</strong>\
            \(note(language.note)) \(source(language.source))</li>

            """
        })</ul>

        """
    }

    private func ask(_ unknown: [AccessFeature]) -> HTML {
        """
        <p>\(texts["points.access.unknown"])</p>
        <ul class="unknown">
        \(each: unknown, { "<li>\(name($0))</li>\n" })</ul>

        """
    }

    private func note(_ note: String?) -> HTML { note.map { ": \(texts.content($0))." } ?? HTML() }

    private func source(_ source: PointSource) -> HTML {
        "<span class=\"quiet\">\(texts["points.source"]) \(words.source(source))\(with: source.seen, { ", \(texts.seen($0))" }).</span>"
    }

    private func name(_ feature: AccessFeature) -> String {
        switch feature {
        case .stepFree: texts["points.access.stepFree"]
        case .toilet: texts["points.access.toilet"]
        case .parking: texts["points.access.parking"]
        case .signLanguage: texts["points.access.signLanguage"]
        case .hearingLoop: texts["points.access.hearingLoop"]
        case .childrensCorner: texts["points.access.childrensCorner"]
        }
    }

    private func name(_ tag: AttentionLanguage.Tag) -> String {
        switch tag {
        case .mapuzugun: texts["points.language.mapuzugun"]
        case .aymara: texts["points.language.aymara"]
        case .quechua: texts["points.language.quechua"]
        case .rapaNui: texts["points.language.rapaNui"]
        case .haitianCreole: texts["points.language.haitianCreole"]
        case .english: texts["points.language.english"]
        }
    }
}
