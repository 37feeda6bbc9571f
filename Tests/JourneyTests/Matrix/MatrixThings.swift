import Civic
import Foundation
import Storage
import TestKit
import Testing

@testable import Diversions
@testable import Identity
@testable import Referrals
@testable import Server

/// What the routes of the matrix show: one thing of each owner.
struct MatrixThings: Sendable {
    let opened: OpenedHouse
    /// Of the own institution, at the own point and at another one, for what somebody else did first.
    private let colleagues: [MatrixOwner: Int64]
    private let accounts: [MatrixOwner: Int64]
    private let agreements: [MatrixOwner: Int64]
    private let referrals: [MatrixOwner: Int64]
    private let diversions: [MatrixOwner: Int64]

    private static let otherPoint: Int64 = 2
    static let own = "IPS"
    static let agreed = "FONASA"
    static let foreign = "SRCeI"

    init(_ opened: OpenedHouse) async throws {
        self.opened = opened
        func account(_ login: String, of owner: MatrixOwner, at point: Int64) async throws -> Int64 {
            try await opened.house.staff.create(
                NewAccount(
                    login: try #require(StaffLogin(login)), name: World.Agent.name, institution: Self.key(owner), post: "Agente",
                    point: point),
                by: OpenedHouse.operators
            ).id
        }
        accounts = [
            .ownInstitution: try await account("propia", of: .ownInstitution, at: 1),
            .foreign: try await account("ajena", of: .foreign, at: 1),
        ]
        colleagues = [
            .ownPoint: try await account("cercana", of: .ownInstitution, at: 1),
            .otherPoint: try await account("lejana", of: .ownInstitution, at: Self.otherPoint),
        ]
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
        referrals = [
            .ownPoint: try await Self.referral(opened, from: colleagues[.ownPoint] ?? 0, to: World.Branch.id),
            .otherPoint: try await Self.referral(opened, from: colleagues[.otherPoint] ?? 0, to: Self.otherPoint),
        ]
        diversions = [
            .ownPoint: try await Self.diversion(opened, at: World.Branch.id),
            .otherPoint: try await Self.diversion(opened, at: Self.otherPoint),
        ]
    }

    /// Demand that is led elsewhere from a point.
    private static func diversion(_ opened: OpenedHouse, at point: Int64) async throws -> Int64 {
        let manager = Actor(
            .staff(1), assurance: .verified, roles: [Role("supervisor", [.manageDiversions])],
            scope: Scope(points: .all, sensitivities: [.ordinary]))
        let desk = opened.house.diversions
        let ways = try #require(Ways([.video], otherPoint: nil))
        try await desk.begin(at: point, ways, by: manager, once: OnceKey("\(point)", scope: "matrix", term: 60_000))
        return try #require(try await desk.open().first { $0.point == point }).id
    }

    func diversion(_ owner: MatrixOwner) -> Int64 { diversions[owner == .otherPoint ? .otherPoint : .ownPoint] ?? 0 }

    /// What a colleague referred to the tray of a point, from that point.
    private static func referral(_ opened: OpenedHouse, from staff: Int64, to point: Int64) async throws -> Int64 {
        let sender = Actor(
            .staff(staff), assurance: .verified, roles: [Role("agent", [.takeReferrals, .moveReferrals])],
            scope: Scope(points: .all, sensitivities: [.ordinary]))
        let contact = try await opened.database.write { transaction in
            let contact = Interaction(.desk, .branch, .information, .unknown, point: point, agent: staff)
            guard let id = try transaction.record(Event("attention.begun", contact: contact), by: sender) else { throw NotFound() }
            _ = try InteractionDesk().end(id, .referred, product: nil, journeys: Journeys(days: 30), by: sender, transaction)
            return id
        }
        let desk = opened.house.referralDesk
        try await desk.refer(contact, to: .point(point), by: sender, once: OnceKey("\(contact.number)", scope: "matrix", term: 60_000))
        return try #require(try await desk.waiting(for: sender).first { $0.contact.id == contact }).referral.id
    }

    func referral(_ owner: MatrixOwner) -> Int64 { referrals[owner == .otherPoint ? .otherPoint : .ownPoint] ?? 0 }

    /// A colleague at that point; at the own one where it is nobody's.
    func colleague(_ owner: MatrixOwner = .ownPoint) -> Int64 { colleagues[owner == .otherPoint ? .otherPoint : .ownPoint] ?? 0 }
    func point(_ owner: MatrixOwner) -> Int64 { owner == .otherPoint ? Self.otherPoint : World.Branch.id }
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
