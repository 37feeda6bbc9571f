import Civic
import Storage
import TestKit
import Testing

@Suite("Files that people hand in")
struct FileDeskTests {
    let files = FileDesk(keyring: World.keyring)

    /// A photograph of three parts and a bit.
    static let photo: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

    @Test("come back byte by byte to whoever has a disclosure of that person's files", arguments: Engine.available)
    func content(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            let kept = try await civics.database.write { try files.keep(Self.photo, of: rosa, by: Civics.citizen(rosa), $0) }
            #expect(kept.kind == .jpeg && kept.size == Self.photo.count && kept.subject == rosa)
            let own = try await civics.disclosures.open([.files], of: [rosa], for: "test", by: Civics.citizen(rosa))
            let read = try await civics.database.read { snapshot in
                let file = try #require(try files.file(kept.id, snapshot))
                #expect(file == kept)
                return try files.content(of: file, own, snapshot)
            }
            #expect(read == Self.photo)
            let names = try await civics.disclosures.open([.name], of: [rosa], for: "test", by: Civics.citizen(rosa))
            await #expect(throws: NotDisclosed.self) {
                try await civics.database.read { try files.content(of: kept, names, $0) }
            }
        }
    }

    @Test("are kept once for one person, and apart for two", arguments: Engine.available)
    func once(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            let other = try await civics.database.write { try civics.people.register(Registration(), by: Civics.agent, $0) }
            let ids = try await civics.database.write { transaction in
                try [rosa, rosa, other].map { try files.keep(Self.photo, of: $0, by: Civics.agent, transaction).id }
            }
            #expect(ids[0] == ids[1] && ids[0] != ids[2])
            #expect(try await civics.count("file") == 2)
            #expect(try await civics.count("file_part") == 6)
        }
    }

    @Test("of no kind that we take are refused, and leave nothing", arguments: Engine.available)
    func kinds(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            await #expect(throws: UnknownKind.self) {
                try await civics.database.write { try files.keep(Array("MZ program".utf8), of: rosa, by: Civics.agent, $0) }
            }
            #expect(try await civics.count("file") == 0)
        }
    }

    @Test("stand nowhere in clear, change their key with the others, and go with the person", arguments: Engine.available)
    func sealed(_ engine: Engine) async throws {
        let clock = TestClock()
        try await engine.withPlace { place in
            let paper = Array("%PDF-1.7 the salary of Rosa is 500".utf8)
            var rosa = PersonID(0)
            var file: StoredFile?
            try await place.withDatabase(Civics.schemas, now: clock.now) { database in
                let civics = Civics(database: database, clock: clock)
                rosa = try await civics.rosa()
                let person = rosa
                file = try await database.write { try files.keep(paper, of: person, by: Civics.agent, $0) }
                let stored = try await database.read { try $0.all("SELECT content FROM file_part") { try $0["content"] as [UInt8] } }
                #expect(stored.count == 1 && !String(decoding: stored[0], as: UTF8.self).contains("salary"))
            }
            let newer = Keyring(World.key(2), others: [World.key(1)])
            let person = rosa
            let kept = try #require(file)
            try await place.withDatabase(Civics.schemas, keyring: newer, now: clock.now) { database in
                _ = try await database.rotateSecrets(Civics.schemas)
            }
            let only = Keyring(World.key(2))
            try await place.withDatabase(Civics.schemas, keyring: only, now: clock.now) { database in
                let desk = FileDesk(keyring: only)
                let own = try await DisclosureDesk(database, keyring: only).open(
                    [.files], of: [person], for: "test", by: Civics.citizen(person))
                #expect(try await database.read { try desk.content(of: kept, own, $0) } == paper)
                #expect(try await database.write { try desk.keep(paper, of: person, by: Civics.agent, $0).id } == kept.id)
                try await database.write { try PeopleDesk(keyring: only).erase(person, by: Civics.agent, $0) }
                #expect(try await database.read { try $0.value("SELECT COUNT(*) AS n FROM file_part") } == 0)
                #expect(try await database.read { try desk.file(kept.id, $0) } == nil)
            }
        }
    }
}
