import Civic
import Foundation
import Markup
import Testing

@testable import Web

@Suite("A component says what it must to those who see it and to those who don't")
struct ComponentsTests {
    static let nasty = "\"><script>x</script>&"
    let texts: Texts

    init() throws { texts = try Texts(file: SampleSite.root + "/Texts/es.json", language: "es") }

    private func count(_ part: String, in html: HTML) -> Int { html.string.components(separatedBy: part).count - 1 }

    @Test("no value leaves its place, wherever it stands")
    func escapes() {
        let nasty = Self.nasty
        let all = [
            Alert.box(.info, "<p>\(nasty)</p>", texts: texts), Tag.label(nasty), Tag.label(nasty, .done), EmptyState.box(nasty, HTML()),
            Confirmation.box(nasty, folio: nasty, HTML(), texts: texts), Breadcrumb.trail([Link(nasty, nasty)], texts: texts),
            Buttons.submit(nasty, name: nasty, value: nasty), Buttons.link(Link(nasty, nasty)),
            Pagination.nav(1, of: 3, texts: texts) { _ in nasty }, Sections.tabs(nasty, [.init(id: nasty, title: nasty, content: HTML())]),
            Card.box(nasty, address: nasty, HTML()), Card.list([(Link(nasty, nasty), nasty)]),
            DataTable.framed(id: nasty, caption: nasty, columns: [.init(nasty)], rows: [[HTML(text: nasty)]]),
            AnswerList.list([.init(nasty, HTML(text: nasty), change: nasty)], texts: texts),
            Timeline.line([.init(.now, nasty, time: nasty)], texts: texts), Arches.progress([nasty], done: 0, texts: texts),
            TicketSlip.slip(call: nasty, point: nasty, wait: HTML(), texts: texts),
        ]
        for html in all { #expect(!html.string.contains("<script") && html.defects.isEmpty, "\(html.string)") }
    }

    @Test("an alert says its tone by a word, a shape and a class, each its own")
    func tones() {
        let all = Tone.allCases.map { Alert.box($0, "<p>x</p>", texts: texts).string }
        #expect(Set(Tone.allCases.map { texts[$0.word] }).count == 4 && Set(Tone.allCases.map(\.shape.string)).count == 4)
        for (tone, html) in zip(Tone.allCases, all) {
            #expect(html.contains("class=\"alert \(tone.name)\"") && html.contains("<strong class=\"word\">\(texts[tone.word])</strong>"))
            #expect(html.contains("aria-hidden=\"true\"") && !html.contains("role="))
        }
    }

    @Test("news are announced, and a failure before anything else")
    func announced() {
        #expect(Alert.box(.done, HTML(), texts: texts, isNew: true).string.contains("role=\"status\""))
        #expect(Alert.box(.failed, HTML(), texts: texts, isNew: true).string.contains("role=\"alert\""))
    }

    @Test("a button that sends is a button, one that goes is a link, and each weight looks like itself")
    func buttons() {
        let submit = Buttons.submit("Anular", .danger, name: "act", value: "void").string
        #expect(submit == "<button type=\"submit\" class=\"button danger\" name=\"act\" value=\"void\">Anular</button>")
        #expect(Buttons.link(Link("/kit", "Volver"), .plain).string == "<a class=\"button plain\" href=\"/kit\">Volver</a>")
        #expect(Set(Buttons.Weight.allCases.map { Buttons.submit("x", $0).string }).count == 4)
    }

    @Test("the trail leads back and is nothing under the home")
    func trail() {
        let html = Breadcrumb.trail([Link("/", "Inicio"), Link("/temas", "Temas")], texts: texts)
        #expect(count("<li>", in: html) == 2 && html.string.contains("<nav class=\"trail\" aria-label=\"\(texts["site.trail"])\">"))
        #expect(Breadcrumb.trail([], texts: texts).isEmpty)
    }

    @Test(
        "of many pages the first, the last and the neighbours are shown, and a gap of one is filled",
        arguments: [
            (1, 1, [1]), (1, 2, [1, 2]), (1, 9, [1, 2, 9]), (3, 12, [1, 2, 3, 4, 12]), (4, 12, [1, 2, 3, 4, 5, 12]),
            (6, 12, [1, 5, 6, 7, 12]), (12, 12, [1, 11, 12]), (10, 12, [1, 9, 10, 11, 12]),
        ])
    func numbers(current: Int, last: Int, shown: [Int]) {
        #expect(Pagination.numbers(current, last) == shown)
    }

    @Test("the present page is marked, ends have one way only, and one page has no ways")
    func pages() {
        let html = Pagination.nav(3, of: 12, texts: texts) { "/lista?pagina=\($0)" }
        #expect(count("aria-current", in: html) == 1 && html.string.contains("aria-label=\"Página 3\" aria-current=\"page\">3</a>"))
        #expect(
            html.string.contains("href=\"/lista?pagina=2\" rel=\"prev\"") && html.string.contains("href=\"/lista?pagina=4\" rel=\"next\""))
        #expect(count("…", in: html) == 1)
        #expect(!Pagination.nav(1, of: 2, texts: texts) { _ in "/" }.string.contains("rel=\"prev\""))
        #expect(!Pagination.nav(2, of: 2, texts: texts) { _ in "/" }.string.contains("rel=\"next\""))
        #expect(Pagination.nav(1, of: 1, texts: texts) { _ in "/" }.isEmpty)
    }

