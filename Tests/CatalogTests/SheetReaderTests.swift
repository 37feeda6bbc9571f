import Definitions
import Civic
import Testing

@testable import Catalog

@Suite("The strict reader of sheets")
struct SheetReaderTests {
    @Test("a whole sheet is read with everything that it says")
    func whole() throws {
        let sheet = try #require(try SampleFiles.catalogue().sheets.first)
        #expect(sheet.number == SheetNumber(value: 33112, isPublic: true, evidence: [.link]))
        #expect(sheet.slug == "subsidio-familiar")
        #expect(sheet.path == "/fichas/33112-subsidio-familiar")
        #expect(sheet.steps.media == [.branch, .phone])
        #expect(sheet.steps[.phone] == ["Llame al 101."])
        #expect(sheet.cost.isFree)
        #expect(sheet.ownAmounts.map(\.money.amount) == [22601, 22007])
        #expect(sheet.ownAmounts[1].to == Day(iso: "2026-04-30"))
        #expect(sheet.ownAmounts[0].source == "prensa")
        #expect(sheet.sources == [Source(id: "prensa", name: "prensa.cl", url: "https://www.prensa.cl/suf")])
        #expect(sheet.checked == Day(iso: "2026-11-23"))
    }

    struct Slip: Sendable, CustomTestStringConvertible {
        let what: String
        let old: String
        let new: String
        let field: String
        let message: String
        /// A text of the sample on the line that must be named.
        let at: String

        var testDescription: String { what }
    }

    static let slips: [Slip] = [
        Slip(what: "an unknown key", old: "title:", new: "titel: x\ntitle:", field: "titel", message: "unknown field", at: "title:"),
        Slip(
            what: "a missing field", old: "audience: Madres, padres o personas a cargo.\n", new: "", field: "audience",
            message: "is missing", at: "number:"),
        Slip(
            what: "a list where a text stands", old: "title: Subsidio Familiar (SUF)", new: "title: [a, b]", field: "title",
            message: "must be text", at: "title:"),
        Slip(
            what: "a number where a text stands", old: "title: Subsidio Familiar (SUF)", new: "title: 101", field: "title",
            message: "write it in quotes", at: "title:"),
        Slip(
            what: "an empty value", old: "summary: Aporte mensual por cada carga.", new: "summary:", field: "summary", message: "is empty",
            at: "summary:"),
        Slip(
            what: "a text where a list stands", old: "topics: [pensiones]", new: "topics: pensiones", field: "topics",
            message: "must be a list", at: "topics:"),
        Slip(
            what: "an unknown institution", old: "institution: IPS", new: "institution: XYZ", field: "institution",
            message: "'XYZ' is not in institutions.csv", at: "institution:"),
        Slip(
            what: "an unknown topic", old: "topics: [pensiones]", new: "topics: [pensiones, nada]", field: "topics",
            message: "'nada' is not in topics.yaml", at: "topics:"),
        Slip(
            what: "a topic twice", old: "topics: [pensiones]", new: "topics: [pensiones, pensiones]", field: "topics",
            message: "'pensiones' is there twice", at: "topics:"),
        Slip(
            what: "an unknown life event", old: "[jubilar]", new: "[volar]", field: "lifeEvents",
            message: "'volar' is not in life-events.yaml", at: "lifeEvents:"),
        Slip(
            what: "an unknown place", old: "[municipality]", new: "[moon]", field: "inPersonAt", message: "'moon' is not in places.yaml",
            at: "inPersonAt:"),
        Slip(
            what: "an unknown word", old: "kind: benefit", new: "kind: gift", field: "kind",
            message: "must be one of: benefit, procedure, information", at: "kind:"),
        Slip(
            what: "a malformed date", old: "checked: 2026-11-23", new: "checked: 23/11/2026", field: "checked",
            message: "must be a day of the calendar", at: "checked:"),
        Slip(
            what: "a day that is not in the calendar", old: "from: 2026-05-01", new: "from: 2026-02-30", field: "amounts[1].from",
            message: "must be a day of the calendar", at: "from: 2026-05-01"),
        Slip(
            what: "an amount without a date", old: "    from: 2026-05-01\n", new: "", field: "amounts[1].from",
            message: "an amount needs the day from which it holds", at: "- label: Por carga"),
        Slip(
            what: "a negative amount", old: "pesos: 22601", new: "pesos: -22601", field: "amounts[1].pesos",
            message: "must not be negative", at: "pesos: 22601"),
        Slip(
            what: "an amount of nothing", old: "pesos: 22601", new: "pesos: 0", field: "amounts[1].pesos",
            message: "must be more than zero", at: "pesos: 22601"),
        Slip(
            what: "an amount with dots", old: "pesos: 22601", new: "pesos: 22.601", field: "amounts[1].pesos",
            message: "must be a whole number without dots", at: "pesos: 22601"),
        Slip(
            what: "an amount that ends before it begins", old: "to: 2026-04-30", new: "to: 2025-12-31", field: "amounts[2].to",
            message: "is before 'from'", at: "to: 2026-04-30"),
        Slip(
            what: "overlapping amounts", old: "to: 2026-04-30", new: "to: 2026-05-01", field: "amounts[2].from",
            message: "overlaps amounts[1]", at: "from: 2026-01-01"),
        Slip(
            what: "an amount from an unknown source", old: "source: prensa", new: "source: radio", field: "amounts[1].source",
            message: "'radio' is not the id", at: "source: prensa"),
        Slip(
            what: "an address that is not https", old: "online: https://", new: "online: http://", field: "online",
            message: "must be an address that begins with https://", at: "online:"),
        Slip(
            what: "a source whose address is not https", old: "url: https://www.prensa.cl/suf", new: "url: ftp://prensa",
            field: "sources[1].url", message: "begins with https://", at: "url:"),
        Slip(
            what: "a price without a day", old: "pesos: 0\n", new: "pesos: 3820\n", field: "cost.pesos", message: "a price needs the day",
            at: "pesos: 0"),
        Slip(
            what: "a number of our own given as public", old: "value: 33112", new: "value: 900001", field: "number.value",
            message: "a public number is between", at: "number:"),
        Slip(
            what: "a public number given as our own", old: "public: true", new: "public: false", field: "number.value",
            message: "a number of our own is between", at: "number:"),
        Slip(
            what: "a field twice", old: "kind: benefit", new: "kind: benefit\nkind: procedure", field: "kind", message: "is written twice",
            at: "kind:"),
        Slip(
            what: "text that is no YAML", old: "kind: benefit", new: "kind: [benefit", field: "", message: "is not YAML here", at: "status:"
        ),
        Slip(
            what: "an unknown field inside of an amount", old: "source: prensa", new: "sauce: prensa", field: "amounts[1].sauce",
            message: "unknown field", at: "source: prensa"),
    ]

