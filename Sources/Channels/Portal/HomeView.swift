import Civic
import Markup
import Ports
import Web

/// What a person sees first: the search, what may have happened to them, what people come for, the topics, what changed, and what to do
/// without the web.
struct HomeView {
    let texts: Texts
    let shelves: HomeShelves.Reading
    var script: String?

    var page: Page {
        Page(
            title: texts["home.title"], summary: texts["home.lead"], path: "/", scripts: [script].compactMap(\.self),
            main: """
                <div class="hero"><div class="wide"><h1>\(texts["home.title"])</h1>
                <p class="lead">\(texts["home.lead"])</p>
                \(SearchBox(texts: texts).html)</div></div>
                \(when: !shelves.moments.isEmpty, list("momentos", texts["home.moments"], shelves.moments, "/momentos", texts["home.moments.all"]))\
                \(when: !shelves.asked.isEmpty, list("buscado", shelves.isAskedToday ? texts["home.asked.today"] : texts["home.asked"], shelves.asked))\
                \(shelves.groups.isEmpty ? nothing : groups)
                \(when: !shelves.changes.isEmpty, changes)\
                <section class="wide" aria-labelledby="otras"><h2 id="otras">\(texts["home.elsewhere"])</h2>
                <ul class="cards">
                <li><h3><a href="tel:101">\(texts["home.phone"])</a></h3><p>\(texts["home.phone.text"])</p></li>
                <li><h3><a href="\(texts.address("/lugares"))">\(texts["home.branch"])</a></h3><p>\(texts["home.branch.text"])</p></li>
                </ul></section>
                """)
    }

    private func list(
        _ id: String, _ title: String, _ entries: [HomeShelves.Entry], _ all: String? = nil, _ words: String = ""
    ) -> HTML {
        """
        <section class="wide" aria-labelledby="\(id)"><h2 id="\(id)">\(title)</h2>
        <ul class="ways"\(texts.lang())>
        \(each: entries, { "<li><a href=\"\(texts.address($0.address))\">\($0.title)</a></li>\n" })</ul>
        \(with: all, { "<p><a class=\"onward\" href=\"\(texts.address($0))\">\(words)</a></p>\n" })</section>

        """
    }

    private var groups: HTML {
        """
        <section class="wide" aria-labelledby="temas"><h2 id="temas">\(texts["home.topics"])</h2>
        <ul class="cards"\(texts.lang())>
        \(each: shelves.groups, { "<li><h3><a href=\"\(texts.address($0.address))\">\($0.title)</a></h3><p>\($0.summary)</p></li>\n" })</ul></section>
        """
    }

    private var changes: HTML {
        """
        <section class="wide" aria-labelledby="cambios"><h2 id="cambios">\(texts["home.changes"])</h2>
        <ul class="changes">
        \(each: shelves.changes, { change in
            "<li><a href=\"\(texts.address(change.entry.address))\"\(texts.lang())>\(change.entry.title)</a> \(texts.content(change.what))</li>\n"
        })</ul>
        <p><a class="onward" href="\(texts.address("/cambios"))">\(texts["home.changes.all"])</a></p></section>

        """
    }

    private var nothing: HTML {
        "<section class=\"wide\"><p>\(texts["home.empty"])</p></section>"
    }
}
