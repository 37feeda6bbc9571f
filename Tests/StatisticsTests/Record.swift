import Civic
import Storage
import TestKit

@testable import Statistics

/// A record to be counted: contacts of the small world, whoever had them.
struct Record: Sendable {
    let database: Database
    let clock: TestClock
    let contacts = InteractionDesk()

    static let agent = Actor(.staff(7), assurance: .verified)

    static func on(_ engine: Engine, _ body: (Record) async throws -> Void) async throws {
        let clock = TestClock()
        try await engine.withDatabase([.people, .interactions, .audit, .files, .statistics], clock: clock) { database in
            try await body(Record(database: database, clock: clock))
        }
    }

    @discardableResult
    func contact(_ contact: Interaction = Interaction(.desk, .branch, .information, point: 1, product: 12, wait: 300, duration: 600))
        async throws -> InteractionID
    {
        try await database.write { transaction in
            guard let id = try transaction.record(Event("contact.made", contact: contact), by: Self.agent) else {
                throw StorageFault(.shape, "no contact was made")
            }
            return id
        }
    }

    func correct(_ id: InteractionID, to contact: Interaction) async throws {
        _ = try await database.write { try contacts.correct(id, to: contact, by: Self.agent, $0) }
    }

    func kept() async throws -> RollUps { try await database.read { try RollUpStore().all($0) } }
}
