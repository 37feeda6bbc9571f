import Foundation
@_spi(Disclosure) @testable import Storage
import TestKit
import Testing

@Suite("A copy becomes a database again")
struct RestoreTests {
    @Test("on either engine, whichever made it, with every value as it was and secrets that still open", arguments: Copies.ways)
    func crosses(_ from: Engine, _ to: Engine) async throws {
        try await Copies.withFolder { folder in
            let copy = try await Copies.make(on: from, in: folder)
            try await to.withPlace { place in
                let result = try await place.restore(copy)
                #expect(result.former == nil)
                #expect(result.restored.rows["piece"] == 3)
                #expect(result.restored.rows["account"] == 3)
                try await place.withDatabase(Copies.schemas) { database async throws in
                    let pieces = try await database.read { snapshot in
                        try snapshot.all("SELECT number, fraction, words, content FROM piece ORDER BY id") { row in
                            try (row["number"] as Int64?, row["fraction"] as Double?, row["words"] as String?, row["content"] as [UInt8]?)
                        }
                    }
                    try #require(pieces.count == 3)
                    #expect(pieces[0] == (nil, nil, nil, nil))
                    #expect(pieces[1] == (.min, -0.1, "Ñandú 🐦 \u{10FFFF}", [0, 255]))
                    #expect(pieces[2] == (.max, .greatestFiniteMagnitude, "", []))
                    #expect(try await People.run(of: 7, keyring: World.keyring, in: database) == World.Citizen.run)
                    #expect(try await People.find(World.Citizen.run, keyring: World.keyring, in: database) == [7])
                    #expect(try await database.damages() == [])
                    try await database.write { try Sample.openAccount(4, $0) }
                    #expect(try await Sample.ids("account", in: database) == [1, 2, 3, 4])
                }
            }
        }
    }

    @Test("what was there is kept aside", arguments: Engine.available)
    func keepsFormer(_ engine: Engine) async throws {
        try await Copies.withFolder { folder in
            let copy = try await Copies.make(on: engine, in: folder)
            try await engine.withPlace { place in
                try await place.withDatabase(Copies.schemas) { database async throws in
                    try await database.write { try Sample.openAccount(99, $0) }
                }
                let former = try #require(try await place.restore(copy).former)
                try await place.withDatabase(Copies.schemas) { database async throws in
                    #expect(try await Sample.ids("account", in: database) == [1, 2, 3])
                }
                let kept: [Int64]
                switch engine {
                case .sqlite:
                    kept = try await Place(engine: .sqlite, address: former).withDatabase(Copies.schemas) {
                        try await Sample.ids("account", in: $0)
                    }
                case .postgres:
                    kept = try await place.withDatabase(Copies.schemas) { database async throws in
                        try await database.read { try $0.all("SELECT id FROM before_42.account") { try $0.at(0) } }
                    }
                }
                #expect(kept == [99])
            }
        }
    }

    @Test("a place that may not be replaced stays as it was, and nothing is left beside it", arguments: Engine.available)
    func forbidden(_ engine: Engine) async throws {
        try await Copies.withFolder { folder in
            let copy = try await Copies.make(on: engine, in: folder)
            try await engine.withPlace { place in
                try await place.withDatabase(Copies.schemas) { database async throws in
                    try await database.write { try Sample.openAccount(99, $0) }
                    #expect(try await database.liveNodes() == 1)
                    await #expect(throws: Sample.Refusal.self) {
                        try await place.restore(copy) {
                            if try await database.liveNodes() > 0 { throw Sample.Refusal(reason: "in use") }
                        }
                    }
                    #expect(try await Sample.ids("account", in: database) == [99])
                }
                #expect(try await place.holdsRemains() == false)
            }
        }
    }

    @Test("a copy of an older schema is restored as it was, and then brought up to date", arguments: Engine.available)
    func older(_ engine: Engine) async throws {
        try await Copies.withFolder { folder in
            let copy = folder.appendingPathComponent("copy")
            try await engine.withDatabase([Sample.schema]) { database async throws in
                try await database.write { try Sample.openAccount(1, $0) }
                _ = try await database.backup(to: copy, [Sample.schema])
            }
            try await engine.withPlace { place in
                try await place.restore(copy)
                try await place.withDatabase(Copies.schemas) { database async throws in
                    #expect(try await Sample.ids("account", in: database) == [1])
                    #expect(try await Sample.count("person", in: database) == 0)
                }
            }
        }
    }
}
