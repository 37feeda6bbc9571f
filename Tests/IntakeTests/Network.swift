import Civic
import Foundation
import Ports
import Storage
import Synchronization
import TestKit

@testable import Intake

/// A small network to take contacts in: two branches, the call centre, three products.
struct Network: Sendable {
    let database: Database
    let clock: TestClock
    let counted = Counted()

    static let agent = Actor(.system(1), assurance: .verified)
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path
    static let sheets: Set<Int64> = [102077, 38913, 5013]

    static let points = ServicePoints {
        [
            ServicePoints.Point(
                number: 1, name: World.Branch.name, kind: "branch", commune: CommuneCode("13101"), isSeen: true, closed: [18_000]),
            ServicePoints.Point(number: 2, name: "Sucursal Sur", kind: "branch", commune: CommuneCode("12101"), isSeen: true),
            ServicePoints.Point(number: 3, name: "101", kind: "call-centre", commune: nil, isSeen: true),
        ]
    }

    static let products: ProductFacts = {
        let all = Dictionary(
            uniqueKeysWithValues: sheets.map { ($0, ProductFacts.Fact(title: "\($0)", institution: "IPS", sensitivity: .ordinary)) })
        return ProductFacts(facts: { asked in all.filter { asked.contains($0.key) } }, all: { all })
    }()

    static func on(_ engine: Engine, _ body: (Network) async throws -> Void) async throws {
        let clock = TestClock()
        try await engine.withDatabase([.people, .interactions, .audit, .intake], clock: clock) { database in
            try await body(Network(database: database, clock: clock))
        }
    }

    static func plan() throws -> SyntheticPlan { try SyntheticPlan(folder: folder + "/Catalogue/demonstration") }
    static func holidays() throws -> Holidays { try Holidays(file: folder + "/Catalogue/calendar/holidays.csv") }

    var bulk: BulkDesk { BulkDesk(database, counting: counted.port) }

    func synthetic() throws -> SyntheticDesk {
        SyntheticDesk(
            bulk, plan: try Self.plan(), places: Self.points, products: Self.products,
            territory: try Territory(folder: Self.folder + "/Catalogue/territory"), holidays: try Self.holidays(),
            clock: .fixed(Instant(milliseconds: clock.now())))
    }

    func count(_ condition: SQL = "id > 0") async throws -> Int {
        try await database.read { try $0.value("SELECT COUNT(*) AS n FROM interaction WHERE \(condition)") ?? 0 }
    }
}

/// How many contacts were counted in acts that were kept.
final class Counted: Sendable {
    private let kept = Mutex(0)

    var count: Int { kept.withLock { $0 } }

    var port: Counting {
        Counting { [self] rows in
            let count = rows.count
            return { [self] _ in self.kept.withLock { $0 += count } }
        }
    }
}
