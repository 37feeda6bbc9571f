import Definitions
import Civic
import Foundation
import Markup
import Testing
import Web

@testable import Catalog

@Suite("A sheet as a person reads it")
struct SheetViewTests {
    static let root = ContentTests.folder.deletingLastPathComponent()

    static func texts(_ language: String = "es") throws -> Texts {
        try Texts(file: root.appendingPathComponent("Texts/\(language).json").path, language: language)
    }

    /// The sheet's page on a day, after a change to the sheet.
    private func page(
        _ slug: String = "pension-garantizada-universal", on day: String = "2026-11-23", in language: String = "es",
        _ change: (inout ServiceSheet) -> Void = { _ in }
    ) throws -> String {
        let catalogue = try ContentTests.catalogue()
        var sheet = try #require(catalogue.sheets.first { $0.slug == slug })
        change(&sheet)
        return try view(sheet, catalogue, on: try #require(Day(iso: day)), in: language).page.main.string
    }

    private func view(_ sheet: ServiceSheet, _ catalogue: Catalogue, on day: Day, in language: String = "es") throws -> SheetView {
        SheetView(
            texts: try Self.texts(language), source: try Self.texts(), reading: try ContentTests.reading(sheet, catalogue),
            service: nil, today: day)
    }

    /// What is said without opening anything.
    private func unfolded(_ html: String) -> String {
        html.replacing(/<details>(.|\n)*?<\/details>/, with: "")
    }

    @Test("a sheet in English has the house's words in English and its own sentences whole in Spanish, marked as such")
    func english() throws {
        let html = try page(in: "en")
        #expect(html.contains("What you need") && html.contains("This content is in Spanish.") && html.contains("CLP 231,732"))
        #expect(html.contains("Tener 65 años cumplidos") && html.contains("$1.252.602 (desde el 1 de febrero de 2026)"))
        #expect(html.contains("<h1 lang=\"es\">") && html.contains("<ul class=\"checks\" lang=\"es\">"))
        #expect(try !page().contains("lang=\"es\""))
    }

    @Test("the universal pension says today's amounts, for which ages, since when and from where")
    func amounts() throws {
        let open = unfolded(try page())
        #expect(open.contains("Monto máximo, 65 a 74 años"))
        #expect(open.contains("$231.732"))
        #expect(open.contains("75 años o más"))
        #expect(open.contains("$250.275"))
        #expect(open.contains("Del 1 de septiembre de 2026 al 31 de enero de 2027"))
        #expect(open.contains("$789.139"))
        #expect(open.contains(">meganoticias.cl</a>"))
        #expect(!open.contains("82 años"), "an earlier band is not today's")
    }

    @Test("earlier values are folded away with their dates")
    func earlier() throws {
        let html = try page()
        let folded = html.matches(of: /<details>(.|\n)*?<\/details>/).map { String($0.output.0) }.joined()
        #expect(folded.contains("$224.004"))
        #expect(folded.contains("Del 1 de febrero de 2025 al 31 de agosto de 2025"))
        #expect(!unfolded(html).contains("$224.004"))
    }

    @Test("in August 2026 the band of 82 years still stands, and in September it is gone")
    func bands() throws {
        #expect(unfolded(try page(on: "2026-08-31")).contains("Monto máximo, 82 años o más"))
        #expect(!unfolded(try page(on: "2026-09-01")).contains("82 años o más"))
    }

    @Test("before the first value and after the last one the amount is to be confirmed", arguments: ["2020-01-01", "2030-01-01"])
    func unknown(_ day: String) throws {
        let open = unfolded(
            try page("bono-de-invierno", on: day) { sheet in
                #expect(sheet.ownAmounts.count == 1 && sheet.ownAmounts.first?.to != nil)
            })
        #expect(open.contains("Pago único 2026: monto por confirmar"))
        #expect(day > "2026" ? !open.contains("$81.257") : open.contains("Anunciado para más adelante"))
    }

    @Test("after its last day a parameter's amount is to be confirmed, not carried on", arguments: ["2027-02-01", "2027-08-31"])
    func notCarriedOn(_ day: String) throws {
        let open = unfolded(try page(on: day))
        for label in ["Monto máximo, 65 años o más", "Pensión inferior", "Pensión superior"] {
            #expect(open.contains("\(label): monto por confirmar"))
        }
        #expect(open.contains("pensión superior vigente: monto por confirmar."))
        #expect(!open.contains("$231.732") && !open.contains("$789.139") && !open.contains("$1.252.602"))
        #expect(open.contains("Anunciado para más adelante"))
    }

    @Test("a sentence has the limit of the day, with its day")
    func limitOfTheDay() throws {
        #expect(try page().contains("pensión superior vigente: $1.252.602 (desde el 1 de febrero de 2026)."))
        #expect(try page(on: "2026-01-31").contains("pensión superior vigente: $1.210.828 (desde el 1 de febrero de 2025)."))
        #expect(try page().contains("Tener 65 años cumplidos"))
    }

    @Test("the limits of the family allowance are those of each amount's own days")
    func limits() throws {
        let html = try page("asignacion-familiar-y-maternal")
        #expect(unfolded(html).contains("<strong>$22.601</strong> <span>ingreso de hasta $649.039</span>"))
        #expect(html.contains("<strong>$22.007</strong> <span>ingreso de hasta $631.976</span>"))
        #expect(html.contains("Ingreso mensual no superior a $1.478.539 (desde el 1 de mayo de 2026)."))
    }

    @Test("an amount that was inferred says that it is to be confirmed, and a sure one does not")
    func unsure() throws {
        let inferred = unfolded(try page("pension-basica-solidaria-de-invalidez"))
        #expect(inferred.contains("$250.275") && inferred.contains("Por confirmar: pregunte en el 101"))
        #expect(!unfolded(try page("asignacion-familiar-y-maternal")).contains("Por confirmar"))
        let earlier = try page()
        #expect(earlier.contains("$206.173") && earlier.contains("Dato por confirmar."))
    }

    @Test("an amount that was made up for a demonstration says so")
    func assumed() throws {
        let catalogue = try ContentTests.catalogue()
        let sheet = try #require(catalogue.sheets.first { $0.slug == "tramos-fonasa" })
        var assumed = catalogue
        assumed.parameters = try catalogue.parameters.map { parameter in
            try Parameter(
                parameter.id, name: parameter.name, unit: parameter.unit, ages: parameter.ages, isAssumed: true, values: parameter.values,
                missing: parameter.missing)
        }
        let day = try #require(Day(iso: "2026-11-23"))
        #expect(try view(sheet, assumed, on: day).page.main.string.contains("Valor supuesto para esta demostración"))
        #expect(try !view(sheet, catalogue, on: day).page.main.string.contains("supuesto"))
    }

    @Test("a sheet whose parameter is gone from the store says that the amount is to be confirmed")
    func gone() throws {
        var catalogue = try ContentTests.catalogue()
        catalogue.parameters = []
        let sheet = try #require(catalogue.sheets.first { $0.slug == "subsidio-maternal" })
        let html = try view(sheet, catalogue, on: try #require(Day(iso: "2026-11-23"))).page.main.string
        #expect(html.contains("Monto mensual (equivale al SUF): monto por confirmar"))
    }

    @Test("what is over does not ask anybody to confirm an amount")
    func over() throws {
        let html = try page("cupon-de-gas-licuado")
        #expect(!html.contains("por confirmar"))
        #expect(html.contains("$27.000"))
        #expect(html.contains("Ver el sitio oficial"))
    }

    @Test(
        "a sheet that is not in force says so before anything else",
        arguments: [ServiceSheet.Status.closed, .ended, .historical, .beingReplaced])
    func status(_ status: ServiceSheet.Status) throws {
        let html = try page { $0.status = status }
        let notice = try #require(html.range(of: "class=\"notice\""))
        let lead = try #require(html.range(of: "class=\"lead\""))
        #expect(notice.lowerBound < lead.lowerBound)
    }

    @Test("a sheet in force has no such notice")
    func inForce() throws {
        #expect(try !page().contains("class=\"notice\""))
    }

    @Test("low confidence is said in plain words, with what remains to be confirmed")
    func confidence() throws {
        let html = try page("postnatal-parental")
        #expect(html.contains("están por confirmar"))
        #expect(html.contains("faltan las semanas y los topes"))
        #expect(html.contains("Última revisión: 23 de noviembre de 2026."))
    }

    @Test("the code for the call centre is there, and our own codes are told apart")
    func code() throws {
        #expect(try page().contains("<strong>102077</strong>"))
        let own = try page("certificado-de-nacimiento")
        #expect(own.contains("<strong>900030</strong>"))
        #expect(own.contains("código propio de este sitio"))
    }

    @Test("a price says when it was reported")
    func price() throws {
        let html = try page("cedula-de-identidad")
        #expect(html.contains("$3.820."))
        #expect(html.contains("valor informado el 7 de agosto de 2025"))
    }

    @Test("each medium has its steps, in numbered lists")
    func steps() throws {
        let html = try page()
        for name in ["En línea", "En persona", "Por teléfono", "Por videoatención"] { #expect(html.contains("<h3>\(name)</h3>")) }
        #expect(!html.contains("En un módulo de autoatención"))
        #expect(html.contains("<li>Ingrese con ClaveÚnica y complete la solicitud.</li>"))
    }

    @Test("text of a sheet is text, never markup")
    func escaping() throws {
        let html = try page { sheet in
            sheet.title = "<script>alert(1)</script>"
            sheet.requirements = ["<b onclick=x>\"&"]
            sheet.online = "javascript:alert(1)"
        }
        #expect(!html.contains("<script>"))
        #expect(html.contains("&lt;b onclick=x>\"&amp;") || html.contains("&lt;b onclick=x&gt;"))
        #expect(!html.contains("javascript:"))
    }

    @Test("all sheets make pages without a defect, without a bare text key, and far below 14 kB on the wire")
    func all() throws {
        let catalogue = try ContentTests.catalogue()
        let texts = try Self.texts()
        let layout = Layout(texts: texts, navigation: [], stylesheets: ["/ventanilla.css"], isDemonstration: true)
        let day = try #require(Day(iso: "2026-11-23"))
        let keys = Set(texts.keys)
        for sheet in catalogue.sheets {
            let page = try view(sheet, catalogue, on: day).page
            let document = layout.document(page)
            #expect(document.defects.isEmpty, "\(sheet.slug): \(document.defects)")
            #expect(page.main.string.matches(of: /<h1>/).count == 1)
            let words = page.main.string.matches(of: /[a-z]+(\.[a-zA-Z0-9]+)+/).map { String($0.output.0) }
            #expect(words.filter(keys.contains) == [], "\(sheet.slug)")
            let sent = Representation(document.bytes, type: "text/html", cacheControl: "no-cache")
            #expect(try #require(sent.size(.brotli)) < 8_000, "\(sheet.slug)")
        }
    }
}
