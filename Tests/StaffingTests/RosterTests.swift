import Civic
import Foundation
import Ports
import Storage
import TestKit
import Testing

@testable import Staffing

@Suite("A roster")
struct RosterTests {
    private static let here = PlannedPlace(point: 1, channel: .branch)
    private static let today = Day(of: Instant(milliseconds: TestClock.monday))

    private static func staff(_ id: Int64, points: Set<Int64> = [1], plans: Bool = true) -> Actor {
        Actor(
            .staff(id), assurance: .verified, roles: [Role("staff", plans ? [.planStaffing] : [])],
            scope: Scope(points: .only(points), sensitivities: [.ordinary]))
    }

    private static let supervisor = staff(9)
    private static func once() -> OnceKey { OnceKey(UUID().uuidString, scope: "test") }

    private static func planned(_ staff: Int64, _ day: Day = today, pause: Bool = true) throws -> PlannedDay {
        try #require(PlannedDay(staff: staff, day: day, from: 18, to: 34, pauseFrom: pause ? 26 : nil, pauseTo: pause ? 28 : nil))
    }

    private static func on(_ engine: Engine, _ body: (RosterDesk, Database) async throws -> Void) async throws {
        let clock = TestClock()
        try await engine.withDatabase([.people, .interactions, .audit, .staffing], clock: clock) { database in
            let team = Team { $0 == 1 ? [.init(staff: 7, name: "Andrés"), .init(staff: 8, name: "Carla")] : [] }
            try await body(RosterDesk(database, team: team, clock: Clock { Instant(milliseconds: clock.now()) }), database)
        }
    }

    @Test("says who attends in each half hour, breaks and absences taken out", arguments: Engine.available)
    func halves(_ engine: Engine) async throws {
        try await Self.on(engine) { desk, _ in
            try await desk.plan(try Self.planned(7), at: Self.here, by: Self.supervisor, once: Self.once())
            try await desk.plan(try Self.planned(8, pause: false), at: Self.here, by: Self.supervisor, once: Self.once())
            func agents() async throws -> [Int] {
                PlanDesk.agents(try await desk.lines(at: Self.here, on: Self.today, by: Self.supervisor))
            }
            var counts = try await agents()
            #expect([17, 18, 26, 27, 28, 33, 34].map { counts[$0] } == [0, 2, 1, 1, 2, 2, 0])
            let skilled = try await desk.lines(at: Self.here, on: Self.today, by: Self.supervisor).map {
                RosterDesk.Line(member: $0.member, roster: $0.roster, isAway: $0.isAway, skills: $0.member.staff == 7 ? ["lsch"] : [])
            }
            #expect(
                SkillCover.covers(["lsch", "facil"], skilled) == [
                    SkillCover(skill: "lsch", attended: [18...25, 28...33], missing: [26...27]),
                    SkillCover(skill: "facil", attended: [], missing: [18...33]),
                ], "whoever signs has a break while others attend")
            let line = try #require(try await desk.lines(at: Self.here, on: Self.today, by: Self.supervisor).first)
            #expect(line.roster?.stretches == [18...25, 28...33])
            try await desk.setAway(true, 8, on: Self.today, at: Self.here, by: Self.supervisor, once: Self.once())
            counts = try await agents()
            #expect([18, 26].map { counts[$0] } == [1, 0])
            await #expect(throws: AwayThen.self) {
                try await desk.plan(try Self.planned(8), at: Self.here, by: Self.supervisor, once: Self.once())
            }
            try await desk.setAway(false, 8, on: Self.today, at: Self.here, by: Self.supervisor, once: Self.once())
            #expect(try await agents()[18] == 2)
            try await desk.clear(7, Self.today, at: Self.here, by: Self.supervisor, once: Self.once())
            #expect(try await agents()[18] == 1)
        }
    }

    @Test("is copied from the week before for whoever has none and is not away", arguments: Engine.available)
    func copies(_ engine: Engine) async throws {
        try await Self.on(engine) { desk, _ in
            let before = Self.today.adding(days: -7)
            for staff in [Int64(7), 8] {
                try await desk.plan(try Self.planned(staff, before), at: Self.here, by: Self.supervisor, once: Self.once())
            }
            try await desk.setAway(true, 8, on: Self.today, at: Self.here, by: Self.supervisor, once: Self.once())
            #expect(try await desk.copyWeekBefore(Self.today, at: Self.here, by: Self.supervisor, once: Self.once()) == 1)
            #expect(try await desk.copyWeekBefore(Self.today, at: Self.here, by: Self.supervisor, once: Self.once()) == 0)
            let own = try await desk.own(Self.staff(7), days: 7)
            #expect(own.map(\.roster.stretches) == [[18...25, 28...33]] && own.first?.place == Self.here)
            #expect(try await desk.own(Self.staff(8), days: 7).isEmpty)
        }
    }

    @Test("is planned only at one's own place and for its team, and nobody is in two places at once", arguments: Engine.available)
    func limits(_ engine: Engine) async throws {
        try await Self.on(engine) { desk, database in
            await #expect(throws: Forbidden.self) {
                try await desk.plan(try Self.planned(7), at: Self.here, by: Self.staff(10, points: [2]), once: Self.once())
            }
            await #expect(throws: Forbidden.self) {
                try await desk.plan(try Self.planned(7), at: Self.here, by: Self.staff(7, plans: false), once: Self.once())
            }
            await #expect(throws: Forbidden.self) {
                try await desk.plan(try Self.planned(11), at: Self.here, by: Self.supervisor, once: Self.once())
            }
            try await desk.plan(try Self.planned(7), at: Self.here, by: Self.supervisor, once: Self.once())
            let video = PlannedPlace(point: 1, channel: .video)
            try await desk.plan(try Self.planned(7), at: video, by: Self.supervisor, once: Self.once())
            #expect(PlanDesk.agents(try await desk.lines(at: Self.here, on: Self.today, by: Self.supervisor))[18] == 0)
            await #expect(throws: StorageFault.self) {
                try await database.write { transaction in
                    try transaction.execute(
                        """
                        INSERT INTO roster_half (staff, day, half, point, channel, is_break, author)
                        VALUES (7, \(Self.today.number), 18, 2, 5, 0, 9)
                        """)
                }
            }
            #expect(PlannedDay(staff: 7, day: Self.today, from: 20, to: 20) == nil)
            #expect(PlannedDay(staff: 7, day: Self.today, from: 18, to: 30, pauseFrom: 29, pauseTo: 31) == nil)
        }
    }

    @Test("keeps what each can do, as it was said last", arguments: Engine.available)
    func skills(_ engine: Engine) async throws {
        try await Self.on(engine) { desk, _ in
            try await desk.setSkills(["creole", "ingles"], of: 7, at: Self.here, by: Self.supervisor, once: Self.once())
            try await desk.setSkills(["creole"], of: 7, at: Self.here, by: Self.supervisor, once: Self.once())
            #expect(try await desk.lines(at: Self.here, on: Self.today, by: Self.supervisor).map(\.skills) == [["creole"], []])
        }
    }
}
