import Civic
import Ports
import Storage
import TestKit
import Testing

@testable import Notices

@Suite("Notices")
struct NoticeTests {
    struct Room {
        let clock: TestClock
        let database: Database
        let desk: NoticeDesk
        let rosa: PersonID

        func tell(_ from: Instant? = nil) async throws {
            let (board, rosa) = (desk.board, rosa)
            try await database.write {
                try board.tell(NoticeBoard.Notice("notices.unread", ["count": "secreto"], path: "/mi/datos", from: from), rosa, $0)
            }
        }
    }

    static func with(_ engine: Engine, _ body: (Room) async throws -> Void) async throws {
        let clock = TestClock()
        let schemas: [Schema] = [.people, .interactions, .audit, .jobs, .files, .limits, .notices]
        try await engine.withDatabase(schemas, clock: clock) { database in
            let rosa = try await database.write {
                try PeopleDesk(keyring: World.keyring).register(Registration(), by: .anonymous, $0)
            }
            let desk = NoticeDesk(database, keyring: World.keyring, clock: Clock { Instant(milliseconds: clock.now()) })
            try await body(Room(clock: clock, database: database, desk: desk, rosa: rosa))
        }
    }

    @Test("are new until they are opened, once", arguments: Engine.available)
    func reading(_ engine: Engine) async throws {
        try await Self.with(engine) { room async throws in
            try await room.tell()
            try await room.tell()
            #expect(try await room.desk.unread(of: room.rosa) == 2)
            let rosa = Actor(.citizen(room.rosa), assurance: .verified)
            let first = try #require(try await room.desk.list(of: room.rosa, limit: 1).first)
            try await room.desk.open(first, by: rosa, of: room.rosa)
            #expect(try await room.desk.unread(of: room.rosa) == 1)
            let once = OnceKey("a", scope: "test")
            #expect(try await room.desk.openAll(of: room.rosa, by: rosa, once: once) == 1)
            #expect(try await room.desk.openAll(of: room.rosa, by: rosa, once: once) == 1)
            #expect(try await room.desk.unread(of: room.rosa) == 0)
        }
    }

    @Test("that are told of later are not there before", arguments: Engine.available)
    func delay(_ engine: Engine) async throws {
        try await Self.with(engine) { room async throws in
            try await room.tell(Instant(milliseconds: room.clock.now() + 60_000))
            #expect(try await room.desk.list(of: room.rosa, limit: 9).isEmpty)
            let id = try #require(try await room.database.read { try $0.value("SELECT id FROM notice", as: Int64.self) })
            #expect(try await room.desk.notice(id, of: room.rosa) == nil)
            room.clock.move(byMilliseconds: 60_000)
            #expect(try await room.desk.notice(id, of: room.rosa) != nil)
            #expect(try await room.desk.unread(of: room.rosa) == 1)
        }
    }

    @Test("stop at a death, and are all there again when it was a mistake", arguments: Engine.available)
    func death(_ engine: Engine) async throws {
        try await Self.with(engine) { room async throws in
            try await room.tell()
            let (ending, rosa) = (room.desk.ending, room.rosa)
            let day = Day(of: Instant(milliseconds: room.clock.now()))
            try await room.database.write { try ending.died(rosa, day, .anonymous, $0) }
            try await room.tell()
            #expect(try await room.desk.list(of: rosa, limit: 9).isEmpty)
            #expect(try await room.desk.unread(of: rosa) == 0)
            try await room.database.write { try ending.revived(rosa, .anonymous, $0) }
            #expect(try await room.desk.list(of: rosa, limit: 9).count == 2)
        }
    }

    @Test("stand nowhere in clear, and an erasure takes them all", arguments: Engine.available)
    func erasure(_ engine: Engine) async throws {
        try await Self.with(engine) { room async throws in
            try await room.tell()
            let told = try #require(try await room.database.read { try $0.value("SELECT told FROM notice", as: [UInt8].self) })
            #expect(!String(decoding: told, as: UTF8.self).contains("secreto"))
            let (held, rosa) = (room.desk.heldData, room.rosa)
            #expect(try await room.database.write { try held.erase(rosa, $0) } == 1)
            #expect(try await room.desk.list(of: rosa, limit: 9).isEmpty)
        }
    }
}
