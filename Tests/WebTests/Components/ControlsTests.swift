import Foundation
import Markup
import Testing

@testable import Web

@Suite("A control is whole: label, help, error and value, tied together and escaped")
struct ControlsTests {
    static let nasty = "\"><script>x</script>&"
    static let wrong = ControlLabel("Correo", hint: "Como nombre@dominio.cl", error: "Falta la arroba")
    static let options = [ControlOption("a", "Uno"), ControlOption("b", "Dos", hint: "El segundo"), ControlOption("c", "Tres")]

    @Test("the label names the control, and help and error describe it in the order of the page")
    func tied() throws {
        let html = Controls.text("correo", Self.wrong, value: "ana", kind: .email, autocomplete: "email").string
        #expect(html.contains("<label for=\"correo\">Correo</label>"))
        #expect(html.contains("<p class=\"hint\" id=\"correo-hint\">Como nombre@dominio.cl</p>"))
        #expect(html.contains("<p class=\"error\" id=\"correo-error\">Falta la arroba</p>"))
        #expect(html.contains("aria-describedby=\"correo-hint correo-error\""))
        #expect(html.contains("aria-invalid=\"true\"") && html.contains("class=\"field wrong\""))
        let places = try ["<label", "-hint\">", "-error\">", "<input"].map { try #require(html.range(of: $0)).lowerBound }
        #expect(places == places.sorted())
    }

    @Test("a control that is right describes nothing that is not there")
    func bare() {
        let html = Controls.text("nombre", ControlLabel("Nombre")).string
        #expect(!html.contains("aria-describedby") && !html.contains("aria-invalid") && !html.contains("<p"))
        #expect(html.contains("class=\"field\""))
    }

    @Test("what must be there says so without stopping the form, and what need not be there says it in words")
    func required() {
        let must = Controls.text("a", ControlLabel("A")).string
        #expect(must.contains("aria-required=\"true\"") && !must.contains(" required"))
        let may = Controls.text("a", ControlLabel("A", optional: "opcional")).string
        #expect(!may.contains("aria-required") && may.contains("A <span class=\"quiet\">(opcional)</span></label>"))
    }

    @Test(
        "a telephone shows the keys for what is asked",
        arguments: [
            (Controls.TextKind.email, "type=\"email\"", "inputmode=\"email\""), (.phone, "type=\"tel\"", "inputmode=\"tel\""),
            (.search, "type=\"search\"", "inputmode=\"search\""), (.number, "type=\"text\"", "inputmode=\"numeric\""),
            (.run, "autocapitalize=\"characters\"", "spellcheck=\"false\""),
        ])
    func keys(kind: Controls.TextKind, one: String, other: String) {
        let html = Controls.text("x", ControlLabel("X"), kind: kind).string
        #expect(html.contains(one) && html.contains(other))
    }

    @Test("values come back as they were typed, and none can leave its place")
    func escapes() {
        let label = ControlLabel(Self.nasty, hint: Self.nasty, error: Self.nasty)
        let options = [ControlOption(Self.nasty, Self.nasty, hint: Self.nasty)]
        let all = [
            Controls.text("x", label, value: Self.nasty, prefix: Self.nasty), Controls.area("x", label, value: Self.nasty),
            Controls.select("x", label, options: options, value: Self.nasty, empty: Self.nasty),
            Controls.choice("x", label, options: options), Controls.choices("x", label, options: options), Controls.tick("x", label),
            Controls.date("x", label, day: Self.nasty, words: DateWords(day: Self.nasty, month: "", year: "")),
            Controls.file("x", label, accept: [Self.nasty]), Controls.errorSummary(title: Self.nasty, [("x", Self.nasty)]),
        ]
        for html in all {
            #expect(!html.string.contains("<script"))
            #expect(html.defects.isEmpty)
        }
        #expect(all[0].string.contains("value=\"&quot;&gt;&lt;script&gt;x&lt;/script&gt;&amp;\""))
    }

    @Test("the first line break of a text of several lines is kept")
    func lines() {
        let html = Controls.area("x", ControlLabel("X"), value: "\nuno", rows: 8, most: 500).string
        #expect(html.contains(">\n\nuno</textarea>"))
        #expect(html.contains("rows=\"8\"") && html.contains("maxlength=\"500\""))
    }

    @Test("a prefix is seen and not read as a part of the value")
    func prefix() {
        let html = Controls.text("monto", ControlLabel("Monto"), value: "231732", kind: .number, width: .medium, prefix: "$").string
        #expect(html.contains("<span aria-hidden=\"true\">$</span><input"))
        #expect(html.contains("class=\"medium\"") && html.contains("value=\"231732\""))
    }

    @Test("of several answers the chosen one is marked, and no other")
    func chosen() {
        let select = Controls.select("x", ControlLabel("X"), options: Self.options, value: "b", empty: "Elija").string
        #expect(select.contains("<option value=\"b\" selected>Dos") && select.components(separatedBy: " selected").count == 2)
        #expect(select.contains("<option value=\"\">Elija</option>"))
        let radios = Controls.choice("x", ControlLabel("X"), options: Self.options, value: "c").string
        #expect(radios.contains("value=\"c\" checked") && radios.components(separatedBy: " checked").count == 2)
        let boxes = Controls.choices("x", ControlLabel("X"), options: Self.options, values: ["a", "c"]).string
        #expect(boxes.contains("value=\"a\" checked") && boxes.contains("value=\"c\" checked") && !boxes.contains("value=\"b\" checked"))
        #expect(Controls.tick("x", ControlLabel("X"), isOn: true).string.contains("value=\"yes\" checked"))
    }

    @Test("a group has its legend, and the first of its answers has the id that an error leads to")
    func groups() {
        let html = Controls.choice("via", ControlLabel("Vía", hint: "Una", error: "Elija una"), options: Self.options).string
        #expect(html.contains("role=\"radiogroup\" aria-required=\"true\" aria-invalid=\"true\" aria-describedby=\"via-hint via-error\""))
        #expect(html.contains("<legend>Vía</legend>"))
        #expect(html.contains("id=\"via\" name=\"via\" value=\"a\"") && html.contains("id=\"via-2\" name=\"via\" value=\"b\""))
        let boxes = Controls.choices("via", ControlLabel("Vía", error: "Elija"), options: Self.options).string
        #expect(!boxes.contains("radiogroup") && boxes.components(separatedBy: "aria-invalid=\"true\"").count == 4)
    }

    @Test("the help of an answer describes it and is no part of its name")
    func about() {
        let html = Controls.choice("via", ControlLabel("Vía"), options: Self.options).string
        #expect(html.contains("aria-labelledby=\"via-2-words\" aria-describedby=\"via-2-about\""))
        #expect(html.contains("<span id=\"via-2-words\">Dos</span> <span class=\"hint\" id=\"via-2-about\">El segundo</span>"))
    }

    @Test("a day has three named parts, and the group itself can be led to")
    func date() {
        let words = DateWords(day: "Día", month: "Mes", year: "Año")
        let label = ControlLabel("Nacimiento", error: "Ese día no existe")
        let html = Controls.date("nace", label, day: "30", month: "2", year: "1990", words: words, autocomplete: true).string
        #expect(html.contains("id=\"nace\" tabindex=\"-1\"") && html.contains("<legend>Nacimiento</legend>"))
        for (part, title, value) in [("day", "Día", "30"), ("month", "Mes", "2"), ("year", "Año", "1990")] {
            #expect(html.contains("<label for=\"nace-\(part)\">\(title)</label>"))
            #expect(html.contains("id=\"nace-\(part)\" name=\"nace-\(part)\" value=\"\(value)\""))
            #expect(html.contains("autocomplete=\"bday-\(part)\""))
        }
        #expect(!Controls.date("nace", label, words: words).string.contains("autocomplete"))
    }

    @Test("a file says which kinds help, and many only when many may come")
    func file() {
        let html = Controls.file("papel", ControlLabel("Papel"), accept: [".pdf", "image/*"], isMany: true).string
        #expect(html.contains("accept=\".pdf,image/*\" multiple"))
        #expect(!Controls.file("papel", ControlLabel("Papel"), accept: []).string.contains("multiple"))
    }

    @Test("errors are summed up where they are heard first, each leading to its control")
    func summary() {
        let html = Controls.errorSummary(title: "Revise dos datos", [("correo", "Falta la arroba"), ("nace-day", "Ese día no existe")])
            .string
        #expect(html.contains("id=\"errores\" role=\"alert\" tabindex=\"-1\" autofocus aria-labelledby=\"errores-title\""))
        #expect(html.contains("<a href=\"#correo\">Falta la arroba</a>") && html.contains("<a href=\"#nace-day\">"))
        #expect(Controls.errorSummary(title: "Nada", []).isEmpty)
    }
}
