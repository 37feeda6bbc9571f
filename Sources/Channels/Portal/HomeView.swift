import Civic
import Markup
import Ports
import Web

/// What a person sees first: what this is, what people come for, the topics, and what to do without the web.
struct HomeView {
    let texts: Texts
    let groups: [TopicShelves.Group]
    let sheets: [TopicShelves.Entry]
    var script: String?

    var page: Page {
        Page(
            title: texts["home.title"], summary: texts["home.lead"], path: "/", scripts: [script].compactMap(\.self),
            main: """
                <div class="hero"><div class="wide"><h1>\(texts["home.title"])</h1>
                <p class="lead">\(texts["home.lead"])</p>
                \(SearchBox(texts: texts).html)</div></div>
                \(when: !sheets.isEmpty, asked)\
                \(groups.isEmpty ? nothing : shelves)
                <section class="wide" aria-labelledby="otras"><h2 id="otras">\(texts["home.elsewhere"])</h2>
                <ul class="cards">
                <li><h3><a href="tel:101">\(texts["home.phone"])</a></h3><p>\(texts["home.phone.text"])</p></li>
                <li><h3><a href="\(texts.address("/lugares"))">\(texts["home.branch"])</a></h3><p>\(texts["home.branch.text"])</p></li>
                </ul></section>
                """)
    }

    private var asked: HTML {
        """
        <section class="wide" aria-labelledby="buscado"><h2 id="buscado">\(texts["home.asked"])</h2>
        <ul class="ways"\(texts.lang())>
        \(each: sheets, { "<li><a href=\"\(texts.address($0.address))\">\($0.title)</a></li>\n" })</ul></section>

        """
    }

    private var shelves: HTML {
        """
        <section class="wide" aria-labelledby="temas"><h2 id="temas">\(texts["home.topics"])</h2>
        <ul class="cards"\(texts.lang())>
        \(each: groups, { "<li><h3><a href=\"\(texts.address($0.address))\">\($0.title)</a></h3><p>\($0.summary)</p></li>\n" })</ul></section>
        """
    }

    private var nothing: HTML {
        "<section class=\"wide\"><p>\(texts["home.empty"])</p></section>"
    }
}
