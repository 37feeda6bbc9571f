import Civic
import Storage
import TestKit
import Testing

@testable import Identity
@testable import Server

/// The page of a person leaves out what whoever looks may not see: there the cells are about words, not about doors.
extension MatrixRoute {
    static let sights = [
        MatrixRoute(.readFormerNames, [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.sees(MatrixThings.Ramona.formerName, at: try await visit.attention(owner) + "/persona")
        },
        MatrixRoute(.readProtected, [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.sees(MatrixThings.Ramona.address, at: try await visit.attention(owner) + "/persona")
        },
        MatrixRoute(.readPersons, [.ownInstitution, .agreed, .foreign, .otherClass]) { visit, owner in
            let matter = try visit.things.matter(owner)
            let person = try await visit.things.person(with: matter.sheet)
            let attention = try await visit.things.attention(.ownPoint, by: visit.staff, of: person)
            return try await visit.sees(matter.title, at: "/mesa/atenciones/\(attention.number)/persona")
        },
    ]
}

extension MatrixThings {
    /// A matter of that owner in the project's own catalogue.
    func matter(_ owner: MatrixOwner) throws -> (sheet: Int64, title: String) {
        let matters: [MatrixOwner: (sheet: Int64, title: String)] = [
            .ownInstitution: (102_077, "Pensión Garantizada Universal"), .agreed: (5241, "Certificado de afiliación a Fonasa"),
            .foreign: (3355, "Bloqueo de la cédula"), .otherClass: (43187, "Subsidio de Discapacidad"),
        ]
        return try #require(matters[owner])
    }

    /// Somebody who asked about this sheet.
    func person(with sheet: Int64) async throws -> PersonID {
        let person = try await person()
        try await opened.database.write { transaction in
            _ = try transaction.record(
                Event(
                    "test.contact",
                    contact: Interaction(.page, .web, .transaction, .resolved, product: sheet, person: person, assurance: .verified)),
                by: OpenedHouse.operators)
        }
        return person
    }
}

@Suite("What the page of a person shows to each role, as roles.csv says")
struct MatrixSightTests {
    @Test("former names, addresses of the protected and matters of others are seen by just those who may", arguments: Engine.available)
    func walk(engine: Engine) async throws {
        let cells = try MatrixWalk.cells()
        try await OpenedHouse.open(on: engine) { opened in
            let findings = try await MatrixWalk(opened: opened, cells: cells, routes: MatrixRoute.sights).findings()
            #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
        }
    }

    @Test("a role that sees more than the file says is found")
    func planted() async throws {
        let cells = try MatrixWalk.cells()
        let plant: @Sendable (inout House) -> Void = { $0.roles = $0.roles.changing("people.former-names", .agent, to: .point) }
        try await OpenedHouse.open(on: .sqlite, changing: plant) { opened in
            let findings = try await MatrixWalk(opened: opened, cells: cells, routes: MatrixRoute.sights).findings()
            #expect(findings.count == 1 && findings[0].hasPrefix("agent, people.former-names, ownPoint"), "\(findings)")
        }
    }
}
