import Civic
import Markup
import Web

/// The institutions of the catalogue, and what each answers for.
struct InstitutionViews {
    let texts: Texts

    func index(_ institutions: [(institution: Institution, sheets: Int)]) -> Page {
        Page(
            title: texts["institutions.title"], summary: texts["institutions.lead"], path: "/instituciones",
            main: """
                <div class="wide"><h1>\(texts["institutions.title"])</h1>
                <p class="lead">\(texts["institutions.lead"])</p>
                <ul class="ways counted">
                \(each: institutions, { row($0.institution, $0.sheets) })</ul></div>
                """)
    }

    private func row(_ institution: Institution, _ count: Int) -> HTML {
        """
        <li><a href="\(texts.address(institution.path))"\(texts.lang())>\(institution.name)</a> <span class="quiet">\(texts("topics.count", count: count))</span></li>

        """
    }

    func shelf(_ institution: Institution, _ sheets: [SheetSummary]) -> Page {
        Page(
            title: institution.name, summary: texts("institutions.of", ["name": institution.name]), path: institution.path,
            trail: [Link(texts.address("/instituciones"), texts["institutions.title"])],
            main: """
                <div class="wide"><h1\(texts.lang())>\(institution.name)</h1>
                <p class="lead">\(texts("institutions.of.lead", count: sheets.count))</p>
                <ul class="sheets"\(texts.lang())>
                \(each: sheets, { "<li><a href=\"\(texts.address($0.path))\">\($0.title)</a><p>\($0.summary)</p></li>\n" })</ul></div>
                """)
    }
}
