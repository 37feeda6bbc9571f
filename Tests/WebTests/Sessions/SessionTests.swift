import Civic
import HTTPTypes
import Hummingbird
import NIOCore
import Storage
import TestKit
import Testing

@testable import Web

@Suite("Sessions")
struct SessionTests {
    struct House {
        let clock: TestClock
        let database: Database
        let sessions: Sessions
        let rosa: PersonID

        static let schemas: [Schema] = [.people, .interactions, .audit, .jobs, .files, .limits, .sessions]

        func open(_ cookie: String? = nil, assurance: Assurance = .verified) async throws -> (session: BrowserSession, cookie: String) {
            let opened = try await sessions.open(for: .citizen(rosa), assurance: assurance, at: SessionTests.request(cookie))
            return (opened.session, String(opened.setCookie.prefix { $0 != ";" }))
        }

        func session(_ cookie: String?) async throws -> BrowserSession? { try await sessions.session(of: SessionTests.request(cookie)) }
    }

    static func request(_ cookie: String?) -> Request {
        var head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/")
        head.headerFields[.cookie] = cookie.map { "other=1; \($0)" }
        head.headerFields[.userAgent] = "Mozilla/5.0"
        return Request(head: head, body: RequestBody(buffer: ByteBuffer()))
    }

    static func with(_ engine: Engine, isSecure: Bool = false, _ body: (House) async throws -> Void) async throws {
        let clock = TestClock()
        try await engine.withDatabase(House.schemas, clock: clock) { database in
            let rosa = try await database.write {
                try PeopleDesk(keyring: World.keyring).register(Registration(), by: .anonymous, $0)
            }
            let sessions = Sessions(
                database, keyring: World.keyring, terms: .init(idle: 30 * 60_000, whole: 12 * 3_600_000), isSecure: isSecure,
                clock: Clock { Instant(milliseconds: clock.now()) })
            try await body(House(clock: clock, database: database, sessions: sessions, rosa: rosa))
        }
    }

    @Test("are known by a cookie that no script reads and no other site sends", arguments: Engine.available)
    func cookie(_ engine: Engine) async throws {
        try await Self.with(engine) { house async throws in
            let set = try await house.sessions.open(for: .citizen(house.rosa), assurance: .verified, at: Self.request(nil)).setCookie
            #expect(set.hasPrefix("session=") && set.contains("; Path=/; HttpOnly; SameSite=Lax") && !set.contains("Secure"))
            let session = try #require(try await house.session(String(set.prefix { $0 != ";" })))
            #expect(session.identity == .citizen(house.rosa) && session.assurance == .verified)
        }
        try await Self.with(engine, isSecure: true) { house async throws in
            let set = try await house.sessions.open(for: .staff(7), assurance: .verified, at: Self.request(nil)).setCookie
            #expect(set.hasPrefix("__Host-session=") && set.hasSuffix("; Secure"))
            #expect(try await house.session(String(set.prefix { $0 != ";" }))?.identity == .staff(7))
        }
    }

    @Test("have tokens of 192 bits, of which each comes out either way")
    func random() {
        let secrets = (0..<2000).map { _ in SessionCookie().secret }
        #expect(Set(secrets).count == secrets.count && secrets.allSatisfy { $0.count == 24 })
        for bit in 0..<192 {
            let ones = secrets.count { $0[bit / 8] >> UInt8(bit % 8) & 1 == 1 }
            #expect((700...1300).contains(ones), "bit \(bit) was set \(ones) times in 2000")
        }
    }

