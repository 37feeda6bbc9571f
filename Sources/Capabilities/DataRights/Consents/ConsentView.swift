import Civic
import Markup
import Web

/// What a person said yes to.
struct ConsentView {
    struct Section {
        let purpose: ConsentDesk.Purpose
        /// The yes that stands.
        let given: KeptConsent?
        let form: HTML
    }

    let texts: Texts

    func page(_ sections: [Section], _ kept: [KeptConsent]) -> Page {
        Page(
            title: texts["consents.title"], path: "/mi/derechos/consentimientos",
            trail: [Link(texts.address("/mi"), texts["myRights.mine"]), Link(texts.address("/mi/derechos"), texts["myRights.title"])],
            main: """
                <div class="wide">
                <h1>\(texts["consents.title"])</h1>
                <p class="lead">\(texts["consents.lead"])</p>
                \(each: sections, section)\
                \(when: !kept.isEmpty, "<h2>\(texts["consents.history"])</h2>\n<ul>\(each: kept, { "<li>\(line($0))</li>\n" })</ul>\n")\
                </div>
                """)
    }

    private func section(_ section: Section) -> HTML {
        guard let given = section.given else {
            return """
                <h2>\(texts[section.purpose.title])</h2>
                <p>\(texts["consents.notGiven"])</p>
                <blockquote><p>\(texts[section.purpose.words])</p></blockquote>
                \(section.form)

                """
        }
        let isNewer = given.digest != ConsentStore.digest(section.purpose.rawValue, texts[section.purpose.words], texts.language)
        return """
            <h2>\(texts[section.purpose.title])</h2>
            <p>\(Tag.label(texts["consents.given"], .done)) \(texts("consents.since", ["day": texts.short(Day(of: given.given))]))</p>
            <blockquote><p>\(given.words)</p></blockquote>
            \(when: isNewer, "<p class=\"notice\">\(texts["consents.newer"])</p>\n")\
            \(section.form)

            """
    }

    private func line(_ consent: KeptConsent) -> String {
        let title = ConsentDesk.Purpose(rawValue: consent.purpose).map { texts[$0.title] } ?? consent.purpose
        let given = texts.short(Day(of: consent.given))
        guard let withdrawn = consent.withdrawn else { return texts("consents.line", ["title": title, "day": given]) }
        return texts("consents.line.withdrawn", ["title": title, "day": given, "end": texts.short(Day(of: withdrawn))])
    }
}
