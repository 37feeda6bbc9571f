import Civic
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Storage
import TestKit
import Testing

@testable import Web

@Suite("The reception")
struct ReceptionTests {
    private static let agent = Actor(
        .staff(7), assurance: .verified, roles: [Role("agent", [.readPersons])], scope: Scope(sensitivities: [.ordinary]))

    private static func texts(_ language: String = "es") throws -> Texts {
        try #require(try Languages(folder: SampleSite.root + "/Texts").all.first { $0.language == language })
    }

    private static func request(_ path: String, _ cookie: String? = nil, _ method: HTTPRequest.Method = .get) -> Request {
        var head = HTTPRequest(method: method, scheme: nil, authority: nil, path: path)
        head.headerFields[.cookie] = cookie
        return Request(head: head, body: RequestBody(buffer: ByteBuffer()))
    }

    private static func reception(_ sessions: Sessions) -> Reception { Reception(sessions) { id, _ in id == 7 ? agent : nil } }

    @Test("knows whoever has a session, by its kind and its level", arguments: Engine.available)
    func visitors(_ engine: Engine) async throws {
        let texts = try Self.texts()
        try await SessionTests.with(engine) { house async throws in
            let reception = Self.reception(house.sessions)
            #expect(try await reception.visitor(Self.request("/mi")).session == nil)
            let (session, cookie) = try await house.open()
            let caller = try await reception.citizen(Self.request("/mi", cookie), texts)
            #expect(caller.person == house.rosa && caller.session == session && caller.actor.assurance == .verified)
            await #expect(throws: SignInNeeded.self) { try await reception.attendant(Self.request("/mesa", cookie), texts) }
            let staff = try await house.sessions.open(for: .staff(7), assurance: .verified, at: Self.request("/"))
            let held = String(staff.setCookie.prefix { $0 != ";" })
            #expect(try await reception.attendant(Self.request("/mesa", held), texts).actor == Self.agent)
            await #expect(throws: SignInNeeded.self) { try await reception.citizen(Self.request("/mi", held), texts) }
        }
    }

    @Test("does not let in a member of the staff whose account was closed", arguments: Engine.available)
    func closed(_ engine: Engine) async throws {
        let texts = try Self.texts()
        try await SessionTests.with(engine) { house async throws in
            let opened = try await house.sessions.open(for: .staff(8), assurance: .verified, at: Self.request("/"))
            let held = String(opened.setCookie.prefix { $0 != ";" })
            await #expect(throws: SignInNeeded.self) {
                try await Self.reception(house.sessions).attendant(Self.request("/mesa", held), texts)
            }
        }
    }

    @Test("sends whoever is not sure enough to rise, and from there back to the same place", arguments: Engine.available)
    func rising(_ engine: Engine) async throws {
        let texts = try Self.texts()
        try await SessionTests.with(engine) { house async throws in
            let reception = Self.reception(house.sessions)
            let (_, cookie) = try await house.open(assurance: .declared)
            _ = try await reception.citizen(Self.request("/mi", cookie), texts, atLeast: .declared)
            let needed = await #expect(throws: SignInNeeded.self) {
                try await reception.citizen(Self.request("/mi/quien-vio?pagina=2", cookie), texts)
            }
            #expect(needed?.address == "/ingresar?nivel=verificado&volver=/mi/quien-vio%3Fpagina%3D2")
            let english = try Self.texts("en")
            let sent = await #expect(throws: SignInNeeded.self) {
                try await reception.citizen(Self.request("/en/mi/datos?x=1", nil, .post), english)
            }
            #expect(sent?.address == "/en/ingresar?nivel=verificado&volver=/en/mi/datos")
        }
    }

    @Test("answers a browser with the way to the sign-in, and a program that somebody must sign in")
    func answers() async throws {
        let texts = try Self.texts()
        let sample = try SampleSite(mounting: { router in
            router.get("/own") { request, _ -> Response in throw SignInNeeded(.staff, texts, from: request) }
        })
        let page = try await sample.ask("/own")
        #expect(page.status == .seeOther && page.headers[.location] == "/mesa/ingresar?volver=/own")
        #expect(page.headers[.cacheControl] == "no-store")
        let program = try await sample.ask("/own", .get, ["Accept": "application/json"])
        #expect(program.status == .unauthorized && program.headers[.contentType] == "application/problem+json")
    }

    @Test(
        "leads back to places of this site alone",
        arguments: [
            "//evil.example", "/\\evil.example", "https://evil.example/", "mi", "", "/mi\nSet-Cookie:x", "/mi#x", "/caf\u{e9}",
            "/" + String(repeating: "a", count: 1001),
        ])
    func elsewhere(_ text: String) {
        #expect(ReturnPath(text) == nil)
    }

    @Test("writes a path into a query so that it comes out as it was")
    func escaped() throws {
        let path = try #require(ReturnPath("/mi/datos?a=1&b=%C3%A9+c"))
        #expect(path.escaped == "/mi/datos%3Fa%3D1%26b%3D%25C3%25A9%2Bc")
        #expect(AskedQuery.value(of: "volver", in: "nivel=x&volver=" + path.escaped) == path.path)
    }

    @Test("names each level as addresses write it")
    func levels() {
        for level in Assurance.allCases { #expect(SignInNeeded.level(SignInNeeded.name(of: level)) == level) }
        #expect(SignInNeeded.level("nada") == nil)
    }
}