    @Test("a slip is refused with its file, its line and its field", arguments: slips)
    func slip(_ slip: Slip) throws {
        let defects = SampleFiles.defects(slip.old, slip.new)
        let defect = try #require(defects.first { $0.field == slip.field && $0.message.contains(slip.message) }, "found only: \(defects)")
        #expect(defect.file == "sheets/subsidio-familiar.yaml")
        #expect(defect.line == SampleFiles.line(of: slip.at))
    }

    @Test("all defects of all files are told together, in order")
    func together() throws {
        var texts = SampleFiles.texts
        texts["sheets/subsidio-familiar.yaml"] = SampleFiles.sheet.replacing("kind: benefit", with: "kind: gift")
            .replacing("from: 2026-05-01", with: "from: mayo")
        texts["sheets/otra.yaml"] = SampleFiles.sheet.replacing("33112", with: "33113").replacing(
            "title: Subsidio Familiar (SUF)\n", with: "")
        texts["life-events.yaml"] = "- slug: jubilar\n  title: Jubilar\n  evidence: perhaps\n"
        let defects = SampleFiles.defects(of: texts)
        #expect(
            defects.map { "\($0.file) \($0.field)" } == [
                "life-events.yaml [1].evidence", "sheets/otra.yaml title", "sheets/subsidio-familiar.yaml kind",
                "sheets/subsidio-familiar.yaml amounts[1].from",
            ])
    }

    @Test("a number that another sheet has is refused, with the name of the other file")
    func sameNumber() throws {
        var texts = SampleFiles.texts
        texts["sheets/otra.yaml"] = SampleFiles.sheet
        let defects = SampleFiles.defects(of: texts)
        let defect = try #require(defects.first)
        #expect(defects.count == 1)
        #expect(defect.file == "sheets/subsidio-familiar.yaml")
        #expect(defect.field == "number.value")
        #expect(defect.line == 1)
        #expect(defect.message == "33112 is already the number of sheets/otra.yaml")
    }

    @Test("the name of the file is the address, so it must be one", arguments: ["Subsidio", "subsidio_familiar", "niñez", "-a", "a--b"])
    func fileName(_ name: String) throws {
        var texts = SampleFiles.texts
        texts["sheets/\(name).yaml"] = SampleFiles.sheet.replacing("33112", with: "33113")
        let defect = try #require(SampleFiles.defects(of: texts).first)
        #expect(defect.file == "sheets/\(name).yaml")
        #expect(defect.message.contains("the sheet's address"))
    }

    @Test("a file in the folder of sheets that is no sheet is refused")
    func otherFile() throws {
        var texts = SampleFiles.texts
        texts["sheets/notas.txt"] = "hola"
        #expect(SampleFiles.defects(of: texts).map(\.description) == ["sheets/notas.txt: a sheet's file ends in .yaml"])
    }

    @Test("bands of different ages may hold at the same time, and those of one age may not")
    func ages() throws {
        let sheet = SampleFiles.sheet.replacing(
            "  - label: Por carga\n    pesos: 22601\n    from: 2026-05-01\n    source: prensa\n  - label: Por carga\n    pesos: 22007\n    from: 2026-01-01\n    to: 2026-04-30\n",
            with:
                "  - {label: Monto, ages: {from: 65, to: 74}, pesos: 1, from: 2026-09-01}\n  - {label: Monto, ages: {from: 75}, pesos: 2, from: 2026-09-01}\n"
        )
        var texts = SampleFiles.texts
        texts["sheets/subsidio-familiar.yaml"] = sheet
        #expect(SampleFiles.defects(of: texts).isEmpty)
        texts["sheets/subsidio-familiar.yaml"] = sheet.replacing("to: 74", with: "to: 75")
        #expect(SampleFiles.defects(of: texts).map(\.field) == ["amounts[2].from"])
        texts["sheets/subsidio-familiar.yaml"] = sheet.replacing("ages: {from: 75}, ", with: "")
        #expect(SampleFiles.defects(of: texts).map(\.field) == ["amounts[2].from"])
    }
}
