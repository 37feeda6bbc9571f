import Civic
import Storage
import TestKit
import Testing
import Web

@testable import Server

@Suite("The key of the installation is changed while people go on")
struct KeyRotationTests {
    private static let both = Keyring(World.key(2), others: [World.key(1)])
    private static let new = Keyring(World.key(2))
    private static let clerk = Actor(
        .staff(7), assurance: .verified, roles: [Role("agent", [.writePersons])], scope: Scope(sensitivities: [.ordinary]))

    private static func run(_ index: Int) throws -> RUN { try #require(RUN(number: 5_000_000 + index)) }

    /// Registers somebody with a number, a name, a telephone and something under their own key.
    private static func register(_ index: Int, _ keyring: Keyring, _ database: Database) async throws -> PersonID {
        let (people, run) = (PeopleDesk(keyring: keyring), try run(index))
        let name = try #require(PersonName(given: "Rosa", first: "Inventada"))
        let phone = try #require(Contact(.phone, typed: "9\(10_000_000 + index)"))
        return try await database.write { transaction in
            let person = try people.register(Registration(name: name, birth: Day(iso: "1951-02-28")), by: clerk, transaction)
            try people.add(.run(run), to: person, evidence: "srcei", by: clerk, transaction)
            try people.add(phone, to: person, isPreferred: true, by: clerk, transaction)
            _ = try SubjectKeyStore(keyring: keyring).key(of: person, transaction)
            return person
        }
    }

    private static func opens(_ person: PersonID, _ index: Int, _ keyring: Keyring, _ database: Database) async throws -> Bool {
        let (people, run) = (PeopleDesk(keyring: keyring), try run(index))
        let (found, kept) = try await database.read { (try people.find(.run(run), $0), try people.person(person, $0)) }
        let disclosure = try await DisclosureDesk(database, keyring: keyring).open(
            [.birth, .identifiers], of: [person], for: "own", by: Actor(.citizen(person), assurance: .verified))
        guard found == [person], let number = kept?.identifiers.first?.number, let birth = kept?.birth else { return false }
        return try disclosure.open(number) == run.plain && disclosure.open(birth) == "1951-02-28"
    }

    @Test("nobody is lost, nobody waits, and afterwards the old key opens nothing", arguments: Engine.available)
    func underLoad(_ engine: Engine) async throws {
        try await engine.withPlace { place in
            let old = try await place.withDatabase(House.schemas) { database in
                var made: [PersonID] = []
                for index in 0..<220 { made.append(try await Self.register(index, World.keyring, database)) }
                return made
            }
            let all = try await place.withDatabase(House.schemas, keyring: Self.both) { database async throws in
                let rotation = Task { try await database.rotateSecrets(House.schemas) }
                var meanwhile: [PersonID] = []
                for index in 220..<280 {
                    meanwhile.append(try await Self.register(index, Self.both, database))
                    let earlier = index * 7 % old.count
                    #expect(try await Self.opens(old[earlier], earlier, Self.both, database))
                    await #expect(throws: NumberOfAnother.self, "a number stays one person's, whichever key found it") {
                        let (people, run, other) = (PeopleDesk(keyring: Self.both), try Self.run(earlier), meanwhile[meanwhile.count - 1])
                        try await database.write { try people.add(.run(run), to: other, evidence: "srcei", by: Self.clerk, $0) }
                    }
                }
                #expect(try await rotation.value > old.count)
                #expect(try await database.rotateSecrets(House.schemas) == 0)
                #expect(try await database.secretsByKey(House.schemas).keys.sorted() == [2])
                return old + meanwhile
            }
            try await place.withDatabase(House.schemas, keyring: Self.new) { database async throws in
                for index in stride(from: 0, to: all.count, by: 9) {
                    #expect(try await Self.opens(all[index], index, Self.new, database))
                }
            }
        }
    }

    @Test("stopped half way, it goes on when it is run again", arguments: Engine.available)
    func resumed(_ engine: Engine) async throws {
        try await engine.withPlace { place in
            let made = try await place.withDatabase(House.schemas) { database in
                var made: [PersonID] = []
                for index in 0..<210 { made.append(try await Self.register(index, World.keyring, database)) }
                return made
            }
            try await place.withDatabase(House.schemas, keyring: Self.both) { database async throws in
                let stopped = Task { try await database.rotateSecrets(House.schemas) { _, _ in withUnsafeCurrentTask { $0?.cancel() } } }
                await #expect(throws: CancellationError.self) { try await stopped.value }
                let half = try await database.secretsByKey(House.schemas)
                #expect(half[1] ?? 0 > 0 && half[2] ?? 0 > 0, "some are done and some are not")
                for index in [0, 209] { #expect(try await Self.opens(made[index], index, Self.both, database)) }
                _ = try await database.rotateSecrets(House.schemas)
                #expect(try await database.secretsByKey(House.schemas).keys.sorted() == [2])
            }
        }
    }
}
