import Catalog
import Civic
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Storage
import TestKit
import Testing
import Web

@testable import Server

/// A person who is signed in at the whole house, in process: what they ask for and send.
struct OwnJourney: Sendable {
    let house: House
    /// The paths of all routes that are asked for with GET.
    let paths: [String]
    let client: any TestClientProtocol
    let database: Database
    let clock: TestClock
    let rosa: PersonID
    let cookie: String

    /// What is known of this Rosa: it stands nowhere else in the house, not even among the examples of the kit.
    enum Mark {
        static let surname = "Quilapangue"
        static let run = "9876123-3"
        static let phone = "+56933344455"
        static let birth = "1949-04-29"
    }

    static func open(
        on engine: Engine, isProtected: Bool = false, environment: [String: String] = [:],
        _ body: @escaping @Sendable (OwnJourney) async throws -> Void
    ) async throws {
        try await engine.withPlace { place in
            let settings = try Settings(
                environment: ["DATABASE_URL": "sqlite:unused", "VENTANILLA_HOME": CatalogueJourneyTests.root].merging(environment) { $1 })
            let clock = TestClock()
            try await place.withDatabase(House.schemas, now: clock.now) { database in
                let house = try House(
                    settings: settings, clock: Clock { Instant(milliseconds: clock.now()) }, database: database,
                    keyring: World.keyring, log: Logger(label: "test"))
                let (router, failures) = try house.doorways(
                    PageCache(), visits: Visits(), tallies: Tallies(), news: Newsroom(house), measures: PrometheusRegistry(),
                    isDemonstration: true)
                let paths = router.routes.filter { $0.method == .get }.map { $0.path.description }
                let rosa = try await register(house, isProtected: isProtected)
                let cookie = try await signIn(rosa, house)
                let site = Site(router, failures: failures, settings: settings, log: house.log)
                try await site.application().test(.router) { client in
                    try await body(
                        OwnJourney(
                            house: house, paths: paths, client: client, database: database, clock: clock, rosa: rosa, cookie: cookie))
                }
            }
        }
    }

    static func signIn(_ person: PersonID, _ house: House, assurance: Assurance = .verified) async throws -> String {
        var head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/")
        head.headerFields[.userAgent] = "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"
        let opened = try await house.sessions.open(
            for: .citizen(person), assurance: assurance, at: Request(head: head, body: RequestBody(buffer: ByteBuffer())))
        return String(opened.setCookie.prefix { $0 != ";" })
    }

    private static func register(_ house: House, isProtected: Bool) async throws -> PersonID {
        let people = PeopleDesk(keyring: World.keyring)
        let registration = Registration(
            name: PersonName(given: "Rosa Elena", first: "Muñoz", second: Mark.surname), birth: Day(iso: Mark.birth),
            needs: [.signLanguage], isProtected: isProtected)
        let run = try #require(RUN(Mark.run))
        let phone = try #require(Contact(.phone, typed: Mark.phone))
        return try await house.database.write { transaction in
            let rosa = try people.register(registration, by: .anonymous, transaction)
            try people.add(.run(run), to: rosa, evidence: "registry", by: .anonymous, transaction)
            try people.add(phone, to: rosa, isPreferred: true, by: .anonymous, transaction)
            return rosa
        }
    }

    func get(_ path: String, as cookie: String? = nil, headers: HTTPFields = [:]) async throws -> TestResponse {
        var headers = headers
        headers[.cookie] = cookie ?? self.cookie
        return try await client.execute(uri: path, method: .get, headers: headers)
    }

    func text(_ path: String) async throws -> String { String(buffer: try await get(path).body) }

    /// Opens the page, takes the token of its form to `action`, and sends the fields.
    func send(_ fields: [String], to action: String, from path: String) async throws -> TestResponse {
        let page = try await text(path)
        let form = try #require(page.components(separatedBy: "<form").first { $0.contains("action=\"\(action)\"") })
        let token = try #require(form.firstMatch(of: #/name="token" value="([^"]+)"/#).map { "token=\($0.1)" })
        return try await client.execute(
            uri: action, method: .post, headers: [.contentType: "application/x-www-form-urlencoded", .cookie: cookie],
            body: ByteBuffer(string: (fields + [token]).joined(separator: "&")))
    }

    /// The person's trace, the newest first.
    func traces() async throws -> [Trace] {
        let (people, rosa) = (PeopleDesk(keyring: World.keyring), rosa)
        return try await database.read { try people.traces(of: rosa, limit: 10_000, $0) }
    }

    func reads() async throws -> Int { try await traces().filter { $0.verb == "person.read" }.count }
}
