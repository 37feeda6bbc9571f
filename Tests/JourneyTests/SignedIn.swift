import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

/// Somebody who signed in as people do: through the real routes and the double of the demonstration.
///
///     let rosa = try await SignedIn.person(client)
///     let page = try await rosa.get("/mi", client)
struct SignedIn {
    /// What the browser sends with each request.
    let cookie: String

    /// Signs in the demo person with this RUN, Rosa unless another is named, and goes on at `path`.
    static func person(
        _ client: any TestClientProtocol, run: String = "12345678-5", at path: String = "/mi"
    ) async throws -> SignedIn {
        let visit = try await begin(client, at: path)
        let back = try await choose(run, at: visit.provider, client)
        let end = try await client.execute(uri: back, method: .get, headers: [.cookie: visit.cookie])
        try #require(end.status == .seeOther && end.headers[.location] == path, "\(end.status) \(String(buffer: end.body).prefix(400))")
        return SignedIn(cookie: try session(of: end))
    }

    /// Where the browser is sent, and the cookie that it must bring back.
    static func begin(
        _ client: any TestClientProtocol, at path: String, level: String = "verificado", cookie: String = ""
    ) async throws -> (provider: String, cookie: String) {
        let start = try await client.execute(
            uri: "/ingresar/clave?nivel=\(level)&volver=\(path)", method: .get, headers: cookie.isEmpty ? [:] : [.cookie: cookie])
        try #require(start.status == .seeOther)
        let pending = try #require(start.headers[.setCookie]?.prefix { $0 != ";" })
        let provider = try #require(start.headers[.location])
        return (try local(provider), String(pending))
    }

    /// Chooses a person on the double's page, and gives back where the browser is sent.
    static func choose(_ run: String, at provider: String, _ client: any TestClientProtocol) async throws -> String {
        let page = try await client.execute(uri: provider, method: .get)
        try #require(page.status == .ok)
        let answer = try await KitFormJourneyTests.send(
            client, ["persona=\(run)", try KitFormJourneyTests.token(String(buffer: page.body))], path: provider)
        let back = try #require(answer.headers[.location])
        return try local(back)
    }

    /// An address of ours without its beginning.
    static func local(_ address: String) throws -> String {
        let start = try #require(address.firstRange(of: "://")?.upperBound)
        return String(address[(address[start...].firstIndex(of: "/") ?? address.endIndex)...])
    }

    /// The cookie of the session that an answer opens.
    static func session(of answer: TestResponse) throws -> String {
        let fields = answer.headers[values: .setCookie]
        let field = try #require(fields.first { $0.hasPrefix("session=") && !$0.hasPrefix("session=;") })
        return String(field.prefix { $0 != ";" })
    }

    func get(_ path: String, _ client: any TestClientProtocol) async throws -> TestResponse {
        try await client.execute(uri: path, method: .get, headers: [.cookie: cookie])
    }

    /// Sends a form of the page at `path` with these fields and the token of that page.
    func send(
        _ fields: [String], from path: String, to action: String? = nil, _ client: any TestClientProtocol
    ) async throws -> TestResponse {
        let page = try await get(path, client)
        let token = try KitFormJourneyTests.token(String(buffer: page.body))
        return try await client.execute(
            uri: action ?? path, method: .post,
            headers: [.contentType: "application/x-www-form-urlencoded", .cookie: cookie],
            body: ByteBuffer(string: (fields + [token]).joined(separator: "&")))
    }
}
