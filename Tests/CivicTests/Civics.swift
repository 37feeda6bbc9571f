import Civic
import Storage
import TestKit

/// The tables of Civic on one engine, with the people of the small world.
struct Civics {
    let database: Database
    let clock: TestClock
    let people = PeopleDesk(keyring: World.keyring)
    let contacts = InteractionDesk()
    var disclosures: DisclosureDesk { DisclosureDesk(database, keyring: World.keyring) }

    static let schemas: [Schema] = [.people, .interactions, .audit, .jobs, .files, .limits]

    static func on(_ engine: Engine, _ body: (Civics) async throws -> Void) async throws {
        let clock = TestClock()
        try await engine.withDatabase(schemas, clock: clock) { try await body(Civics(database: $0, clock: clock)) }
    }

    /// Somebody of the staff who may read at the central branch.
    static let agent = Actor(
        .staff(7), assurance: .verified, roles: [Role("agent", [.readPersons, .writePersons])],
        scope: Scope(points: .only([World.Branch.id]), institutions: .only(["IPS"]), sensitivities: [.ordinary]))

    static let here = Scope.Target(point: World.Branch.id, institution: "IPS")

    static func citizen(_ person: PersonID, assurance: Assurance = .verified) -> Actor { Actor(.citizen(person), assurance: assurance) }

    /// Registers Rosa with her RUN verified and her telephone.
    func rosa(isProtected: Bool = false) async throws -> PersonID {
        let people = people
        return try await database.write { transaction in
            guard let name = PersonName(given: "Rosa Elena", first: "Muñoz", second: "Ñancupil"), let run = RUN(World.Citizen.run),
                let phone = Contact(.phone, typed: World.Citizen.phone)
            else { throw NotFound() }
            let rosa = try people.register(
                Registration(
                    name: name, birth: Day(iso: "1951-02-28"), needs: [.signLanguage], language: "es", isProtected: isProtected),
                by: Self.agent,
                transaction)
            try people.add(.run(run), to: rosa, evidence: "srcei", by: Self.agent, transaction)
            try people.add(phone, to: rosa, isPreferred: true, by: Self.agent, transaction)
            return rosa
        }
    }

    /// A contact at the branch's desk, with the agent.
    func contact(with person: PersonID? = nil) async throws -> InteractionID {
        let made = try await database.write { transaction in
            try transaction.record(
                Event(
                    "ticket.called",
                    contact: Interaction(
                        .desk, .branch, .information, point: World.Branch.id, agent: 7, person: person, assurance: .declared)),
                by: Self.agent)
        }
        guard let made else { throw NotFound() }
        return made
    }

    func count(_ table: StaticString) async throws -> Int {
        let text = SQL(stringLiteral: "SELECT COUNT(*) AS n FROM \(table)")
        return try await database.read { try $0.value(text) ?? 0 }
    }
}
