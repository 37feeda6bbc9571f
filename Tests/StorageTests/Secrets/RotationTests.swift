import TestKit
import Testing

@testable import Storage

@Suite("Rotation of keys")
struct RotationTests {
    private let old = Keyring(World.key(1))
    private let both = Keyring(World.key(2), others: [World.key(1)])
    private let new = Keyring(World.key(2))

    private func run(_ id: Int64) -> String { "\(10_000_000 + id)-K" }

    private func add(_ ids: ClosedRange<Int64>, _ keyring: Keyring, _ database: Database) async throws {
        try await database.write { transaction in
            for id in ids {
                try People.add(id, run: run(id), phone: id.isMultiple(of: 2) ? nil : "+56 \(id)", keyring: keyring, transaction)
            }
        }
    }

    @Test("with the old key beside the new one, both kinds of rows open and are found", arguments: Engine.available)
    func meanwhile(_ engine: Engine) async throws {
        try await engine.withDatabase([People.schema]) { database async throws in
            try await add(1...3, old, database)
            try await add(4...6, both, database)
            for id in 1...6 as ClosedRange<Int64> {
                #expect(try await People.run(of: id, keyring: both, in: database) == run(id))
                #expect(try await People.find(run(id), keyring: both, in: database) == [id])
            }
            #expect(try await People.find(run(1), keyring: new, in: database) == [])
            #expect(await fault { _ = try await People.run(of: 1, keyring: new, in: database) } == .secret)
            #expect(await fault { _ = try await People.run(of: 4, keyring: old, in: database) } == .secret)
        }
    }

    @Test("afterwards the new key alone opens and finds every row, and the old one none", arguments: Engine.available)
    func rotates(_ engine: Engine) async throws {
        try await engine.withPlace { place in
            let count = Int64(Extent.of(450, long: 5_000))
            try await place.withDatabase([People.schema], keyring: old) { try await add(1...count, old, $0) }
            try await place.withDatabase([People.schema], keyring: both) { database async throws in
                let told = Order<Int>()
                #expect(try await database.rotateSecrets([People.schema]) { told.append($1) } == Int(count))
                #expect(told.all.last == Int(count))
                #expect(told.all.count >= 3, "it works in small acts")
                #expect(try await database.rotateSecrets([People.schema]) == 0)
                for id in [1, 2, 200, 201, count] {
                    #expect(try await People.run(of: id, keyring: new, in: database) == run(id))
                    #expect(try await People.find(run(id), keyring: new, in: database) == [id])
                    #expect(try await People.find(run(id), keyring: old, in: database) == [])
                }
                #expect(try await People.open("phone", of: 1, keyring: new, in: database) == "+56 1")
                #expect(await fault { _ = try await People.run(of: 1, keyring: old, in: database) } == .secret)
            }
        }
    }

    @Test("it goes on where it was stopped, and what is written meanwhile is not lost", arguments: Engine.available)
    func stopped(_ engine: Engine) async throws {
        try await engine.withPlace { place in
            try await place.withDatabase([People.schema], keyring: old) { try await add(1...450, old, $0) }
            try await place.withDatabase([People.schema], keyring: both) { database async throws in
                let told = Order<Int>()
                let rotation = Task {
                    try await database.rotateSecrets([People.schema]) { _, rewritten in
                        told.append(rewritten)
                        withUnsafeCurrentTask { $0?.cancel() }
                    }
                }
                await #expect(throws: CancellationError.self) { try await rotation.value }
                try await add(451...460, both, database)
                let done = try #require(told.all.last)
                #expect(done > 0 && done < 450 && told.all.count == 1)
                #expect(try await database.rotateSecrets([People.schema]) == 450 - done)
                for id in [1, 200, 201, 450, 455] as [Int64] {
                    #expect(try await People.find(run(id), keyring: new, in: database) == [id])
                    #expect(try await People.run(of: id, keyring: new, in: database) == run(id))
                }
            }
        }
    }

    @Test("how much each key still opens is told, before, in between and afterwards", arguments: Engine.available)
    func uses(_ engine: Engine) async throws {
        try await engine.withPlace { place in
            try await place.withDatabase([People.schema], keyring: old) { database async throws in
                #expect(try await database.secretsByKey([People.schema]) == [:])
                try await add(1...2, old, database)
                #expect(try await database.secretsByKey([People.schema]) == [1: 3], "two numbers and one telephone")
            }
            try await place.withDatabase([People.schema], keyring: both) { database async throws in
                try await add(3...3, both, database)
                #expect(try await database.secretsByKey([People.schema]) == [1: 3, 2: 2])
                _ = try await database.rotateSecrets([People.schema])
                #expect(try await database.secretsByKey([People.schema]) == [2: 5])
            }
        }
    }

    @Test("without the old key nothing is rewritten, and the fault names no value", arguments: Engine.available)
    func withoutKey(_ engine: Engine) async throws {
        try await engine.withPlace { place in
            try await place.withDatabase([People.schema], keyring: old) { try await add(1...2, old, $0) }
            try await place.withDatabase([People.schema], keyring: new) { database async throws in
                #expect(await fault { _ = try await database.rotateSecrets([People.schema]) } == .secret)
                #expect(try await People.run(of: 1, keyring: old, in: database) == run(1))
            }
        }
    }
}