    @Test("sections are all there, named by their headings, under links that lead to them")
    func sections() {
        let html = Sections.tabs(
            "Vías", [.init(id: "a", title: "Uno", content: "<p>1</p>"), .init(id: "b", title: "Dos", content: "<p>2</p>")])
        #expect(html.string.contains("<nav aria-label=\"Vías\">") && html.string.contains("<a href=\"#b\">Dos</a>"))
        #expect(html.string.contains("<section id=\"b\" aria-labelledby=\"b-title\">\n<h3 id=\"b-title\">Dos</h3>\n<p>2</p>"))
        #expect(!html.string.contains("hidden") && !html.string.contains("role="))
    }

    @Test("a table has a caption that names its frame, headings both ways, and figures under each other")
    func table() {
        let html = DataTable.framed(
            id: "t", caption: "Atenciones", columns: [.init("Canal"), .init("Cuántas", isNumeric: true)],
            rows: [["Web", "12", "beyond"], ["Módulo", "3"]])
        #expect(html.string.contains("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"t\">"))
        #expect(
            html.string.contains("<caption id=\"t\">Atenciones</caption>")
                && html.string.contains("<th scope=\"col\" class=\"number\">Cuántas</th>"))
        #expect(html.string.contains("<tr><th scope=\"row\">Web</th><td class=\"number\">12</td></tr>"))
    }

    @Test("a stacked table names each cell after its column, for screens on which the headings find no room")
    func stacked() {
        let html = DataTable.framed(
            id: "t", caption: "Atenciones", columns: [.init("Canal"), .init("Cuántas", isNumeric: true)], rows: [["Web", "12"]],
            stacked: true)
        #expect(html.string.contains("<table class=\"stacked\">"))
        #expect(
            html.string.contains("<tr><th scope=\"row\">Web</th><td class=\"number\" data-name=\"Cuántas\">12</td></tr>"))
    }

    @Test("each way to change says of which question it is, and what can't be changed has none")
    func answers() {
        let html = AnswerList.list([.init("Teléfono", "+56 9", change: "/cambiar/telefono"), .init("RUN", "1-9")], texts: texts)
        #expect(html.string.contains("<a href=\"/cambiar/telefono\">Cambiar<span class=\"sr\"> Teléfono</span></a>"))
        #expect(count("<a ", in: html) == 1 && html.string.contains("<dt>RUN</dt><dd>1-9</dd></div>"))
    }

    @Test("a card with an address is reached by its heading, one without is only read")
    func card() {
        #expect(
            Card.box("Vivienda", address: "/temas/vivienda", HTML()).string.contains("<h3><a href=\"/temas/vivienda\">Vivienda</a></h3>"))
        #expect(Card.box("Vivienda", HTML()).string.contains("<h3>Vivienda</h3>"))
    }

    @Test("steps are a numbered list, in their order")
    func steps() {
        #expect(StepList.list(["Uno", "Dos"]).string == "<ol class=\"steps\">\n<li>Uno</li>\n<li>Dos</li>\n</ol>")
    }

    @Test("a timeline says in words what is past, now and to come, and marks the present")
    func timeline() {
        let html = Timeline.line([.init(.past, "A", time: "ayer"), .init(.now, "B"), .init(.toCome, "C")], texts: texts)
        for (name, word, title) in [("past", "listo", "A"), ("now", "ahora", "B"), ("coming", "después", "C")] {
            #expect(html.string.contains("<li class=\"\(name)\""))
            #expect(html.string.contains("<h3><span class=\"sr\">\(word): </span>\(title)</h3>"))
        }
        #expect(count("aria-current=\"step\"", in: html) == 1 && count("class=\"when\"", in: html) == 1)
    }

    @Test("arches open as one goes on, and a sentence says the same", arguments: 0...3)
    func arches(done: Int) {
        let html = Arches.progress(["Datos", "Papeles", "Enviar"], done: done, texts: texts)
        #expect(count("class=\"past\"", in: html) == done && count("class=\"now\"", in: html) == (done < 3 ? 1 : 0))
        #expect(count(": listo</span>", in: html) == done)
        let sentence = done < 3 ? "Paso \(done + 1) de 3: \(["Datos", "Papeles", "Enviar"][done])" : "Todos los pasos están listos"
        #expect(html.string.contains("<p class=\"quiet\">\(sentence)</p>"))
    }

    @Test("a count out of range is the nearest that makes sense")
    func range() {
        #expect(Arches.progress(["A"], done: 9, texts: texts) == Arches.progress(["A"], done: 1, texts: texts))
        #expect(Arches.progress(["A"], done: -2, texts: texts) == Arches.progress(["A"], done: 0, texts: texts))
        #expect(Arches.progress([], done: 0, texts: texts).defects.isEmpty)
    }

    @Test("a confirmation is announced, gives the folio, and has the page's heading when it is the page")
    func confirmation() {
        let page = Confirmation.box("Recibida", folio: "7K3M", "<p>Luego</p>", texts: texts).string
        #expect(page.contains("role=\"status\"") && page.contains("<h1>Recibida</h1>") && page.contains("class=\"folio\">7K3M<"))
        #expect(Confirmation.box("Recibida", folio: "7K3M", HTML(), texts: texts, isPage: false).string.contains("<h2>Recibida</h2>"))
    }

    @Test("a ticket shows what is called, where to wait and for how long")
    func ticket() {
        let html = TicketSlip.slip(call: "B 047", point: "Sucursal Central", wait: "<p>20 minutos</p>", texts: texts).string
        #expect(
            html.contains("<p class=\"call\">B 047</p>") && html.contains("<strong>Sucursal Central</strong>")
                && html.contains("20 minutos"))
    }

    @Test("where there is nothing it says so in a heading, and the arch is not read")
    func empty() {
        let html = EmptyState.box("Sin horas", "<p>Pida una</p>").string
        #expect(html.contains("<h2>Sin horas</h2>") && html.contains("aria-hidden=\"true\"") && html.contains("<p>Pida una</p>"))
    }
}
