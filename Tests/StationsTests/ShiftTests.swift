import Civic
import Ports
import Storage
import TestKit
import Testing

@testable import Stations

@Suite("A place that an agent opens")
struct ShiftTests {
    @Test("is available, then attends and is free again, each for as long as it was", arguments: Engine.available)
    func states(_ engine: Engine) async throws {
        try await Branch.on(engine) { branch in
            let desk = try branch.shifts
            try await desk.open(Branch.fourth, by: Branch.agent, once: Branch.once())
            branch.clock.move(byMilliseconds: 60_000)
            try await branch.attended(by: Branch.agent)
            try await branch.attended(by: Branch.agent)
            try await desk.pause("descanso", by: Branch.agent, once: Branch.once())
            branch.clock.move(byMilliseconds: 300_000)
            let reading = try #require(try await desk.own(Branch.agent))
            let now = desk.clock.now
            #expect(reading.attentions == 2)
            #expect(
                reading.seconds(.available, now) == 60 && reading.seconds(.attending, now) == 240 && reading.seconds(.paused, now) == 300)
            #expect(reading.present?.state == .paused && reading.present?.pause == "descanso")
            try await desk.resume(by: Branch.agent, once: Branch.once())
            #expect(try await desk.own(Branch.agent)?.present?.state == .available)
        }
    }

    @Test("gives its channel, its point and its window to whoever opens an attention", arguments: Engine.available)
    func channel(_ engine: Engine) async throws {
        try await Branch.on(engine) { branch in
            let stations = try branch.shifts.stations
            #expect(try await stations.present(7) == nil)
            #expect(try await branch.database.write { try stations.attends(7, $0) } == nil)
            try await branch.shifts.open(ShiftPlace(point: nil, window: nil, channel: .video), by: Branch.agent, once: Branch.once())
            let contact = try await branch.attended(by: Branch.agent)
            #expect(try await branch.database.read { try InteractionDesk().contact(contact, $0) }?.channel == .video)
            let station = try #require(try await stations.present(7))
            #expect(station.point == nil && station.window == nil && station.channel == .video)
        }
    }

    @Test("keeps its window for itself, until it is closed or its day is over", arguments: Engine.available)
    func window(_ engine: Engine) async throws {
        try await Branch.on(engine) { branch in
            let desk = try branch.shifts
            try await desk.open(Branch.fourth, by: Branch.agent, once: Branch.once())
            await #expect(throws: WindowTaken.self) {
                try await desk.open(Branch.fourth, by: Branch.colleague, once: Branch.once())
            }
            #expect(try await desk.own(Branch.colleague) == nil)
            branch.clock.move(byMilliseconds: Shift.most + 1)
            #expect(try await desk.own(Branch.agent) == nil)
            try await desk.open(Branch.fourth, by: Branch.colleague, once: Branch.once())
            #expect(try await desk.own(Branch.colleague)?.shift.window == "4")
            let left = try await desk.stations.left(7)
            #expect(left == Instant(milliseconds: TestClock.monday + Shift.most))
        }
    }

    @Test(
        "is one: opening another ends the first, and closing it says since when the next day's changes count", arguments: Engine.available)
    func one(_ engine: Engine) async throws {
        try await Branch.on(engine) { branch in
            let desk = try branch.shifts
            #expect(try await desk.stations.left(7) == nil)
            try await desk.open(Branch.fourth, by: Branch.agent, once: Branch.once())
            branch.clock.move(byMilliseconds: 1000)
            try await desk.open(ShiftPlace(point: 1, window: "5", channel: .branch), by: Branch.agent, once: Branch.once())
            #expect(try await desk.own(Branch.agent)?.shift.window == "5")
            branch.clock.move(byMilliseconds: 1000)
            try await desk.close(by: Branch.agent, once: Branch.once())
            #expect(try await desk.own(Branch.agent) == nil)
            #expect(try await desk.stations.left(7) == Instant(milliseconds: TestClock.monday + 2000))
            await #expect(throws: NoStation.self) { try await desk.resume(by: Branch.agent, once: Branch.once()) }
        }
    }

    @Test("is opened only where its agent may attend, and paused only for a reason of the list", arguments: Engine.available)
    func limits(_ engine: Engine) async throws {
        try await Branch.on(engine) { branch in
            let desk = try branch.shifts
            await #expect(throws: Forbidden.self) {
                try await desk.open(ShiftPlace(point: 2, window: nil, channel: .branch), by: Branch.agent, once: Branch.once())
            }
            await #expect(throws: Forbidden.self) {
                try await desk.open(Branch.fourth, by: Branch.staff(12, []), once: Branch.once())
            }
            try await desk.open(Branch.fourth, by: Branch.agent, once: Branch.once())
            await #expect(throws: NoStation.self) { try await desk.pause("siesta", by: Branch.agent, once: Branch.once()) }
            await #expect(throws: StorageFault.self) {
                try await branch.database.write { transaction in
                    try transaction.execute("INSERT INTO station_shift (id, staff, channel, began) VALUES (1, 7, 5, 1)")
                }
            }
        }
    }
}

@Suite("A silent call for help")
struct AlarmTests {
    @Test("shows who oversees the point where it is, once, until somebody goes", arguments: Engine.available)
    func call(_ engine: Engine) async throws {
        try await Branch.on(engine) { branch in
            try await branch.alarms.call(by: Branch.colleague, from: 1, once: Branch.once())
            let unopened = try #require(try await branch.oversight().board(by: Branch.supervisor).alarms.first)
            #expect(unopened.shift.staff == 8 && unopened.shift.point == 1 && unopened.shift.window == nil)
            try await branch.alarms.answer(unopened.id, by: Branch.supervisor, once: Branch.once())
            try await branch.shifts.open(Branch.fourth, by: Branch.agent, once: Branch.once())
            try await branch.alarms.call(by: Branch.agent, from: nil, once: Branch.once())
            try await branch.alarms.call(by: Branch.agent, from: nil, once: Branch.once())
            let calls = try await branch.oversight().board(by: Branch.supervisor).alarms
            #expect(calls.map(\.shift.window) == ["4"])
            #expect(try await branch.oversight().calls(within: Branch.elsewhere) == 0)
            let call = try #require(calls.first)
            await #expect(throws: Forbidden.self) {
                try await branch.alarms.answer(call.id, by: Branch.elsewhere, once: Branch.once())
            }
            await #expect(throws: Forbidden.self) { try await branch.alarms.answer(call.id, by: Branch.agent, once: Branch.once()) }
            try await branch.alarms.answer(call.id, by: Branch.supervisor, once: Branch.once())
            #expect(try await branch.oversight().calls(within: Branch.supervisor) == 0)
            try await branch.alarms.call(by: Branch.agent, from: nil, once: Branch.once())
            #expect(try await branch.oversight().calls(within: Branch.supervisor) == 1)
        }
    }
}
