import Civic
import Foundation
import Ports
import Storage
import TestKit

@testable import Stations

/// A branch with two agents and two who oversee it.
struct Branch: Sendable {
    let database: Database
    let clock: TestClock

    static let agent = staff(7, [.openStation])
    static let colleague = staff(8, [.openStation])
    static let supervisor = staff(9, [.openStation, .overseeStations])
    static let other = staff(10, [.openStation, .overseeStations])
    static let elsewhere = staff(11, [.openStation, .overseeStations], points: [2])
    static let fourth = ShiftPlace(point: 1, window: "4", channel: .branch)

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static func staff(_ id: Int64, _ permissions: Set<Permission>, points: Set<Int64> = [1]) -> Actor {
        Actor(
            .staff(id), assurance: .verified, roles: [Role("staff", permissions)],
            scope: Scope(points: .only(points), sensitivities: [.ordinary]))
    }

    static func once() -> OnceKey { OnceKey(UUID().uuidString, scope: "test") }

    static func on(_ engine: Engine, _ body: (Branch) async throws -> Void) async throws {
        let clock = TestClock()
        try await engine.withDatabase([.people, .interactions, .audit, .stations], clock: clock) {
            try await body(Branch(database: $0, clock: clock))
        }
    }

    private var civil: Clock { Clock { [clock] in Instant(milliseconds: clock.now()) } }

    var shifts: ShiftDesk {
        get throws { ShiftDesk(database, pauses: try DatedWords(file: Self.root + "/Catalogue/stations/pauses.csv"), clock: civil) }
    }

    var alarms: AlarmDesk { AlarmDesk(database) }

    var reviews: ReviewDesk {
        get throws {
            ReviewDesk(
                database, keyring: World.keyring, checklist: try DatedWords(file: Self.root + "/Catalogue/stations/quality.csv"),
                clock: civil)
        }
    }

    var figures: OwnFigureDesk { OwnFigureDesk(database, keyring: World.keyring, clock: civil) }

    func oversight(_ days: @escaping @Sendable (Day) -> [Int]? = { _ in nil }) -> OversightDesk {
        OversightDesk(
            database,
            demand: DemandFigures { points, _, first, last in
                guard points == [1, nil] else { return [:] }
                let all = (first.number...last.number).map { Day(number: $0) }
                return Dictionary(uniqueKeysWithValues: all.compactMap { day in days(day).map { (day, $0) } })
            },
            points: ServicePoints {
                [1, 2].map { ServicePoints.Point(number: $0, name: "\($0)", kind: "branch", commune: nil, isSeen: true) }
            }, clock: civil)
    }

    /// An attention that an agent opened and ended, two minutes long.
    @discardableResult
    func attended(by actor: Actor, at point: Int64 = 1) async throws -> InteractionID {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let stations = try shifts.stations
        let contact = try await database.write { transaction in
            let station = try stations.attends(staff, transaction)
            let contact = Interaction(
                .desk, station?.channel ?? .branch, .information, .unknown, point: point, agent: staff)
            guard let id = try transaction.record(Event("attention.begun", contact: contact), by: actor) else {
                throw StorageFault(.shape, "none")
            }
            return id
        }
        clock.move(byMilliseconds: 120_000)
        try await database.write { transaction in
            _ = try InteractionDesk().end(contact, .resolved, product: 5, journeys: Journeys(days: 30), by: actor, transaction)
            try stations.isFree(staff, transaction)
        }
        return contact
    }
}
