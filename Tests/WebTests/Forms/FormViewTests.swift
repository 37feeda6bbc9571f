import Civic
import Markup
import Testing

@testable import Web

@Suite("A form on the page")
struct FormViewTests {
    static func html(_ filling: Filling) throws -> String {
        let texts = try Texts(file: SampleSite.root + "/Texts/es.json", language: "es")
        let html = FormView(texts: texts, filling: filling, token: "T").form(action: "/avisos", button: "error.home", weight: .main)
        #expect(html.defects == [])
        return html.string
    }

    @Test("asks each question once, with its help, and says nothing of errors before there are any")
    func blank() throws {
        let text = try Self.html(SampleForm.form.blank)
        #expect(text.contains("<form method=\"post\" action=\"/avisos\" novalidate enctype=\"multipart/form-data\">"))
        #expect(text.contains("<input type=\"hidden\" name=\"token\" value=\"T\">"))
        for field in SampleForm.form.fields {
            #expect(
                text.contains("id=\"\(field.question.name)\"") || text.contains("id=\"\(field.question.name)-day\""),
                "\(field.question.name)")
        }
        #expect(!text.contains("class=\"summary\"") && !text.contains("aria-invalid") && !text.contains("role=\"alert\""))
        #expect(text.contains("<option value=\"05201\">Isla de Pascua</option>"))
    }

    @Test("help that comes from data stands before the hint; the answers of a long list stand under what they belong to")
    func grouped() throws {
        let field = Field<String>.select(
            "comuna", "form.day", hint: "form.hint.run", empty: "form.month",
            [
                FieldOption("1", plain: "Arica", group: "Norte"), FieldOption("2", plain: "Iquique", group: "Norte"),
                FieldOption("3", plain: "Aysén", group: "Sur"),
            ])
        let text = try Self.html(
            Form("grouped", [field.asked(plain: "¿Dónde vive?", help: "Donde duerme.").optional]).begun([("comuna", "2")]))
        #expect(text.contains("¿Dónde vive?") && text.contains("Donde duerme. Por ejemplo: 12.345.678-5."))
        #expect(text.matches(of: #/<optgroup/#).count == 2)
        #expect(text.contains("<option value=\"2\" selected>Iquique</option>\n</optgroup>\n<optgroup label=\"Sur\">"))
    }

    @Test("that comes back has everything that was typed, each error at its field and all of them at the top")
    func refused() throws {
        let sent = SampleForm.sent(["run": "1-1\"><b>", "birth-month": "13", "needs": "ramp", "note": "<i>\nhola"])
        let text = try Self.html(SampleForm.form.filling(sent))
        #expect(text.contains("<h2 id=\"errores-title\">Hay 2 datos que revisar</h2>"))
        #expect(text.contains("<a href=\"#run\">") && text.contains("<a href=\"#birth\">"))
        #expect(text.contains("value=\"1-1&quot;&gt;&lt;b&gt;\"") || text.contains("value=\"1-1&#34;&gt;&lt;b&gt;\""))
        #expect(text.contains("value=\"28\"") && text.contains("value=\"13\"") && text.contains("value=\"1951\""))
        #expect(
            text.contains("value=\"branch\" checked") && text.contains("value=\"ramp\" checked") && text.contains("value=\"yes\" checked"))
        #expect(text.contains("<option value=\"05201\" selected>") && text.contains("&lt;i&gt;\nhola</textarea>"))
        #expect(text.contains("id=\"run-error\"") && text.contains("aria-invalid=\"true\""))
    }

    @Test("that was open too long says so, and asks for the file again")
    func stale() throws {
        var filling = SampleForm.form.filling(
            SampleForm.sent(files: [("paper", Upload(fileName: "a.pdf", bytes: SubmissionTests.pdf))]))
        filling.isStale = true
        let text = try Self.html(filling)
        #expect(text.contains("role=\"alert\">Esta página estuvo abierta mucho tiempo"))
        #expect(text.contains("id=\"paper-error\">Elija otra vez el archivo"))
    }
}
