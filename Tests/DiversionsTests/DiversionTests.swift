import Civic
import Foundation
import Markup
import Ports
import Storage
import Synchronization
import TestKit
import Testing

@testable import Diversions

@Suite("Demand that is led elsewhere")
struct DiversionTests {
    private final class Outside: Sendable {
        let wait = Mutex<Int?>(nil)
        let closed = Mutex<Set<Int>>([])
    }

    private struct Branch: Sendable {
        let database: Database
        let clock: TestClock
        let outside = Outside()

        var desk: DiversionDesk {
            let outside = outside
            return DiversionDesk(
                database,
                stations: AgentStations(
                    present: { _ in .init(point: 1, window: nil, channel: .mobileOffice) }, all: { [] }, attends: { _, _ in nil },
                    isFree: { _, _ in }, left: { _ in nil }),
                points: ServicePoints {
                    [1, 2].map { number in
                        ServicePoints.Point(
                            number: number, name: "Punto \(number)", kind: "branch", commune: nil, isSeen: true,
                            closed: number == 1 ? outside.closed.withLock { $0 } : [])
                    }
                }, waits: RecentWaits { _, _ in outside.wait.withLock { $0 } },
                clock: Clock { [clock] in Instant(milliseconds: clock.now()) })
        }

        func watched(wait minutes: Int?) async throws -> [Diversion.Cause] {
            outside.wait.withLock { $0 = minutes.map { $0 * 60 } }
            try await desk.watch()
            return try await desk.open().map(\.cause)
        }

        func contacts() async throws -> [PastContact] {
            try await database.read { try InteractionDesk().own(of: 7, since: Instant(milliseconds: 0), limit: 10, $0) }.map(\.contact)
        }
    }

    private static func staff(_ id: Int64, _ permissions: Set<Permission>, points: Set<Int64> = [1]) -> Actor {
        Actor(
            .staff(id), assurance: .verified, roles: [Role("staff", permissions)],
            scope: Scope(points: .only(points), sensitivities: [.ordinary]))
    }

    private static let agent = staff(7, [.offerDiversions])
    private static let supervisor = staff(9, [.offerDiversions, .manageDiversions])
    private static let elsewhere = staff(10, [.offerDiversions, .manageDiversions], points: [2])
    private static let ways = Ways([.video, .otherPoint], otherPoint: 2)

    private static func once() -> OnceKey { OnceKey(UUID().uuidString, scope: "test") }

    private static func on(_ engine: Engine, _ body: (Branch, Ways) async throws -> Void) async throws {
        let ways = try #require(ways)
        let clock = TestClock()
        try await engine.withDatabase([.people, .interactions, .audit, .diversions], clock: clock) {
            try await body(Branch(database: $0, clock: clock), ways)
        }
    }

    @Test("begins by hand once at a point, by whoever oversees it, and ends so too", arguments: Engine.available)
    func hand(_ engine: Engine) async throws {
        try await Self.on(engine) { branch, ways in
            await #expect(throws: Forbidden.self) { try await branch.desk.begin(at: 1, ways, by: Self.agent, once: Self.once()) }
            await #expect(throws: Forbidden.self) { try await branch.desk.begin(at: 1, ways, by: Self.elsewhere, once: Self.once()) }
            try await branch.desk.begin(at: 1, ways, by: Self.supervisor, once: Self.once())
            await #expect(throws: DiversionMoved.self) { try await branch.desk.begin(at: 1, ways, by: Self.supervisor, once: Self.once()) }
            let open = try #require(try await branch.desk.open(for: Self.agent).first).diversion
            #expect(open.ways == ways && open.cause == .hand)
            #expect(try await branch.desk.open(for: Self.elsewhere).isEmpty)
            await #expect(throws: Forbidden.self) { try await branch.desk.end(open.id, by: Self.agent, once: Self.once()) }
            try await branch.desk.end(open.id, by: Self.supervisor, once: Self.once())
            #expect(try await branch.desk.open().isEmpty)
            #expect(try await branch.desk.past(for: Self.supervisor).map(\.diversion.id) == [open.id])
        }
    }

