@_spi(Disclosure) @testable import Storage
import TestKit
import Testing

/// People with sealed names and numbers, found by their numbers.
enum People {
    static let table = Table(
        "person",
        [
            .id(), .secret("run"), .lookup("run_lookup", of: "run", normalise: normalise), .secret("phone").optional,
            .int("since"),
        ])
    static let schema = Schema("people", [Migration("people", [.create(table)])])

    static let normalise: @Sendable (String) -> String = { $0.uppercased().filter { $0 != "." && $0 != "-" } }

    static func add(_ id: Int64, run: String, phone: String?, keyring: Keyring, _ transaction: Transaction) throws {
        let sealed = try keyring.seal(run, at: Cell(table: "person", column: "run", row: id))
        let lookup = keyring.lookup(normalise(run), in: "person.run_lookup")
        let number = try phone.map { try keyring.seal($0, at: Cell(table: "person", column: "phone", row: id)) }
        try transaction.execute(
            "INSERT INTO person (id, run, run_lookup, phone, since) VALUES (\(id), \(sealed), \(lookup), \(number), 0)")
    }

    static func find(_ run: String, keyring: Keyring, in database: Database) async throws -> [Int64] {
        let digests = keyring.lookups(normalise(run), in: "person.run_lookup")
        return try await database.read {
            try $0.all("SELECT id FROM person WHERE run_lookup IN (\(list: digests)) ORDER BY id") { try $0.at(0) }
        }
    }

    static func run(of id: Int64, keyring: Keyring, in database: Database) async throws -> String {
        try await open("run", of: id, keyring: keyring, in: database)
    }

    static func open(_ column: String, of id: Int64, keyring: Keyring, in database: Database) async throws -> String {
        try await database.read { snapshot in
            guard let row = try snapshot.first("SELECT run, phone FROM person WHERE id = \(id)") else { return "" }
            return try Sealed(row, column, of: "person", id: id).open(with: keyring)
        }
    }
}

@Suite("Secrets")
struct SecretTests {
    private let keyring = World.keyring

    @Test("a secret opens where it was sealed, is found by its lookup, and stands in no column in clear", arguments: Engine.available)
    func opens(_ engine: Engine) async throws {
        try await engine.withDatabase([People.schema]) { database async throws in
            try await database.write { try People.add(1, run: World.Citizen.run, phone: World.Citizen.phone, keyring: keyring, $0) }
            try await database.write { try People.add(2, run: World.Agent.run, phone: nil, keyring: keyring, $0) }
            #expect(try await People.run(of: 1, keyring: keyring, in: database) == World.Citizen.run)
            #expect(try await People.find("12.345.678-5", keyring: keyring, in: database) == [1])
            #expect(try await People.find("12.345.678-6", keyring: keyring, in: database) == [])
            let row = try #require(try await database.read { try $0.first("SELECT * FROM person WHERE id = 1") })
            for (name, value) in row.cells {
                guard case .bytes(let bytes) = value else { continue }
                for clear in [World.Citizen.run, World.Citizen.phone, "123456785"] {
                    #expect(!bytes.contains(Array(clear.utf8)), "\(name)")
                }
            }
        }
    }

    @Test("a secret that was moved to another row, column or table does not open", arguments: Engine.available)
    func bound(_ engine: Engine) async throws {
        try await engine.withDatabase([People.schema]) { database async throws in
            try await database.write { transaction in
                try People.add(1, run: World.Citizen.run, phone: World.Citizen.phone, keyring: keyring, transaction)
                try People.add(2, run: World.Agent.run, phone: World.Citizen.phone, keyring: keyring, transaction)
            }
            try await database.write { transaction in
                try transaction.execute("UPDATE person SET run = (SELECT run FROM person WHERE id = 1) WHERE id = 2")
                try transaction.execute("UPDATE person SET phone = run WHERE id = 1")
            }
            #expect(await fault { _ = try await People.run(of: 2, keyring: keyring, in: database) } == .secret)
            #expect(await fault { _ = try await People.open("phone", of: 1, keyring: keyring, in: database) } == .secret)
            #expect(try await People.run(of: 1, keyring: keyring, in: database) == World.Citizen.run)
            let row = try #require(try await database.read { try $0.first("SELECT run FROM person WHERE id = 1") })
            #expect(throws: StorageFault.self) { try Sealed(row, "run", of: "agent", id: 1).open(with: keyring) }
        }
    }

    @Test("a bit that was changed, a piece cut off and another key are noticed")
    func tampered() throws {
        let cell = Cell(table: "person", column: "run", row: 1)
        let sealed = try keyring.seal(World.Citizen.run, at: cell)
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(throws: StorageFault.self) { try keyring.open(changed, at: cell) }
            #expect(throws: StorageFault.self) { try keyring.open(Array(sealed.prefix(index)), at: cell) }
        }
        #expect(throws: StorageFault.self) { try Keyring(World.key(2)).open(sealed, at: cell) }
        // A key with the right number and other bytes.
        let other = try #require(Keyring.Key(number: 1, master: [UInt8](repeating: 9, count: 32)))
        #expect(throws: StorageFault.self) { try Keyring(other).open(sealed, at: cell) }
        #expect(try keyring.open(sealed, at: cell) == Array(World.Citizen.run.utf8))
    }

    @Test("the same text is sealed differently each time, and digested the same in one column alone")
    func nonces() throws {
        let cell = Cell(table: "person", column: "run", row: 1)
        let sealed = try (0..<100).map { _ in try keyring.seal("x", at: cell) }
        #expect(Set(sealed).count == 100)
        #expect(keyring.lookup("x", in: "person.run_lookup") == keyring.lookup("x", in: "person.run_lookup"))
        #expect(keyring.lookup("x", in: "person.run_lookup") != keyring.lookup("x", in: "agent.run_lookup"))
        #expect(Keyring.Key(number: 1, master: [1, 2, 3]) == nil)
    }

    @Test("what is sealed in memory prints as nothing")
    func prints() throws {
        let bytes = try keyring.seal(World.Citizen.run, at: Cell(table: "person", column: "run", row: 1))
        let sealed = try Sealed(Row(names: ["run"], values: [.bytes(bytes)]), "run", of: "person", id: 1)
        #expect("\(sealed)" == "(sealed)")
        #expect(try sealed.open(with: keyring) == World.Citizen.run)
    }
}
