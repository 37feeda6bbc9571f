import Civic
import Foundation
import Storage
import TestKit
import Testing

@testable import Identity
@testable import Server

/// What the routes of the matrix show: one thing of each owner.
struct MatrixThings: Sendable {
    private let accounts: [MatrixOwner: Int64]
    private let agreements: [MatrixOwner: Int64]

    static let own = "IPS"
    static let agreed = "FONASA"
    static let foreign = "SRCeI"

    init(_ opened: OpenedHouse) async throws {
        var accounts: [MatrixOwner: Int64] = [:]
        for (owner, login) in [(MatrixOwner.ownInstitution, "propia"), (.foreign, "ajena")] {
            accounts[owner] = try await opened.house.staff.create(
                NewAccount(
                    login: try #require(StaffLogin(login)), name: World.Agent.name, institution: Self.key(owner), post: "Agente", point: 1),
                by: OpenedHouse.operators
            ).id
        }
        self.accounts = accounts
        let desk = AgreementDesk(opened.database, clock: opened.house.clock)
        func agreement(_ giver: String, _ receiver: String) async throws -> Int64 {
            let today = opened.house.clock.today
            let new = try #require(
                NewAgreement(
                    giver: giver, receiver: receiver, purpose: "Atender", data: "Materias comunes", basis: "Ley 19.880",
                    from: today.adding(days: -1), to: today.adding(days: 30)))
            return try await desk.add(new, once: OnceKey(giver + receiver, scope: "matrix", term: 60_000), by: OpenedHouse.operators)
        }
        _ = try await agreement(Self.agreed, Self.own)
        agreements = [
            .ownInstitution: try await agreement(Self.own, Self.foreign), .foreign: try await agreement(Self.foreign, Self.agreed),
        ]
    }

    func account(_ owner: MatrixOwner) -> Int64 { accounts[owner] ?? 0 }
    func agreement(_ owner: MatrixOwner) -> Int64 { agreements[owner] ?? 0 }
    func institution(_ owner: MatrixOwner) -> String { Self.key(owner) }

    /// A sheet of that owner in the project's own catalogue.
    func sheet(_ owner: MatrixOwner) -> Int { owner == .ownInstitution ? 102_077 : Self.foreignSheet }

    private static let foreignSheet = 3355

    private static func key(_ owner: MatrixOwner) -> String {
        switch owner {
        case .agreed: agreed
        case .foreign: foreign
        default: own
        }
    }
}