    @Test("of a cookie that was made up, changed, or signed under another key are none, and ask no database", arguments: Engine.available)
    func forged(_ engine: Engine) async throws {
        try await Self.with(engine) { house async throws in
            let (_, good) = try await house.open()
            var random = SystemRandomNumberGenerator()
            for _ in 0..<300 {
                var characters = Array(good)
                let place = Int.random(in: 8..<characters.count, using: &random)
                characters[place] = characters[place] == "A" ? "B" : "A"
                // The last character of a text in base64url has bits that mean nothing: what it stands for may be the same.
                let forged = String(characters)
                let isSame =
                    SessionCookie(forged.dropFirst(8), keyring: World.keyring)?.secret
                    == SessionCookie(good.dropFirst(8), keyring: World.keyring)?.secret
                let found = try await house.session(forged)
                #expect(found == nil || isSame)
            }
            let other = SessionCookie().text(keyring: Keyring(World.key(9)))
            for cookie in [nil, "session=", "session=x", "session=\(other)", "session=\(good.dropFirst(8))=", "sesion=1"] {
                #expect(try await house.session(cookie) == nil)
            }
            #expect(try await house.session("session=\(SessionCookie().text(keyring: World.keyring))") == nil)
            let stored = try await house.database.read { try $0.value("SELECT digest FROM session", as: [UInt8].self) }
            let held = try #require(SessionCookie(good.dropFirst(8), keyring: World.keyring))
            #expect(stored != held.secret && stored == held.digest)
        }
    }

    @Test("end by rest and by age, and a sign of life counts", arguments: Engine.available)
    func limits(_ engine: Engine) async throws {
        try await Self.with(engine) { house async throws in
            let (_, resting) = try await house.open()
            house.clock.move(byMilliseconds: 30 * 60_000 - 1)
            #expect(try await house.session(resting) != nil)
            house.clock.move(byMilliseconds: 29 * 60_000)
            #expect(try await house.session(resting) != nil)
            house.clock.move(byMilliseconds: 30 * 60_000)
            #expect(try await house.session(resting) == nil)
            let (_, old) = try await house.open()
            for _ in 0..<(12 * 3 - 1) {
                house.clock.move(byMilliseconds: 20 * 60_000)
                #expect(try await house.session(old) != nil)
            }
            house.clock.move(byMilliseconds: 20 * 60_000)
            #expect(try await house.session(old) == nil)
        }
    }

    @Test("that rise get a new cookie, and the old one is worth nothing", arguments: Engine.available)
    func rotation(_ engine: Engine) async throws {
        try await Self.with(engine) { house async throws in
            let (_, first) = try await house.open(assurance: .declared)
            let (risen, second) = try await house.open(first, assurance: .verified)
            #expect(first != second && risen.assurance == .verified)
            #expect(try await house.session(first) == nil)
            #expect(try await house.session(second)?.id == risen.id)
            #expect(try await house.sessions.open(of: .citizen(house.rosa)).map(\.id) == [risen.id])
        }
    }

    @Test("can be closed one by one, the others, or from here", arguments: Engine.available)
    func closing(_ engine: Engine) async throws {
        try await Self.with(engine) { house async throws in
            let all = try await [house.open(), house.open(), house.open()]
            let staff = try await house.sessions.open(for: .staff(7), assurance: .verified, at: Self.request(nil)).session
            #expect(try await house.sessions.open(of: .citizen(house.rosa)).count == 3)
            #expect(try await house.sessions.closeOthers(than: all[1].session) == 2)
            #expect(try await house.session(all[0].cookie) == nil)
            #expect(try await house.session(all[1].cookie) != nil)
            let gone = try await house.sessions.close(Self.request(all[1].cookie))
            #expect(gone.hasPrefix("session=;") && gone.contains("Max-Age=0"))
            #expect(try await house.session(all[1].cookie) == nil)
            #expect(try await house.sessions.open(of: .staff(7)).map(\.id) == [staff.id])
            let verbs = try await house.database.read { try $0.all("SELECT verb FROM audit ORDER BY id") { try $0["verb"] as String } }
            #expect(
                verbs.filter { $0.hasPrefix("session.") } == [
                    "session.opened", "session.opened", "session.opened", "session.opened", "session.othersClosed", "session.closed",
                ])
        }
    }

    @Test("that ended long ago are thrown away", arguments: Engine.available)
    func sweep(_ engine: Engine) async throws {
        try await Self.with(engine) { house async throws in
            _ = try await house.open()
            #expect(try await house.sessions.sweep() == 0)
            house.clock.move(byMilliseconds: 31 * 86_400_000)
            let (_, live) = try await house.open()
            #expect(try await house.sessions.sweep() == 1)
            #expect(try await house.session(live) != nil)
        }
    }
}
