import Civic
import Markup
import Web

/// A sheet as a person reads it: what it is, for whom, what to bring, how to do it, what it costs, and how sure we are.
struct SheetView {
    let texts: Texts
    /// The words of the language in which sheets are written.
    let source: Texts
    let reading: SheetReading
    /// Where it is done here from beginning to end; nil when it is not.
    let service: String?
    let today: Day

    private var sheet: ServiceSheet { reading.sheet }
    private var sections: SheetSections { SheetSections(texts: texts, source: source, reading: reading, today: today) }

    var page: Page {
        Page(
            title: sheet.title, summary: sheet.summary, path: sheet.path,
            trail: [Link(texts.address("/temas"), texts["topics.title"])]
                + (reading.group.map { [Link(texts.address("/temas/" + $0.slug), $0.title)] } ?? []),
            main: """
                <article class="wide sheet">\(sections.heading(linked: true))\
                \(when: texts.language != Languages.source, "<p class=\"notice\">\(texts["site.content.foreign"])</p>\n")\
                \(sections.status)\
                <p class="lead"\(texts.lang())>\(sheet.summary)</p>
                \(with: service, own)\
                \(when: sheet.online != nil && service == nil, online)\
                \(sections.facts)\(sections.audience)\(sections.needs)\
                \(AmountViews(texts: texts, source: source, reading: reading, today: today).section)\
                \(sections.steps)\(sections.places(linked: true))\(sections.remarks)\
                \(help)\(OpinionViews(texts: texts).question(sheet.number.value))\(SourceViews(texts: texts, sheet: sheet).section)</article>
                """)
    }

    private func own(_ path: String) -> HTML {
        """
        <p><a class="button" href="\(texts.address(path))">\(texts["sheet.own"])</a></p>
        <p class="quiet">\(texts["sheet.own.note"])</p>

        """
    }

    /// The way out leads over a page that says where to, and what to have at hand.
    private var online: HTML {
        """
        <p><a class="button" href="\(texts.address("/salida/\(sheet.number.value)"))" rel="nofollow">\(sheet.isDoneOnline ? texts["sheet.online"] : texts["sheet.online.read"])</a></p>
        <p class="quiet">\(texts["sheet.online.note"]) <a href="\(texts.address("/volver"))" rel="nofollow">\(texts["sheet.online.back"])</a></p>

        """
    }

    private var help: HTML {
        """
        <aside class="help"><h2>\(texts["sheet.help"])</h2>
        <p>\(texts["sheet.call"]) <a href="tel:101">101</a> · \(texts["sheet.code"]) <strong>\(sheet.number.value)</strong>\(when: !sheet.number.isPublic, " <span class=\"quiet\">(\(texts["sheet.code.own"]))</span>")</p>
        <p><a href="\(texts.address(sheet.printPath))">\(texts["sheet.print"])</a></p>
        \(when: !reading.lifeEvents.isEmpty, lifeEvents)</aside>

        """
    }

    private var lifeEvents: HTML {
        """
        <p>\(texts["sheet.lifeEvents"])</p>
        <ul class="ways"\(texts.lang())>
        \(each: reading.lifeEvents, { "<li><a href=\"\(texts.address($0.path))\">\($0.title)</a></li>\n" })</ul>

        """
    }
}

extension ServiceSheet {
    /// The sheet as it goes on paper.
    var printPath: String { path + "/imprimir" }
}
