import Civic
import Flows
import Storage
import TestKit
import Testing

@testable import Procedures
@testable import Server

extension MatrixThings {
    /// The code of a case whose delay was denounced: of a service that the own institution decides, or that another does.
    func filed(_ owner: MatrixOwner) async throws -> String {
        _ = try await opened.house.definitions.load(
            try ServiceFiles.texts(CatalogueJourneyTests.root + "/Services"),
            registers: try ServiceFiles.registers(CatalogueJourneyTests.root + "/Catalogue"), by: OpenedHouse.operators)
        let services: [MatrixOwner: String] = [.ownInstitution: "pension-garantizada-universal", .foreign: "subsidio-familiar"]
        let id = try #require(services[owner])
        let newest = try await opened.house.definitions.newest(id)
        let service = try #require(newest)
        let owned = service.stages.first { $0.owner != nil }
        let stage = try #require(owned)
        let person = try await person()
        let store = RunStore(keyring: World.keyring)
        var generator = SystemRandomNumberGenerator()
        let code = CheckedCode(using: &generator)
        let today = opened.house.clock.today
        try await opened.database.write { transaction in
            let made = try transaction.record(
                Event(
                    "test.contact",
                    contact: Interaction(.page, .web, .application, .pending, person: person, assurance: .verified)),
                by: OpenedHouse.operators)
            let contact = try #require(made)
            let id = try store.insert(
                code, as: try transaction.newID(),
                .init(
                    service: service.id, version: service.version, subject: person, interaction: contact, agent: nil, state: "{}"),
                transaction)
            let inserted = try store.run(code, transaction)
            let run = try #require(inserted)
            _ = try store.file(run, isProvisional: false, at: nil, transaction)
            try store.move(id, to: stage.id, owner: stage.owner, due: today.adding(days: -1), transaction)
            _ = try store.set(.overdue, on: today, of: run, transaction)
            _ = try store.set(.denounced, on: today, of: run, transaction)
        }
        return code.plain
    }
}
