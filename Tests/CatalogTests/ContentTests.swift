import Civic
import Foundation
import Testing

@testable import Catalog

@Suite("The catalogue that Ventanilla ships")
struct ContentTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Catalogue")

    static func catalogue() throws -> Catalogue {
        try CatalogueFiles(folder: folder.path).catalogue()
    }

    /// A sheet with the parameters that it names.
    static func reading(_ slug: String) throws -> SheetReading {
        let catalogue = try catalogue()
        return try reading(try #require(catalogue.sheets.first { $0.slug == slug }), catalogue)
    }

    static func reading(_ sheet: ServiceSheet, _ catalogue: Catalogue) throws -> SheetReading {
        SheetReading(
            sheet: sheet, institution: try #require(catalogue.institutions.first { $0.key == sheet.institution }), groups: catalogue.groups,
            places: catalogue.places.filter { sheet.inPersonAt.contains($0.key) },
            lifeEvents: catalogue.lifeEvents.filter { sheet.lifeEvents.contains($0.slug) },
            parameters: Dictionary(
                uniqueKeysWithValues: catalogue.parameters.filter { sheet.parameters.contains($0.id) }.map { ($0.id, $0) }),
            replacement: catalogue.sheets.first { $0.number.value == sheet.replacedBy }.map {
                SheetSummary(number: $0.number.value, slug: $0.slug, title: $0.title, summary: $0.summary, status: $0.status)
            })
    }

    @Test("the least sheet that the documentation shows loads too")
    func documented() throws {
        let page = try String(contentsOf: Self.folder.appendingPathComponent("README.md"), encoding: .utf8)
        let sheet = try #require(page.firstMatch(of: #/```yaml\n(number:[^`]+)```/#).map { String($0.1) })
        var texts = try CatalogueFiles(folder: Self.folder.path).texts
        texts["sheets/beca-de-transporte-escolar.yaml"] = sheet
        let read = try CatalogueFiles(texts: texts).catalogue()
        #expect(read.sheets.contains { $0.slug == "beca-de-transporte-escolar" && $0.cost.isFree })
    }

    @Test("it loads whole, with the counts that its sources state")
    func counts() throws {
        let catalogue = try Self.catalogue()
        #expect(catalogue.sheets.count == 166)
        #expect(catalogue.sheets.count { $0.number.isPublic } == 106)
        #expect(catalogue.sheets.count { $0.confidence == .high } == 93)
        #expect(catalogue.sheets.count { $0.confidence == .medium } == 54)
        #expect(catalogue.sheets.count { $0.confidence == .low } == 19)
        #expect(catalogue.groups.count == 11)
        #expect(catalogue.groups.flatMap(\.topics).count == 41)
        #expect(catalogue.lifeEvents.count == 14)
        #expect(catalogue.institutions.count == 144)
        #expect(catalogue.points.count == 148)
        #expect(catalogue.points.count { $0.evidence == .inferred } == 87)
        #expect(catalogue.points.map(\.number) == Array(1...148))
        #expect(catalogue.points.count { $0.week != nil } == 31)
        #expect(catalogue.points.count { $0.places == ["civil-registry"] } == 34)
        #expect(catalogue.points.flatMap(\.stops).count == 7 && catalogue.points.flatMap(\.access).count == 3)
    }

    @Test("each topic and each life event has a sheet")
    func used() throws {
        let catalogue = try Self.catalogue()
        let topics = Set(catalogue.sheets.flatMap(\.topics))
        #expect(catalogue.groups.flatMap(\.topics).map(\.slug).filter { !topics.contains($0) } == [])
        let events = Set(catalogue.sheets.flatMap(\.lifeEvents))
        #expect(catalogue.lifeEvents.map(\.slug).filter { !events.contains($0) } == [])
    }

    @Test("the bands of the universal pension tile ages from 65 on, on every day since February 2022 until its next adjustment")
    func pension() throws {
        let amounts = try Self.reading("pension-garantizada-universal").amounts.filter { $0.label == "Monto máximo" }
        let first = try #require(Day(iso: "2022-02-01"))
        let last = try #require(Day(iso: "2027-01-31"))
        for number in first.number...last.number {
            let bands = amounts.filter { $0.holds(on: Day(number: number)) }.compactMap(\.ages).sorted { $0.from < $1.from }
            #expect(bands.first?.from == 65)
            #expect(bands.last.map { $0.to == nil } == true)
            for (lower, upper) in zip(bands, bands.dropFirst()) { #expect(lower.to.map { $0 + 1 } == upper.from) }
        }
    }

    @Test("in November 2026 the universal pension takes $231.732 up to 74 and $250.275 from 75 on, with the lower limit of February")
    func pensionToday() throws {
        let amounts = Amounts(try Self.reading("pension-garantizada-universal").amounts, on: try #require(Day(iso: "2026-11-23")))
        let maximum = amounts.current.filter { $0.label == "Monto máximo" }
        #expect(maximum.map(\.money.description) == ["$231.732", "$250.275"])
        #expect(maximum.map { $0.ages?.from } == [65, 75])
        #expect(amounts.current.first { $0.label == "Pensión inferior" }?.money.amount == 789_139)
        #expect(amounts.missing == [])
    }

    @Test("money in running text says its year, so that it can't grow old in silence")
    func datedProse() throws {
        for sheet in try Self.catalogue().sheets {
            let texts =
                [
                    sheet.summary, sheet.audience, sheet.cost.reported == nil ? sheet.cost.text : nil, sheet.eligibility,
                    sheet.answer?.text, sheet.period?.text, sheet.validity?.text, sheet.collection?.text,
                    sheet.goodToKnow, sheet.remark,
                ]
                .compactMap { $0 } + sheet.requirements + sheet.documents + Steps.Medium.allCases.flatMap { sheet.steps[$0] }
            for text in texts where text.contains("$") && !text.contains("no indica el año") {
                #expect(text.contains(/20[0-2][0-9]/), "\(sheet.slug): \(text)")
            }
        }
    }

    @Test("steps speak to the person with 'usted', never in the infinitive")
    func usted() throws {
        for sheet in try Self.catalogue().sheets {
            for medium in Steps.Medium.allCases {
                for step in sheet.steps[medium] {
                    let first = step.prefix { $0.isLetter }.lowercased()
                    #expect(!["ar", "er", "ir"].contains { first.hasSuffix($0) && first.count > 4 }, "\(sheet.slug): \(step)")
                }
            }
        }
    }
}
