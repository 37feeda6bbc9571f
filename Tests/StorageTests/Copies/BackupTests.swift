import Foundation
import Storage
import TestKit
import Testing

@Suite("A copy of a database in use")
struct BackupTests {
    @Test("is one instant: acts that go on are in it whole or not at all", arguments: Engine.available)
    func isOneInstant(_ engine: Engine) async throws {
        try await Copies.withFolder { folder in
            let copy = folder.appendingPathComponent("copy")
            try await engine.withDatabase(Copies.schemas) { database async throws in
                try await database.write { transaction in
                    try Sample.openAccount(1, transaction)
                    try Sample.openAccount(2, transaction)
                    try transaction.execute("UPDATE account SET pesos = 1000 WHERE id = 1")
                }
                let movements = Task {
                    for _ in 0..<Extent.of(300, long: 5_000) {
                        try await database.write { transaction in
                            let id = try transaction.newID()
                            try transaction.execute("UPDATE account SET pesos = pesos - 1 WHERE id = 1")
                            try transaction.execute("UPDATE account SET pesos = pesos + 1 WHERE id = 2")
                            try transaction.execute("INSERT INTO entry (id, account, pesos) VALUES (\(id), 2, 1)")
                        }
                    }
                }
                #expect(try await eventually { try await Sample.count("entry", in: database) > 10 })
                _ = try await database.backup(to: copy, Copies.schemas)
                movements.cancel()
                _ = await movements.result
            }
            try await engine.withPlace { place in
                let result = try await place.restore(copy)
                try await place.withDatabase(Copies.schemas) { database async throws in
                    let first = try await Sample.pesos(of: 1, in: database)
                    let second = try await Sample.pesos(of: 2, in: database)
                    let entries = try await Sample.count("entry", in: database)
                    #expect(entries > 10)
                    #expect(second == Int64(entries))
                    #expect(first == Int64(1000 - entries))
                    #expect(result.restored.rows["entry"] == entries)
                }
            }
        }
    }

    @Test("that can't be written leaves nothing at its place, and the one that stood there as it was", arguments: Engine.available)
    func leavesNothing(_ engine: Engine) async throws {
        try await Copies.withFolder { folder in
            let copy = try await Copies.make(on: engine, in: folder)
            let before = try Data(contentsOf: copy)
            try await engine.withDatabase(Copies.schemas) { database async throws in
                await #expect(throws: StorageFault.self) {
                    try await database.backup(to: folder.appendingPathComponent("nowhere/copy"), Copies.schemas)
                }
                await #expect(throws: StorageFault.self) {
                    let strange = Schema("strange", [Migration("one", [.create(Table("strange", [.id()]))])])
                    return try await database.backup(to: copy, Copies.schemas + [strange])
                }
            }
            #expect(try Data(contentsOf: copy) == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["copy"])
        }
    }

    @Test("is readable by its owner alone, and holds no secret in clear", arguments: Engine.available)
    func isPrivate(_ engine: Engine) async throws {
        try await Copies.withFolder { folder in
            let copy = try await Copies.make(on: engine, in: folder)
            let rights = try FileManager.default.attributesOfItem(atPath: copy.path)[.posixPermissions] as? Int
            #expect(rights == 0o600)
            let bytes = try Data(contentsOf: copy)
            #expect(bytes.range(of: Data("Ñandú".utf8)) != nil)
            #expect(bytes.range(of: Data(World.Citizen.run.utf8)) == nil)
        }
    }
}
