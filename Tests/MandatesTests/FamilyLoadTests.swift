import Civic
import Storage
import TestKit
import Testing

@testable import Mandates

@Suite("A delivery of the family register")
struct FamilyLoadTests {
    private static let header = "child,given,first_surname,second_surname,born,parent,court\n"
    /// Sofía, whom nobody here knew, is Camila's daughter.
    private static let sofia = "23456789-6,Sofía,Soto,Muñoz,2016-02-29,20347878-K,"

    private static func load(
        _ lines: [String], _ sample: MandateSample, isTried: Bool = false
    ) async throws -> FamilyLoad.Report {
        let clock = sample.clock
        let load = FamilyLoad(
            sample.database, keyring: World.keyring, family: sample.family, clock: Clock { Instant(milliseconds: clock.now()) })
        return try await load.load(
            csv: header + lines.map { $0 + "\n" }.joined(), source: "srcei-2026-11", isTried: isTried)
    }

    private static func rows(_ sample: MandateSample) async throws -> [Int] {
        try await sample.database.read { snapshot in
            let counts: [SQL] = [
                "SELECT COUNT(*) AS n FROM kinship", "SELECT COUNT(*) AS n FROM person", "SELECT COUNT(*) AS n FROM audit",
            ]
            return try counts.map { try snapshot.value($0) ?? -1 }
        }
    }

    @Test("makes a parent act for a child whom the house did not know, and again changes nothing", arguments: Engine.available)
    func once(engine: Engine) async throws {
        try await MandateSample.open(on: engine) { sample in
            let before = try await Self.rows(sample)
            let tried = try await Self.load([Self.sofia], sample, isTried: true)
            #expect(try await Self.rows(sample) == before, "a load that is only tried writes nothing")
            let report = try await Self.load([Self.sofia], sample)
            #expect(report == tried && report.told == 1 && report.registered == 1 && report.rejects.isEmpty)
            let found = try await sample.found()
            #expect(found.map(\.isParent) == [true])
            let names = try await sample.desk.names(of: found, sample.asCamila)
            #expect(names.values.sorted() == ["Sofía Soto Muñoz"])
            let after = try await Self.rows(sample)
            let again = try await Self.load([Self.sofia], sample)
            #expect(again.unchanged == 1 && again.told == 0 && again.registered == 0)
            // The names that were just read left one line each.
            #expect(try await Self.rows(sample) == after)
        }
    }

    @Test("takes from a parent what a court took, in the same act, and gives it back", arguments: Engine.available)
    func court(engine: Engine) async throws {
        try await MandateSample.open(on: engine) { sample in
            _ = try await Self.load([Self.sofia], sample)
            let child = try #require(try await sample.found().first).subject
            let disclosures = DisclosureDesk(sample.database, keyring: World.keyring)
            _ = try await disclosures.open([.name], of: [child], for: "trace.purpose.mandate", by: sample.asCamila)
            let barred = try await Self.load([Self.sofia + "barred"], sample)
            #expect(barred.barred == 1 && barred.told == 0)
            #expect(try await sample.found().isEmpty)
            await #expect(throws: Forbidden.self) {
                _ = try await disclosures.open([.name], of: [child], for: "trace.purpose.mandate", by: sample.asCamila)
            }
            #expect(try await Self.load([Self.sofia + "barred"], sample).barred == 0)
            #expect(try await Self.load([Self.sofia], sample).unchanged == 1, "a line that says nothing of a court lifts no order")
            #expect(try await sample.found().isEmpty)
            #expect(try await Self.load([Self.sofia + "restored"], sample).restored == 1)
            #expect(try await sample.found().count == 1)
        }
    }

    @Test("ends with the old birthday when it is mended", arguments: Engine.available)
    func mended(engine: Engine) async throws {
        try await MandateSample.open(on: engine) { sample in
            _ = try await Self.load([Self.sofia], sample)
            #expect(try await sample.found().count == 1)
            let mended = try await Self.load([Self.sofia.replacing("2016-02-29", with: "2006-02-28")], sample)
            #expect(mended.told == 1)
            #expect(try await sample.found().isEmpty, "she is of age")
        }
    }

    @Test("keeps nothing of parents who never came, nor of who only said a number", arguments: Engine.available)
    func unknown(engine: Engine) async throws {
        try await MandateSample.open(on: engine) { sample in
            let said = try #require(RUN("5126663-3"))
            try await sample.database.write { transaction in
                let people = PeopleDesk(keyring: World.keyring)
                let stranger = try people.register(Registration(name: nil), by: .anonymous, transaction)
                try people.add(.run(said), to: stranger, by: .anonymous, transaction)
            }
            let before = try await Self.rows(sample)
            let report = try await Self.load(
                [Self.sofia.replacing("20347878-K", with: "44444444-4"), Self.sofia.replacing("20347878-K", with: "5126663-3")], sample)
            #expect(report.unknown == 2 && report.told == 0)
            #expect(try await Self.rows(sample) == before)
        }
    }

    @Test("is taken line by line: a wrong one is named by its number alone, the rest stays", arguments: Engine.available)
    func rejects(engine: Engine) async throws {
        try await MandateSample.open(on: engine) { sample in
            let report = try await Self.load(
                [
                    Self.sofia, Self.sofia, "1,2", Self.sofia.replacing("23456789-6", with: "23456789-7"),
                    Self.sofia.replacing("20347878-K", with: "x"), Self.sofia.replacing("2016-02-29", with: "29/02/2016"),
                    Self.sofia.replacing("2016-02-29", with: "2031-01-01"), Self.sofia + "maybe", "20347878-K,,,,2016-02-29,20347878-K,",
                ], sample)
            #expect(report.told == 1 && report.rejects.map(\.line) == [3, 4, 5, 6, 7, 8, 9, 10])
            #expect(report.rejects.allSatisfy { !$0.problem.contains("23456789") && !$0.problem.contains("Sof") })
            #expect(throws: FamilyFileFault.self) { _ = try FamilyFile(csv: "hijo,padre\n", today: try #require(Day(iso: "2026-11-23"))) }
        }
    }
}
