import Civic
import Foundation
import Ports
import Storage
import TestKit
import Testing

@testable import Mandates

@Suite("One person acts for another")
struct MandateTests {
    @Test("when both want it, and until either does not", arguments: Engine.available)
    func both(engine: Engine) async throws {
        try await MandateSample.open(on: engine) { sample in
            let id = try await sample.granted()
            #expect(await !sample.opens([.name]))
            #expect(try await sample.found().map(\.isOffer) == [true])
            #expect(await sample.opens([.name]), "an offer says whose it is")
            #expect(await !sample.opens([.birth]), "and nothing more")
            try await sample.desk.accept(id, by: sample.camila, sample.asCamila)
            #expect(await sample.opens([.name, .birth, .needs, .identifiers]))
            try await sample.desk.end(id, by: sample.rosa, sample.asRosa)
            #expect(await !sample.opens([.name]))
            #expect(try await sample.found().isEmpty)
            #expect(sample.told.texts(of: sample.rosa).count == 3)
            await #expect(throws: NoLongerWaiting.self) { try await sample.desk.accept(id, by: sample.camila, sample.asCamila) }
            await #expect(throws: NoLongerWaiting.self) { try await sample.desk.end(id, by: sample.rosa, sample.asRosa) }
        }
    }

    @Test("never sees contacts, former names, other mandates, or who looked", arguments: Engine.available)
    func excluded(engine: Engine) async throws {
        try await MandateSample.open(on: engine) { sample in
            _ = try await sample.accepted()
            for fields: Set<PersonalField> in [[.contacts], [.formerName], [.mandates], [.files], [.name, .contacts]] {
                #expect(await !sample.opens(fields), "\(fields)")
            }
        }
    }

    @Test("only whoever is named, and only they, says yes", arguments: Engine.available)
    func named(engine: Engine) async throws {
        try await MandateSample.open(on: engine) { sample in
            let id = try await sample.granted()
            await #expect(throws: NoLongerWaiting.self) { try await sample.desk.accept(id, by: sample.rosa, sample.asRosa) }
            await #expect(throws: NoLongerWaiting.self) { try await sample.desk.accept(id, by: sample.camila, sample.asCamila) }
            #expect(try await sample.desk.representations(of: sample.camila, run: nil, sample.asCamila).isEmpty)
            #expect(try await sample.desk.representations(of: sample.rosa, run: RUN(World.Citizen.run), sample.asRosa).isEmpty)
            await #expect(throws: NoLongerWaiting.self) { try await sample.desk.end(id, by: sample.camila, sample.asCamila) }
        }
    }

    @Test("ends by itself at its term", arguments: Engine.available)
    func term(engine: Engine) async throws {
        try await MandateSample.open(on: engine) { sample in
            _ = try await sample.accepted(days: 30)
            sample.clock.move(byMilliseconds: 30 * 86_400_000 - 1)
            #expect(await sample.opens([.name]))
            sample.clock.move(byMilliseconds: 1)
            #expect(await !sample.opens([.name]))
            #expect(try await sample.found().isEmpty)
        }
    }