    @Test("is a contact for each person who takes another way, through the agent's channel", arguments: Engine.available)
    func uses(_ engine: Engine) async throws {
        try await Self.on(engine) { branch, ways in
            try await branch.desk.begin(at: 1, ways, by: Self.supervisor, once: Self.once())
            let id = try #require(try await branch.desk.open().first).id
            let once = Self.once()
            try await branch.desk.use(.video, of: id, by: Self.agent, once: once)
            try await branch.desk.use(.video, of: id, by: Self.agent, once: once)
            try await branch.desk.use(.otherPoint, of: id, by: Self.agent, once: Self.once())
            await #expect(throws: DiversionMoved.self) { try await branch.desk.use(.web, of: id, by: Self.agent, once: Self.once()) }
            await #expect(throws: Forbidden.self) { try await branch.desk.use(.video, of: id, by: Self.elsewhere, once: Self.once()) }
            #expect(try await branch.desk.open(for: Self.agent).map(\.uses) == [[.video: 1, .otherPoint: 1]])
            let contacts = try await branch.contacts()
            #expect(
                contacts.map(\.outcome) == [.referred, .referred] && contacts.allSatisfy { $0.channel == .mobileOffice && $0.point == 1 })
            try await branch.desk.end(id, by: Self.supervisor, once: Self.once())
            await #expect(throws: DiversionMoved.self) { try await branch.desk.use(.video, of: id, by: Self.agent, once: Self.once()) }
        }
    }

    @Test("begins by its rule when waiting passes the limit, and goes on until it is well under it", arguments: Engine.available)
    func rule(_ engine: Engine) async throws {
        try await Self.on(engine) { branch, ways in
            #expect(try await branch.watched(wait: 300).isEmpty)
            try await branch.desk.setRule(at: 1, minutes: 30, ways, by: Self.supervisor, once: Self.once())
            #expect(try await branch.watched(wait: nil).isEmpty)
            #expect(try await branch.watched(wait: 30).isEmpty)
            #expect(try await branch.watched(wait: 31) == [.wait])
            #expect(try await branch.watched(wait: 25) == [.wait])
            #expect(try await branch.watched(wait: 20).isEmpty)
            #expect(try await branch.watched(wait: 25).isEmpty)
            #expect(try await branch.watched(wait: 40) == [.wait])
            #expect(try await branch.watched(wait: nil).isEmpty)
            #expect(try await branch.desk.past(for: Self.supervisor).count == 2)
        }
    }

    @Test("begins when the point is closed today, ends with its rule, and leaves alone what somebody began", arguments: Engine.available)
    func closed(_ engine: Engine) async throws {
        try await Self.on(engine) { branch, ways in
            try await branch.desk.setRule(at: 1, minutes: 30, ways, by: Self.supervisor, once: Self.once())
            branch.outside.closed.withLock { $0 = [Day(of: Instant(milliseconds: TestClock.monday)).number] }
            #expect(try await branch.watched(wait: 31) == [.closed])
            branch.outside.closed.withLock { $0 = [] }
            #expect(try await branch.watched(wait: 31) == [.wait])
            try await branch.desk.setRule(at: 1, minutes: 0, nil, by: Self.supervisor, once: Self.once())
            #expect(try await branch.watched(wait: 31).isEmpty)
            try await branch.desk.begin(at: 1, ways, by: Self.supervisor, once: Self.once())
            #expect(try await branch.watched(wait: nil) == [.hand])
            try await branch.desk.setRule(at: 1, minutes: 5, ways, by: Self.supervisor, once: Self.once())
            #expect(try await branch.watched(wait: 31) == [.hand])
            #expect(try await branch.desk.rules(for: Self.supervisor).map(\.minutes) == [5])
            #expect(try await branch.desk.rules(for: Self.elsewhere).isEmpty)
        }
    }

    @Test("names its ways whole: another point is said which, and there is at least one")
    func ways() {
        #expect(Ways([], otherPoint: nil) == nil)
        #expect(Ways([.otherPoint], otherPoint: nil) == nil)
        #expect(Ways([.video], otherPoint: 2) == nil)
        #expect(Ways(stored: "video web", otherPoint: nil)?.offers == [.video, .web])
    }
}
