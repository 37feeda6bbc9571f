import Civic
import Foundation
import Storage
import TestKit
import Testing

@testable import Persons
@testable import Server

/// Persons, and what was done about them: made anew for each visit, since looking at one thing may end it.
extension MatrixThings {
    /// What the page of this person shows is told apart by these.
    enum Ramona {
        static let formerName = "Ramón Antonio"
        static let address = "Los Aromos 123"
    }

    /// Somebody of the staff who may do just this, everywhere.
    static func member(_ staff: Int64, _ permissions: Set<Permission>) -> Actor {
        Actor(
            .staff(staff), assurance: .verified, roles: [Role("member", permissions)],
            scope: Scope(points: .all, institutions: .all, sensitivities: [.ordinary]))
    }

    static func once() -> OnceKey { OnceKey(UUID().uuidString, scope: "matrix", term: 60_000) }

    /// Somebody who changed their name, and is protected.
    func person() async throws -> PersonID {
        let registration = Registration(
            name: PersonName(given: Ramona.formerName, first: "Muñoz", social: "Ramona"), isProtected: true)
        let address = try #require(Contact(.address, typed: Ramona.address))
        let people = PeopleDesk(keyring: World.keyring)
        return try await opened.database.write { transaction in
            let person = try people.register(registration, by: OpenedHouse.operators, transaction)
            try people.add(address, to: person, isPreferred: true, by: OpenedHouse.operators, transaction)
            return person
        }
    }

    /// An attention at that point by an account, of somebody new unless it is told of whom.
    func attention(
        _ owner: MatrixOwner, by staff: Int64, of known: PersonID? = nil, isProven: Bool = true
    ) async throws -> InteractionID {
        var person = known
        if person == nil { person = try await self.person() }
        let (attended, point) = (try #require(person), point(owner))
        return try await opened.database.write { transaction in
            let made = try transaction.record(
                Event(
                    "attention.opened",
                    contact: Interaction(
                        .desk, .branch, .information, .unknown, point: point, agent: staff, person: attended, assurance: .declared)),
                by: OpenedHouse.operators)
            guard let made else { throw NotFound() }
            if isProven {
                try InteractionDesk().prove(
                    .documentChecked(made.number), of: attended, at: made, by: OpenedHouse.operators, transaction)
            }
            return made
        }
    }

    /// A way to reach the person of an attention.
    func contact(at attention: InteractionID) async throws -> Int64 {
        let people = PeopleDesk(keyring: World.keyring)
        return try #require(
            try await opened.database.read { snapshot in
                try InteractionDesk().person(of: attention, snapshot).flatMap { try people.person($0.person, snapshot) }?.contacts.first?.id
            })
    }

    /// Somebody looked behind broken glass.
    func look(by staff: Int64) async throws -> Int64 {
        try await opened.house.glass.open(
            try await person(), GlassDesk.Grounds(reason: "Su hija llama: no responde en su casa"),
            by: Self.member(staff, [.breakGlass]), at: Scope.Target(), once: Self.once())
    }

    func death(isDoubted: Bool = false) async throws -> Int64 {
        let (deaths, colleague) = (opened.house.deaths, Self.member(colleague(), [.recordDeaths]))
        let death = try await deaths.record(
            try await person(), died: opened.house.clock.today, register: "1234", by: colleague, once: Self.once())
        if isDoubted { try await deaths.propose(death, because: "Era otra persona", by: colleague, once: Self.once()) }
        return death
    }
}