    @Test("on paper takes two of the staff, and never the same one twice", arguments: Engine.available)
    func paper(engine: Engine) async throws {
        try await MandateSample.open(on: engine) { sample in
            let id = try await sample.recorded()
            #expect(try await sample.found().isEmpty)
            await #expect(throws: SameHands.self) { try await sample.desk.take(id, by: 1, MandateSample.staff(1)) }
            await #expect(throws: SameHands.self) { try await sample.desk.decide(id, holds: true, by: 1, MandateSample.staff(1)) }
            await #expect(throws: NotTaken.self) { try await sample.desk.decide(id, holds: true, by: 2, MandateSample.staff(2)) }
            try await sample.desk.take(id, by: 2, MandateSample.staff(2))
            await #expect(throws: NotTaken.self, "whoever else of the staff took it does not count") {
                try await sample.desk.decide(id, holds: true, by: 3, MandateSample.staff(3))
            }
            let disclosures = DisclosureDesk(sample.database, keyring: World.keyring)
            let opened = try await disclosures.open(
                [.name, .mandates], of: [sample.rosa], for: "trace.purpose.mandate", by: MandateSample.staff(2))
            let kept = try #require(try await sample.database.read { try sample.desk.store.mandate(id, $0) })
            #expect(try opened.open(try #require(kept.paper)) == "Notaría 7")
            try await sample.desk.decide(id, holds: true, by: 2, MandateSample.staff(2))
            await #expect(throws: Unproven.self) {
                _ = try await disclosures.open([.name], of: [sample.rosa], for: "trace.purpose.mandate", by: MandateSample.staff(2))
            }
            #expect(try await sample.found().map(\.isOffer) == [false])
            #expect(await sample.opens([.name, .birth]))
            #expect(sample.told.texts(of: sample.rosa).count == 2)
            // Never longer than its kind allows.
            #expect(kept.until.milliseconds == TestClock.monday + 730 * 86_400_000)
        }
    }

    @Test("on paper that does not hold, never acts", arguments: Engine.available)
    func rejected(engine: Engine) async throws {
        try await MandateSample.open(on: engine) { sample in
            let id = try await sample.recorded(.socialWorker, days: 10)
            try await sample.desk.take(id, by: 2, MandateSample.staff(2))
            try await sample.desk.decide(id, holds: false, by: 2, MandateSample.staff(2))
            #expect(try await sample.found().isEmpty)
            await #expect(throws: NotTaken.self) { try await sample.desk.decide(id, holds: true, by: 3, MandateSample.staff(3)) }
        }
    }

    @Test("is kept from being confirmed by whoever wrote it down by the schema itself", arguments: Engine.available)
    func schema(engine: Engine) async throws {
        try await MandateSample.open(on: engine) { sample in
            let id = try await sample.recorded()
            for change: SQL in [
                "UPDATE mandate SET confirmer = recorder WHERE id = \(id)", "UPDATE mandate SET grantee = grantor WHERE id = \(id)",
                "UPDATE mandate SET begun = made WHERE id = \(id)", "UPDATE mandate SET until = made WHERE id = \(id)",
            ] {
                await #expect(throws: StorageFault.self) { try await sample.database.write { _ = try $0.execute(change) } }
            }
        }
    }

    @Test("ends with a death, and is there again when it was a mistake", arguments: Engine.available)
    func death(engine: Engine) async throws {
        try await MandateSample.open(on: engine) { sample in
            let id = try await sample.accepted()
            let (ending, rosa, officer) = (sample.desk.ending, sample.rosa, MandateSample.staff(9))
            let day = try #require(Day(iso: "2026-11-23"))
            try await sample.database.write { try ending.died(rosa, day, officer, $0) }
            #expect(await !sample.opens([.name]))
            #expect(try await sample.found().isEmpty)
            try await sample.database.write { try ending.revived(rosa, officer, $0) }
            #expect(try await sample.found().map(\.id) == [id])
            #expect(await sample.opens([.name, .birth]))
        }
    }

    @Test("is told in the copy of one's data, and gone after an erasure", arguments: Engine.available)
    func held(engine: Engine) async throws {
        try await MandateSample.open(on: engine) { sample in
            _ = try await sample.accepted()
            let (held, camila) = (sample.desk.heldData, sample.camila)
            let erased = try await sample.database.write { try held.erase(camila, $0) }
            #expect(erased == 1)
            #expect(try await sample.database.read { try sample.desk.store.granted(by: sample.rosa, $0) }.isEmpty)
        }
    }
}

@Suite("Parents act for their children")
struct FamilyTests {
    static func tell(_ sample: MandateSample, born: String) async throws -> Bool {
        let (family, rosa, camila) = (sample.family, sample.rosa, sample.camila)
        let birth = try #require(Day(iso: born))
        return try await sample.database.write {
            try family.tell(rosa, bornOn: birth, of: camila, source: "registry", by: MandateSample.staff(9), $0)
        }
    }

    @Test("until the day on which they are of age, and not a day longer", arguments: Engine.available)
    func age(engine: Engine) async throws {
        try await MandateSample.open(on: engine) { sample in
            // 18 years old on the Wednesday after the Monday of the tests.
            let isTold = try await Self.tell(sample, born: "2008-11-25")
            #expect(isTold)
            #expect(try await sample.found().map(\.isParent) == [true])
            #expect(await sample.opens([.name, .birth]))
            sample.clock.move(byMilliseconds: 86_400_000)
            #expect(await sample.opens([.name]))
            sample.clock.move(byMilliseconds: 86_400_000)
            #expect(await !sample.opens([.name]))
            #expect(try await sample.found().isEmpty)
            _ = try await Self.tell(sample, born: "1951-02-28")
            #expect(try await sample.found().isEmpty, "of age for long")
        }
    }

    @Test("unless a court says otherwise; they stay relatives", arguments: Engine.available)
    func court(engine: Engine) async throws {
        try await MandateSample.open(on: engine) { sample in
            _ = try await Self.tell(sample, born: "2016-02-29")
            _ = try await sample.found()
            let (family, rosa, camila) = (sample.family, sample.rosa, sample.camila)
            try await sample.database.write { try family.bar(rosa, from: camila, by: MandateSample.staff(9), $0) }
            #expect(await !sample.opens([.name]))
            #expect(try await sample.found().isEmpty)
            let (one, other, stranger) = try await sample.database.read { snapshot in
                (
                    try family.areRelatives(camila, rosa, snapshot), try family.areRelatives(rosa, camila, snapshot),
                    try family.areRelatives(rosa, PersonID(1), snapshot)
                )
            }
            #expect(one && other && !stranger)
        }
    }

    @Test("by terms that say where they come from, or the house does not open")
    func terms() throws {
        let terms = try MandateTerms(file: MandateSample.terms)
        let (birth, today) = (try #require(Day(iso: "2008-02-29")), try #require(Day(iso: "2026-11-23")))
        #expect(terms.majority(bornOn: birth, today: today)?.iso == "2026-03-01")
        #expect(terms.longest(.own, on: today) == 365 && terms.longest(.own, on: birth) == nil)
        let header = "key,value,unit,from,certainty,source\n"
        for wrong in [
            "", "a,b\n", header, header + "own,0,days,2026-01-01,K,x\n", header + "own,1,years,2026-01-01,K,x\n",
            header + "own,1,days,2026-01-01,K,\n",
        ] {
            #expect(throws: MandateTermsFault.self) { _ = try MandateTerms(csv: wrong) }
        }
    }
}
