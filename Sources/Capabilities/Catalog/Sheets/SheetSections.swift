import Civic
import Markup
import Web

/// The parts of a sheet, the same on a screen and on paper.
struct SheetSections {
    let texts: Texts
    let source: Texts
    let reading: SheetReading
    let today: Day

    private var sheet: ServiceSheet { reading.sheet }
    private var sentences: FilledSentences { FilledSentences(texts: source, parameters: reading.parameters, day: today) }

    func heading(linked: Bool) -> HTML {
        let name = texts.content(reading.institution.name)
        let institution: HTML = linked ? "<a href=\"\(texts.address(reading.institution.path))\">\(name)</a>" : name
        return """
            <p class="kind">\(kind) · \(institution)</p>
            <h1\(texts.lang())>\(sheet.title)</h1>

            """
    }

    private var kind: String {
        switch sheet.kind {
        case .benefit: texts["sheet.kind.benefit"]
        case .procedure: texts["sheet.kind.procedure"]
        case .information: texts["sheet.kind.information"]
        }
    }

    /// What has ended says so, and where to go instead.
    var status: HTML {
        let words: String? =
            switch sheet.status {
            case .current: nil
            case .closed: texts["sheet.status.closed"]
            case .ended: texts["sheet.status.ended"]
            case .historical: texts["sheet.status.historical"]
            case .beingReplaced: texts["sheet.status.beingReplaced"]
            }
        guard words != nil || reading.replacement != nil else { return HTML() }
        let instead: HTML? = reading.replacement.map {
            "\(texts["sheet.replacedBy"]) <a href=\"\(texts.address($0.path))\"\(texts.lang())>\($0.title)</a>."
        }
        return "<p class=\"notice\">\(words.map { $0 + " " } ?? "")\(instead)</p>\n"
    }

    var facts: HTML { "<dl class=\"facts\">\n\(cost)\(TermViews(texts: texts, today: today).facts(of: sheet))</dl>\n" }

    private var cost: HTML {
        let reported: HTML? = sheet.cost.reported.map { " <span class=\"quiet\">(\(texts["sheet.since"]) \(texts.short($0)))</span>" }
        return "<div><dt>\(texts["sheet.cost"])</dt><dd>\(texts.content(sheet.cost.text))\(reported)</dd></div>\n"
    }

    var audience: HTML {
        """
        <h2>\(texts["sheet.audience"])</h2>
        \(with: sheet.eligibility, { "<p class=\"eligible\"\(texts.lang())>\($0)</p>\n" })\
        <p\(texts.lang())>\(sheet.audience)</p>

        """
    }

    var needs: HTML {
        """
        \(when: !sheet.requirements.isEmpty, list(texts["sheet.requirements"], sheet.requirements.map(sentences.dated), as: "checks"))\
        \(when: !sheet.documents.isEmpty, list(texts["sheet.documents"], sheet.documents.map(sentences.dated), as: "checks"))
        """
    }

    var steps: HTML {
        guard !sheet.steps.media.isEmpty else { return HTML() }
        return """
            <h2>\(texts["sheet.steps"])</h2>
            \(each: sheet.steps.media, { medium in
                "<h3>\(texts.medium(medium))</h3>\n<ol\(texts.lang())>\n\(each: sheet.steps[medium].map(sentences.dated), { "<li>\($0)</li>\n" })</ol>\n"
            })
            """
    }

    /// Where it is done in person; on a screen, those kinds of which there is a point lead to it.
    func places(linked: Bool) -> HTML {
        guard !reading.places.isEmpty else { return HTML() }
        return """
            <h3>\(texts["sheet.places"])</h3>
            <ul class="\(linked ? "ways" : "plain")"\(texts.lang())>
            \(each: reading.places, { place in
                linked && reading.foundPlaces.contains(place.key)
                    ? "<li><a href=\"\(texts.address("/lugares") + "?lugar=" + place.key)\">\(place.name)</a></li>\n" : "<li>\(place.name)</li>\n"
            })</ul>

            """
    }

    var remarks: HTML {
        """
        \(with: sheet.goodToKnow.map(sentences.dated), { "<h2>\(texts["sheet.goodToKnow"])</h2>\n<p\(texts.lang())>\($0)</p>\n" })\
        \(when: !sheet.legalBasis.isEmpty, list(texts["sheet.law"], sheet.legalBasis, as: "plain"))
        """
    }

    func list(_ title: String, _ items: [String], as style: String, level3: Bool = false) -> HTML {
        let body: HTML = "<ul class=\"\(style)\"\(texts.lang())>\n\(each: items, { "<li>\($0)</li>\n" })</ul>\n"
        return level3 ? "<h3>\(title)</h3>\n\(body)" : "<h2>\(title)</h2>\n\(body)"
    }
}

extension Texts {
    func medium(_ medium: Steps.Medium) -> String {
        switch medium {
        case .web: self["sheet.medium.web"]
        case .branch: self["sheet.medium.branch"]
        case .phone: self["sheet.medium.phone"]
        case .video: self["sheet.medium.video"]
        case .kiosk: self["sheet.medium.kiosk"]
        }
    }
}
