import Definitions
import Civic
import Testing

@testable import Catalog

@Suite("The strict reader of parameters")
struct ParameterReaderTests {
    static let file = "parameters/pension.yaml"

    static let parameters = """
        parameters:
          - id: pgu.maximo
            name: {es: Monto máximo, en: Highest amount}
            unit: pesos
            ages: {from: 65}
            basis: [Ley N° 21.419]
            confidence: high
            values:
              - {from: 2025-02-01, to: 2026-01-31, pesos: 224004, source: prensa}
              - from: 2026-02-01
                ages: {from: 65, to: 81}
                pesos: 231732
                source: [prensa, ley]
                confidence: low
                reason: Se infiere.
              - {from: 2026-02-01, ages: {from: 82}, pesos: 250275, source: ley}
          - id: pgu.exclusion
            name: {es: Parte más rica, en: Richest part}
            unit: percent
            assumed: true
            confidence: medium
            values:
              - {from: 2022-02-01, to: 2022-12-31, percent: 12.5, source: ley}
            missing:
              - {from: 2023-01-01, reason: Nadie lo ha dicho.}
            remark: Solo de ejemplo.
        sources:
          - {id: prensa, name: prensa.cl, url: "https://www.prensa.cl/pgu"}
          - {id: ley, name: Ley N° 21.419, kind: official}

        """

    private func defects(_ old: String, _ new: String) -> [FileDefect] {
        var texts = SampleFiles.texts
        guard Self.parameters.contains(old) else { return [] }
        texts[Self.file] = Self.parameters.replacing(old, with: new, maxReplacements: 1)
        return SampleFiles.defects(of: texts)
    }

    private func line(of text: String) -> Int {
        let lines = Self.parameters.split(separator: "\n", omittingEmptySubsequences: false)
        return (lines.firstIndex { $0.contains(text) } ?? -1) + 1
    }

    @Test("a whole file is read with everything that it says, in the order of the ids")
    func whole() throws {
        var texts = SampleFiles.texts
        texts[Self.file] = Self.parameters
        let read = try CatalogueFiles(texts: texts).catalogue().parameters
        #expect(read.map(\.id.description) == ["pgu.exclusion", "pgu.maximo"])
        let (share, maximum) = (read[0], read[1])
        #expect(share.unit == .percent && share.isAssumed && share.remark == "Solo de ejemplo.")
        #expect(share.values.map(\.amount) == [1250], "hundredths, exact")
        #expect(share.name == Parameter.Name(es: "Parte más rica", en: "Richest part"))
        #expect(maximum.values[1].sources.map(\.kind) == [nil, .official])
        #expect(share.missing.map(\.reason) == ["Nadie lo ha dicho."])
        #expect(maximum.ages == AgeBand(from: 65) && maximum.basis == ["Ley N° 21.419"] && !maximum.isAssumed)
        #expect(maximum.values.map(\.amount) == [224_004, 231_732, 250_275])
        #expect(maximum.values.map(\.confidence) == [.high, .low, .high])
        #expect(maximum.values[1].sources.map(\.name) == ["prensa.cl", "Ley N° 21.419"])
        #expect(maximum.values[1].reason == "Se infiere.")
    }

    struct Slip: Sendable, CustomTestStringConvertible {
        let what: String
        let old: String
        let new: String
        let field: String
        let message: String
        /// A text on the line that must be named.
        let at: String

        var testDescription: String { what }

        init(_ what: String, _ old: String, _ new: String, _ field: String, _ message: String, at: String) {
            (self.what, self.old, self.new, self.field, self.message, self.at) = (what, old, new, field, message, at)
        }
    }

