import Civic
import Storage
import TestKit
import Testing

@Suite("The record")
struct RecordTests {
    @Test("an act writes its contact, its entry of the audit and what is to be counted, or nothing at all", arguments: Engine.available)
    func oneAct(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            _ = try await civics.contact()
            await #expect(throws: NotFound.self) {
                try await civics.database.write { transaction in
                    try transaction.record(Event("ticket.called", contact: Interaction(.desk, .branch, .information)), by: Civics.agent)
                    throw NotFound()
                }
            }
            for table: StaticString in ["interaction", "uncounted", "audit", "unsealed"] {
                let rows = try await civics.count(table)
                #expect(rows == 1, "\(table)")
            }
        }
    }

    @Test("the spine names no person: that stands in rows of its own, of which the last holds", arguments: Engine.available)
    func ties(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            let contact = try await civics.contact(with: rosa)
            let first = try #require(try await civics.database.read { try civics.contacts.person(of: contact, $0) })
            #expect(first.person == rosa && first.assurance == .declared)
            civics.clock.move(byMilliseconds: 1)
            try await civics.database.write {
                try civics.contacts.tie(contact, to: rosa, assurance: .verified, by: Civics.agent, $0)
            }
            let second = try #require(try await civics.database.read { try civics.contacts.person(of: contact, $0) })
            #expect(second.assurance == .verified)
            civics.clock.move(byMilliseconds: 1)
            try await civics.database.write { try civics.contacts.untie(contact, by: Civics.agent, $0) }
            let last = try await civics.database.read { try civics.contacts.person(of: contact, $0) }
            #expect(last == nil)
            let rows = try await civics.count("interaction_person")
            #expect(rows == 3)
        }
    }

    @Test("a correction is a new row, and the first stays as it is", arguments: Engine.available)
    func corrections(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let contact = try await civics.contact()
            let correction = try await civics.database.write {
                try civics.contacts.correct(
                    contact, to: Interaction(.desk, .branch, .reception, .pending, point: 1, agent: 7), by: Civics.agent, $0)
            }
            #expect(correction != contact)
            let rows = try await (civics.count("interaction"), civics.count("uncounted"))
            #expect(rows == (2, 2))
        }
    }

    @Test("a channel, medium or outcome that is on no list can't be written", arguments: Engine.available)
    func codes(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            for wrong in [
                Interaction(.page, Channel(77), .visit), Interaction(.page, .web, Deed(99)), Interaction(.page, .web, .visit, Outcome(0)),
            ] {
                await #expect(throws: StorageFault.self) {
                    try await civics.database.write { try $0.record(Event("visit", contact: wrong), by: .anonymous) }
                }
            }
        }
    }

    @Test("an installation's own channel is counted from the day it begins", arguments: Engine.available)
    func ownChannel(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let begins = try #require(Day(iso: "2026-12-01"))
            let codes = CodeStore()
            try await civics.database.write { try codes.add(100, named: "radio", to: .channel, from: begins, $0) }
            let (before, after) = try await civics.database.read { snapshot in
                (
                    try codes.codes(of: .channel, on: begins.adding(days: -1), snapshot).map(\.name),
                    try codes.codes(of: .channel, on: begins, snapshot).map(\.name)
                )
            }
            #expect(!before.contains("radio") && after.contains("radio"))
            #expect(before.count == 11)
        }
    }

    @Test("the constants of the code and the rows of the lists are the same", arguments: Engine.available)
    func sameCodes(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let day = Day(number: 20_000)
            let media = try await civics.database.read { try CodeStore().codes(of: .medium, on: day, $0) }
            #expect(media.map(\.number) == Medium.allCases.map(\.rawValue))
            #expect(media.map(\.name) == Medium.allCases.map { "\($0)" })
        }
    }

    @Test("a contact that was written on paper keeps its real time and its local day", arguments: Engine.available)
    func paper(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            // 23:30 of Sunday the 22nd in Santiago is 02:30 of the 23rd in UTC.
            let night = Instant(milliseconds: TestClock.monday - 34_200_000)
            try await civics.database.write {
                _ = try $0.record(Event("paper.entered", contact: Interaction(.desk, .branch, .reception, at: night)), by: Civics.agent)
            }
            let row = try #require(try await civics.database.read { try $0.first("SELECT at, day FROM interaction") })
            #expect(try row["at"] as Int64 == night.milliseconds)
            #expect(try Day(number: row["day"]).iso == "2026-11-22")
        }
    }
}
