import Civic
import Markup
import Web

/// `/datos`: what there is for programs, under which licence, and how to begin.
struct OpenDataView {
    let texts: Texts
    /// A program that loads all sheets, and the file in which it stands.
    let script: String
    let base: String

    var page: Page {
        Page(
            title: texts["openData.title"], summary: texts["openData.lead"], path: "/datos",
            main: """
                <div class="wide guide"><h1>\(texts["openData.title"])</h1>
                <p class="lead">\(texts["openData.lead"])</p>
                <section><h2>\(texts["openData.begin"])</h2>
                <p>\(texts["openData.begin.text"])</p>
                <pre class="markup" tabindex="0"><code>\(script)</code></pre>
                <p><code>python3 load-all-sheets.py \(base)</code></p></section>
                <section><h2>\(texts["openData.formats"])</h2>
                \(each: families, family)</section>
                <section><h2>\(texts["openData.read"])</h2>
                <ul class="plain">
                <li><a href="\(texts.address("/cambios"))">\(texts["openData.read.changes"])</a></li>
                <li><a href="\(texts.address("/datos/quiebres"))">\(texts["openData.read.breaks"])</a></li>
                </ul></section>
                <section><h2>\(texts["openData.rules"])</h2>
                <ul>
                \(each: texts.items(of: "openData.rules.items"), { "<li>\($0)</li>\n" })</ul></section>
                <section><h2>\(texts["openData.licence"])</h2>
                <p>\(texts["openData.licence.text"]) <a href="https://creativecommons.org/licenses/by/4.0/deed.es" rel="external">CC BY 4.0</a></p></section></div>
                """)
    }

    private typealias Family = (title: String, text: String, addresses: [String])

    private var families: [Family] {
        [
            (texts["openData.fichas"], texts["openData.fichas.text"], ["/api/fichas", "/api/servicios", "/api/sucursales"]),
            (texts["openData.description"], texts["openData.description.text"], ["/api/openapi.json"]),
            (texts["openData.linked"], texts["openData.linked.text"], ["/datos/servicios.ttl", "/datos/servicios.jsonld"]),
            (
                texts["openData.hsds"], texts["openData.hsds.text"],
                ["/api/hsds", "/api/hsds/services", "/api/hsds/organizations", "/api/hsds/service_at_locations"]
            ),
            (texts["openData.feeds"], texts["openData.feeds.text"], ["/cambios.xml", "/sitemap.xml"]),
            (texts["openData.pages"], texts["openData.pages.text"], []),
        ]
    }

    private func family(_ family: Family) -> HTML {
        """
        <h3>\(family.title)</h3>
        <p>\(family.text)</p>
        \(when: !family.addresses.isEmpty, "<ul class=\"plain\">\n\(each: family.addresses, { "<li><a href=\"\($0)\"><code>\($0)</code></a></li>\n" })</ul>\n")
        """
    }
}
