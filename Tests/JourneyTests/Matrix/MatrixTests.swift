import Civic
import TestKit
import Testing

@testable import Identity
@testable import Server

/// The matrix of roles is what the routes do. To add a permission: its row in `Catalogue/staff/roles.csv`, its name in `House.permissions`, and
/// a route that asks for it in a `MatrixRoutesOf….swift` beside this file; `MatrixRoute` says how.
@Suite("Every role, every permission, every owner: the routes do what roles.csv says")
struct MatrixTests {
    @Test("each cell lets in or refuses through the real routes, as the file says and nothing else", arguments: Engine.available)
    func walk(engine: Engine) async throws {
        let cells = try MatrixWalk.cells()
        try await OpenedHouse.open(on: engine) { opened in
            let findings = try await MatrixWalk(opened: opened, cells: cells).findings()
            #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
        }
    }

    @Test("a cell that is more or less than the file says is found, just that one, at each of its routes")
    func planted() async throws {
        let cells = try MatrixWalk.cells()
        let plants: [(change: @Sendable (inout House) -> Void, finding: String)] = [
            ({ $0.roles = $0.roles.changing("record.read", .agent, to: .network) }, "agent, record.read, nobody"),
            ({ $0.roles = $0.roles.changing("audit.read", .auditor, to: nil) }, "auditor, audit.read, nobody"),
            (
                { $0.roles = $0.roles.changing("catalogue.opinions.read", .counterpart, to: .network) },
                "counterpart, catalogue.opinions.read, foreign"
            ),
        ]
        for plant in plants {
            try await OpenedHouse.open(on: .sqlite, changing: plant.change) { opened in
                let findings = try await MatrixWalk(opened: opened, cells: cells).findings()
                #expect(findings.count == 1 && findings[0].hasPrefix(plant.finding), "\(findings)")
            }
        }
    }

    @Test("every permission has a route, with the owners that its cells tell apart")
    func complete() throws {
        let cells = try MatrixWalk.cells()
        #expect(Set(cells.keys) == House.permissions)
        let routed = Dictionary(grouping: MatrixRoute.all + MatrixRoute.sights, by: \.permission).mapValues { Set($0.flatMap(\.owners)) }
        for (permission, row) in cells {
            let owners = try #require(routed[permission], "\(permission) has no route in the test")
            let reaches = Set(row.values)
            if reaches.contains(.point), !MatrixRoute.placeless.contains(permission) {
                #expect(owners.isSuperset(of: [.ownPoint, .otherPoint]), "\(permission)")
            }
            if reaches.contains(.institution) { #expect(owners.isSuperset(of: [.ownInstitution, .foreign]), "\(permission)") }
            #expect(!reaches.isEmpty, "\(permission) is given to nobody")
        }
    }
}
