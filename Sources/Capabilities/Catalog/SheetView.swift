import Civic
import Markup
import Web

/// A sheet as a person reads it: what it is, for whom, what to bring, how to do it, what it costs, and how sure we are.
struct SheetView {
    let texts: Texts
    /// The words of the language in which sheets are written.
    let source: Texts
    let reading: SheetReading
    let today: Day

    private var sheet: ServiceSheet { reading.sheet }
    private var sentences: FilledSentences { FilledSentences(texts: source, parameters: reading.parameters, day: today) }

    var page: Page {
        Page(
            title: sheet.title, summary: sheet.summary, path: sheet.path,
            trail: [Link(texts.address("/temas"), texts["topics.title"])]
                + (reading.group.map { [Link(texts.address("/temas/" + $0.slug), $0.title)] } ?? []),
            main: """
                <article class="wide sheet"><p class="kind">\(kind) · \(texts.content(reading.institution.name))</p>
                <h1\(texts.lang())>\(sheet.title)</h1>
                \(when: texts.language != Languages.source, "<p class=\"notice\">\(texts["site.content.foreign"])</p>\n")\
                \(with: status, { "<p class=\"notice\">\($0)</p>\n" })\
                <p class="lead"\(texts.lang())>\(sheet.summary)</p>
                \(when: sheet.online != nil, online)\
                \(facts)\
                <h2>\(texts["sheet.audience"])</h2>
                <p\(texts.lang())>\(sheet.audience)</p>
                \(when: !sheet.requirements.isEmpty, list(texts["sheet.requirements"], sheet.requirements.map(sentences.dated), as: "checks"))\
                \(AmountViews(texts: texts, source: source, reading: reading, today: today).section)\
                \(steps)\
                \(with: sheet.goodToKnow.map(sentences.dated), { "<h2>\(texts["sheet.goodToKnow"])</h2>\n<p\(texts.lang())>\($0)</p>\n" })\
                \(when: !sheet.legalBasis.isEmpty, list(texts["sheet.law"], sheet.legalBasis, as: "plain"))\
                \(help)\(OpinionViews(texts: texts).question(sheet.number.value))\(SourceViews(texts: texts, sheet: sheet).section)</article>
                """)
    }

    /// By the page that says what to have at hand before one leaves.
    private var online: HTML {
        """
        <p><a class="button" href="\(texts.address("/salida/\(sheet.number.value)"))" rel="nofollow">\(sheet.isDoneOnline ? texts["sheet.online"] : texts["sheet.online.read"])</a></p>
        <p class="quiet">\(texts["sheet.online.note"]) <a href="\(texts.address("/volver"))" rel="nofollow">\(texts["sheet.online.back"])</a></p>

        """
    }

    private var kind: String {
        switch sheet.kind {
        case .benefit: texts["sheet.kind.benefit"]
        case .procedure: texts["sheet.kind.procedure"]
        case .information: texts["sheet.kind.information"]
        }
    }

    private var status: String? {
        switch sheet.status {
        case .current: nil
        case .closed: texts["sheet.status.closed"]
        case .ended: texts["sheet.status.ended"]
        case .historical: texts["sheet.status.historical"]
        case .beingReplaced: texts["sheet.status.beingReplaced"]
        }
    }

    private var facts: HTML {
        """
        <dl class="facts">
        <div><dt>\(texts["sheet.cost"])</dt><dd>\(texts.content(sheet.cost.text))\(with: sheet.cost.reported, { " <span class=\"quiet\">(\(texts["sheet.since"]) \(texts.short($0)))</span>" })</dd></div>
        \(with: sheet.duration, { "<div><dt>\(texts["sheet.duration"])</dt><dd\(texts.lang())>\($0)</dd></div>\n" })\
        \(with: sheet.validity, { "<div><dt>\(texts["sheet.validity"])</dt><dd\(texts.lang())>\($0)</dd></div>\n" })\
        </dl>

        """
    }

    private var steps: HTML {
        guard !sheet.steps.media.isEmpty else { return HTML() }
        return """
            <h2>\(texts["sheet.steps"])</h2>
            \(each: sheet.steps.media, { medium in
                "<h3>\(name(medium))</h3>\n<ol\(texts.lang())>\n\(each: sheet.steps[medium].map(sentences.dated), { "<li>\($0)</li>\n" })</ol>\n"
            })\
            \(when: !reading.places.isEmpty, list(texts["sheet.places"], reading.places.map(\.name), as: "plain", level3: true))
            """
    }

    private func name(_ medium: Steps.Medium) -> String {
        switch medium {
        case .web: texts["sheet.medium.web"]
        case .branch: texts["sheet.medium.branch"]
        case .phone: texts["sheet.medium.phone"]
        case .video: texts["sheet.medium.video"]
        case .kiosk: texts["sheet.medium.kiosk"]
        }
    }

    private var help: HTML {
        """
        <aside class="help"><h2>\(texts["sheet.help"])</h2>
        <p><a href="tel:101">101</a> · \(texts["sheet.code"]) <strong>\(sheet.number.value)</strong>\(when: !sheet.number.isPublic, " <span class=\"quiet\">(\(texts["sheet.code.own"]))</span>")</p>
        \(when: !reading.lifeEvents.isEmpty, "<p>\(texts["sheet.lifeEvents"]) <span\(texts.lang())>\(reading.lifeEvents.map(\.title).joined(separator: ", ")).</span></p>\n")</aside>

        """
    }

    private func list(_ title: String, _ items: [String], as style: String, level3: Bool = false) -> HTML {
        let body: HTML = "<ul class=\"\(style)\"\(texts.lang())>\n\(each: items, { "<li>\($0)</li>\n" })</ul>\n"
        return level3 ? "<h3>\(title)</h3>\n\(body)" : "<h2>\(title)</h2>\n\(body)"
    }
}
