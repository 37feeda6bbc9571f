import Civic
import Storage
import TestKit
import Testing

@Suite("People")
struct PeopleTests {
    @Test("a person without any number, name or contact is registered all the same", arguments: Engine.available)
    func nothingIsRequired(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let id = try await civics.database.write { try civics.people.register(Registration(), by: .anonymous, $0) }
            let person = try #require(try await civics.database.read { try civics.people.person(id, $0) })
            #expect(person.name == nil && person.identifiers.isEmpty && person.contacts.isEmpty)
        }
    }

    @Test("a person is found by their number in any spelling, and by words of their name without accents", arguments: Engine.available)
    func finding(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            let number = try #require(Identifier(.run, typed: "12.345.678-5"))
            let found = try await civics.database.read { snapshot in
                (
                    try civics.people.find(number, snapshot), try civics.people.find(named: "nancupil ROSA", snapshot),
                    try civics.people.find(named: "rosa perez", snapshot), try civics.people.find(named: " ", snapshot)
                )
            }
            #expect(found.0 == [rosa] && found.1 == [rosa] && found.2 == [] && found.3 == [])
        }
    }

    @Test("a number that fails its check is kept as typed text, and finds nobody", arguments: Engine.available)
    func typed(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let wrong = try #require(Identifier(.run, typed: "12.345.678-9"))
            let id = try await civics.database.write { transaction in
                let id = try civics.people.register(Registration(), by: Civics.agent, transaction)
                try civics.people.add(wrong, to: id, evidence: "seen", by: Civics.agent, transaction)
                return id
            }
            let person = try #require(try await civics.database.read { try civics.people.person(id, $0) })
            #expect(person.identifiers.map(\.standing) == [.typed])
            #expect(person.identifiers.first?.evidence == nil)
            let found = try await civics.database.read { try civics.people.find(wrong, $0) }
            #expect(found.isEmpty)
        }
    }

    @Test("a number verified for one person can't be verified for another until it ends", arguments: Engine.available)
    func oneHolder(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            let number = try #require(Identifier(.run, typed: World.Citizen.run))
            let other = try await civics.database.write { try civics.people.register(Registration(), by: Civics.agent, $0) }
            await #expect(throws: NumberOfAnother.self) {
                try await civics.database.write {
                    try civics.people.add(number, to: other, evidence: "document", by: Civics.agent, $0)
                }
            }
            let kept = try #require(try await civics.database.read { try civics.people.person(rosa, $0) }).identifiers
            try await civics.database.write { transaction in
                let first = try #require(kept.first)
                #expect(try civics.people.end(identifier: first.id, of: rosa, on: Day(number: 20_000), by: Civics.agent, transaction))
                try civics.people.add(number, to: other, evidence: "document", by: Civics.agent, transaction)
            }
            let found = try await civics.database.read { try civics.people.find(number, $0) }
            #expect(found == [other])
        }
    }

    @Test("the schema itself holds that a verified number is one person's", arguments: Engine.available)
    func constraint(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            _ = try await civics.rosa()
            await #expect(throws: StorageFault.self) {
                try await civics.database.write { transaction in
                    try transaction.execute(
                        """
                        INSERT INTO person_identifier (id, person, kind, issuer, number, number_lookup, standing, evidence, recorded)
                        SELECT id + 1, person, kind, issuer, number, number_lookup, standing, evidence, recorded FROM person_identifier
                        """)
                }
            }
        }
    }

    @Test("a telephone that others have too is shared, whatever was said of it", arguments: Engine.available)
    func sharedPhone(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            _ = try await civics.rosa()
            let phone = try #require(Contact(.phone, typed: World.Citizen.phone))
            let other = try await civics.database.write { transaction in
                let other = try civics.people.register(Registration(), by: Civics.agent, transaction)
                try civics.people.add(phone, to: other, isPreferred: false, by: Civics.agent, transaction)
                return other
            }
            let person = try #require(try await civics.database.read { try civics.people.person(other, $0) })
            #expect(person.contacts.map(\.isShared) == [true])
        }
    }

    @Test("nothing personal stands in clear in any table", arguments: Engine.available)
    func sealed(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            _ = try await civics.rosa()
            let all = try await civics.database.read { snapshot in
                try ["person", "person_word", "person_identifier", "person_contact"].flatMap { table in
                    try snapshot.all(SQL(stringLiteral: "SELECT * FROM \(table)")).flatMap { $0.cells.map { "\($0.value)" } }
                }.joined(separator: " ").lowercased()
            }
            for secret in ["rosa", "muñoz", "munoz", "12345678", "98765", "1951-02-28", "signlanguage"] {
                #expect(!all.contains(secret), "\(secret) stands in clear")
            }
        }
    }

    @Test("the keys of persons and their data are sealed anew when the installation's key changes", arguments: Engine.available)
    func rotation(_ engine: Engine) async throws {
        try await engine.withPlace { place in
            let clock = TestClock()
            let rosa = try await place.withDatabase(Civics.schemas, now: clock.now) { database in
                let rosa = try await Civics(database: database, clock: clock).rosa()
                try await database.write { _ = try SubjectKeyStore(keyring: World.keyring).key(of: rosa, $0) }
                return rosa
            }
            let both = Keyring(World.key(2), others: [World.key(1)])
            _ = try await place.withDatabase(Civics.schemas, keyring: both, now: clock.now) { try await $0.rotateSecrets(Civics.schemas) }
            let new = Keyring(World.key(2))
            try await place.withDatabase(Civics.schemas, keyring: new, now: clock.now) { database in
                let number = try #require(Identifier(.run, typed: World.Citizen.run))
                let people = PeopleDesk(keyring: new)
                let found = try await database.read { try (people.find(number, $0), people.find(named: "munoz", $0)) }
                #expect(found.0 == [rosa] && found.1 == [rosa])
                let disclosure = try await DisclosureDesk(database, keyring: new).open(
                    [.birth], of: [rosa], for: "own", by: Civics.citizen(rosa))
                let person = try #require(try await database.read { try people.person(rosa, $0) })
                #expect(try disclosure.open(try #require(person.birth)) == "1951-02-28")
            }
        }
    }

    @Test("erasing a person destroys data, key and links, and leaves every total as it was", arguments: Engine.available)
    func erasure(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            let contact = try await civics.contact(with: rosa)
            let keys = SubjectKeyStore(keyring: World.keyring)
            let cell = Cell(table: "note", column: "text", row: 1)
            let note = try await civics.database.write { try keys.key(of: rosa, $0).seal("vive sola", at: cell) }
            let before = try await (civics.count("interaction"), civics.count("uncounted"), civics.count("audit"))
            try await civics.database.write { try civics.people.erase(rosa, by: Civics.agent, $0) }
            let after = try await (civics.count("interaction"), civics.count("uncounted"), civics.count("audit"))
            #expect(after.0 == before.0 && after.1 == before.1 && after.2 == before.2 + 1)
            for table: StaticString in ["person_word", "person_identifier", "person_contact", "subject_key", "interaction_person"] {
                let left = try await civics.count(table)
                #expect(left == 0, "\(table)")
            }
            let tied = try await civics.database.read { try civics.contacts.person(of: contact, $0) }
            #expect(tied == nil)
            await #expect(throws: NoLongerKnown.self) { try await civics.database.write { _ = try keys.key(of: rosa, $0) } }
            await #expect(throws: NoLongerKnown.self) {
                try await civics.disclosures.open([.name], of: [rosa], for: "own", by: Civics.citizen(rosa))
            }
            #expect("\(SubjectSealed(note, at: cell, subject: rosa, "note"))" == "(sealed)")
        }
    }
}
