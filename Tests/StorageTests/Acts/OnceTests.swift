import TestKit
import Testing

@testable import Storage

@Suite("An act with a key happens once")
struct OnceTests {
    private struct Receipt: Codable, Sendable, Hashable {
        let number: Int64
        let words: String
    }

    @Sendable private static func pay(_ transaction: Transaction) throws -> Receipt {
        let id = try transaction.newID()
        try transaction.execute("INSERT INTO account (id, name, pesos) VALUES (\(id), \("cuenta \(id)"), 0)")
        return Receipt(number: id, words: "Recibí conforme, \(World.Citizen.name)")
    }

    @Test("bringing the key again gives the first answer", arguments: Engine.available)
    func repeated(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let key = OnceKey("k-1", scope: "payments")
            let first = try await database.write(once: key, Self.pay)
            let again = try await database.write(once: key, Self.pay)
            let other = try await database.write(once: OnceKey("k-1", scope: "other"), Self.pay)
            #expect(first == again)
            #expect(first != other)
            let counted6 = try await Sample.count("account", in: database)
            #expect(counted6 == 2)
        }
    }

    @Test("brought many times at the same moment, it happens once and all get its answer", arguments: Engine.available)
    func concurrent(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            for round in 0..<Extent.of(3, long: 100) {
                let key = OnceKey("k-\(round)", scope: "payments")
                let answers = try await withThrowingTaskGroup(of: Receipt.self) { group in
                    for _ in 0..<8 { group.addTask { try await database.write(once: key, Self.pay) } }
                    return try await group.reduce(into: Set<Receipt>()) { $0.insert($1) }
                }
                #expect(answers.count == 1)
                let counted7 = try await Sample.count("account", in: database)
                #expect(counted7 == round + 1)
            }
        }
    }

    @Test("a refused act leaves its key free", arguments: Engine.available)
    func afterRefusal(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let key = OnceKey("k-1", scope: "payments")
            await #expect(throws: Sample.Refusal.self) {
                try await database.write(once: key) { transaction -> Receipt in
                    _ = try Self.pay(transaction)
                    throw Sample.Refusal(reason: "no funds")
                }
            }
            let counted8 = try await Sample.count("account", in: database)
            #expect(counted8 == 0)
            _ = try await database.write(once: key, Self.pay)
            let counted9 = try await Sample.count("account", in: database)
            #expect(counted9 == 1)
        }
    }

    @Test("a key is kept for its term and let go of afterwards", arguments: Engine.available)
    func afterItsTerm(_ engine: Engine) async throws {
        let clock = TestClock()
        try await engine.withDatabase([Sample.schema], clock: clock) { database in
            let key = OnceKey("k-1", scope: "payments", term: 60_000)
            let first = try await database.write(once: key, Self.pay)
            clock.move(byMilliseconds: 60_000)
            #expect(try await database.write { try OnceStore.sweep(before: clock.now(), $0) } == 0)
            #expect(try await database.write(once: key, Self.pay) == first)
            clock.move(byMilliseconds: 1)
            #expect(try await database.write { try OnceStore.sweep(before: clock.now(), $0) } == 1)
            #expect(try await database.write(once: key, Self.pay) != first)
            let counted10 = try await Sample.count("account", in: database)
            #expect(counted10 == 2)
        }
    }

    @Test("the kept answer and the key are not readable in the table", arguments: Engine.available)
    func sealed(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            _ = try await database.write(once: OnceKey("the key of the caller", scope: "payments"), Self.pay)
            let row = try await database.read { try $0.first("SELECT digest, answer FROM act_once") }
            let stored = try #require(row)
            for secret in [World.Citizen.name, "conforme", "the key of the caller"] {
                for cell in stored.cells {
                    guard case .bytes(let bytes) = cell.value else { continue }
                    #expect(!bytes.contains(Array(secret.utf8)))
                }
            }
            #expect(stored.cells.count == 2)
        }
    }

    @Test("an answer of nothing is an answer too", arguments: Engine.available)
    func nothing(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let key = OnceKey("k-1", scope: "payments")
            for _ in 0..<2 {
                let answer = try await database.write(once: key) { transaction -> Int? in
                    try Sample.openAccount(1, transaction)
                    return nil
                }
                #expect(answer == nil)
            }
            let counted11 = try await Sample.count("account", in: database)
            #expect(counted11 == 1)
        }
    }
}