    static let slips: [Slip] = [
        Slip(
            "a gap of a day", "to: 2026-01-31", "to: 2026-01-30", "parameters[1].values",
            "pgu.maximo: no value from 2026-01-31 to 2026-01-31 for ages 65 and over, and nobody says that it is missing",
            at: "from: 2025-02-01"),
        Slip(
            "a gap of ages", "to: 81", "to: 79", "parameters[1].values",
            "pgu.maximo: no value from 2026-02-01 on for ages 80 to 81, and nobody says that it is missing", at: "from: 2025-02-01"),
        Slip(
            "an overlap of ages", "{from: 82}", "{from: 75}", "parameters[1].values[3].from",
            "pgu.maximo: two at once from 2026-02-01 on for ages 75 to 81", at: "{from: 82}"),
        Slip(
            "an overlap of days", "to: 2026-01-31", "to: 2026-02-02", "parameters[1].values[2].from",
            "pgu.maximo: two at once from 2026-02-01 to 2026-02-02 for ages 65 to 81", at: "- from: 2026-02-01"),
        Slip(
            "an absence over a value", "from: 2023-01-01", "from: 2022-12-31", "parameters[2].missing[1].from",
            "pgu.exclusion: two at once from 2022-12-31 to 2022-12-31", at: "from: 2023-01-01"),
        Slip(
            "a band outside of the parameter's ages", "{from: 65, to: 81}", "{from: 60, to: 81}", "parameters[1].values[2].ages",
            "a band that the parameter does not have", at: "to: 81"),
        Slip("no id", "id: pgu.maximo", "id: PGU", "parameters[1].id", "a family and a name", at: "id: pgu.maximo"),
        Slip(
            "an id twice", "id: pgu.exclusion", "id: pgu.maximo", "parameters[2].id",
            "'pgu.maximo' is already a parameter of parameters/pension.yaml", at: "id: pgu.exclusion"),
        Slip(
            "a name in one language", "name: {es: Monto máximo, en: Highest amount}", "name: Monto máximo", "parameters[1].name",
            "is written in both languages", at: "Monto máximo"),
        Slip(
            "a name without English", "name: {es: Monto máximo, en: Highest amount}", "name: {es: Monto máximo}", "parameters[1].name.en",
            "is missing", at: "Monto máximo"),
        Slip(
            "an unknown kind of source", "kind: official", "kind: press", "sources[2].kind", "must be one of: official, unread",
            at: "kind: official"),
        Slip("an unknown unit", "unit: pesos", "unit: euros", "parameters[1].unit", "must be one of: pesos", at: "unit: pesos"),
        Slip("another unit's number", "pesos: 250275", "days: 250275", "parameters[1].values[3].pesos", "is missing", at: "{from: 82}"),
        Slip("a number with dots", "pesos: 224004", "pesos: 224.004", "parameters[1].values[1].pesos", "whole number", at: "224004"),
        Slip("less than nothing", "pesos: 224004", "pesos: -1", "parameters[1].values[1].pesos", "must not be negative", at: "224004"),
        Slip("three decimals", "percent: 12.5", "percent: 12.505", "parameters[2].values[1].percent", "two decimals", at: "12.5"),
        Slip("no first day", "from: 2025-02-01, ", "", "parameters[1].values[1].from", "a value needs the day", at: "224004"),
        Slip("days that run back", "to: 2026-01-31", "to: 2024-01-31", "parameters[1].values[1].to", "is before 'from'", at: "224004"),
        Slip("no source", ", source: prensa}", "}", "parameters[1].values[1].source", "a value comes from somewhere", at: "224004"),
        Slip(
            "an unknown source", "source: prensa}", "source: radio}", "parameters[1].values[1].source",
            "is not the id of one of the file's sources", at: "224004"),
        Slip(
            "low confidence without its reason", "        reason: Se infiere.\n", "", "parameters[1].values[2].reason",
            "low confidence says why", at: "- from: 2026-02-01"),
        Slip(
            "an absence without its reason", ", reason: Nadie lo ha dicho.", "", "parameters[2].missing[1].reason", "is missing",
            at: "2023-01-01"),
        Slip("an unknown field", "basis:", "bases:", "parameters[1].bases", "unknown field", at: "basis:"),
        Slip(
            "ages that run back", "ages: {from: 65}\n", "ages: {from: 65, to: 60}\n", "parameters[1].ages.from",
            "ages run from the lower", at: "ages: {from: 65}"),
        Slip(
            "a parameter in a value's condition", "confidence: low", "confidence: low\n        condition: \"hasta {suf.monto}\"",
            "parameters[1].values[2].condition", "names no parameter", at: "reason: Se infiere."),
    ]

    @Test("a slip is refused with its file, its line and its field, and gaps and overlaps by name, days and ages", arguments: slips)
    func slip(_ slip: Slip) throws {
        let found = defects(slip.old, slip.new)
        let defect = try #require(found.first { $0.field == slip.field && $0.message.contains(slip.message) }, "found only: \(found)")
        #expect(defect.file == Self.file)
        #expect(defect.line == line(of: slip.at))
    }

    @Test("a file without parameters, and one that is no YAML, are refused")
    func files() {
        #expect(defects("parameters:\n", "others:\n").contains { $0.field == "parameters" && $0.message == "is missing" })
        var texts = SampleFiles.texts
        texts["parameters/notas.txt"] = Self.parameters
        #expect(SampleFiles.defects(of: texts).map(\.description) == ["parameters/notas.txt: a file of parameters ends in .yaml"])
    }

    @Test("an id that another file has is refused with the other file's name")
    func twoFiles() {
        var texts = SampleFiles.texts
        texts[Self.file] = Self.parameters
        texts["parameters/zzz.yaml"] = Self.parameters
        #expect(
            Set(SampleFiles.defects(of: texts).map(\.message)) == [
                "'pgu.maximo' is already a parameter of parameters/pension.yaml",
                "'pgu.exclusion' is already a parameter of parameters/pension.yaml",
            ])
    }
}
