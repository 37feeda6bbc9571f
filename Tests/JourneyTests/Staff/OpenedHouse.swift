import Catalog
import Civic
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Logging
import NIOCore
import Storage
import TestKit
import Testing
import Typography
import Web

@testable import Server

/// The whole house in process with its catalogue, and browsers that come to it.
struct OpenedHouse: Sendable {
    let house: House
    let database: Database
    let clock: TestClock
    let client: any TestClientProtocol

    /// `changing` may change the house before its doors open. Passwords cost little here.
    static func open(
        on engine: Engine, changing: @escaping @Sendable (inout House) -> Void = { _ in },
        _ body: @escaping @Sendable (OpenedHouse) async throws -> Void
    ) async throws {
        try await engine.withPlace { place in
            let settings = try Settings(
                environment: [
                    "DATABASE_URL": "sqlite:unused", "VENTANILLA_HOME": CatalogueJourneyTests.root, "FORMS_PER_MINUTE": "100000",
                ])
            let clock = TestClock()
            try await place.withDatabase(House.schemas, now: clock.now) { database in
                var house = try House(
                    settings: settings, clock: Clock { Instant(milliseconds: clock.now()) }, database: database,
                    keyring: World.keyring, log: Logger(label: "test"))
                house.passwords = PasswordLine(PasswordWork(log2Rounds: 4))
                changing(&house)
                _ = try await SheetDesk(database).load(try CatalogueFiles(folder: CatalogueJourneyTests.root + "/Catalogue").catalogue())
                let opened = house
                let (router, failures) = try house.doorways(
                    PageCache(), visits: Visits(), tallies: Tallies(), news: Newsroom(house), measures: PrometheusRegistry(),
                    isDemonstration: true)
                let site = Site(router, failures: failures, settings: settings, log: house.log)
                try await site.application().test(.router) { client in
                    try await body(OpenedHouse(house: opened, database: database, clock: clock, client: client))
                }
            }
        }
    }

    func browser() -> Browser { Browser(client: client) }

    /// Somebody who may run commands on the server.
    static let operators = Actor(
        .system(6), assurance: .verified, roles: [Role("operators", [.manageStaff, .manageAgreements])],
        scope: Scope(points: .all, institutions: .all, sensitivities: [.ordinary]))
}

/// A browser: it keeps cookies, follows nothing by itself, and finds the token of a form on the page that it shows. Its text is as somebody reads
/// it, whatever keeps a line whole.
final class Browser {
    private let client: any TestClientProtocol
    private(set) var cookies: [String: String] = [:]
    private(set) var text = ""

    init(client: any TestClientProtocol) { self.client = client }

    @discardableResult
    func get(_ path: String) async throws -> TestResponse {
        keep(try await client.execute(uri: path, method: .get, headers: headers))
    }

    /// Sends the form that stands on the page with this action; its token is taken from there. Any other path gets no token.
    @discardableResult
    func post(_ path: String, _ fields: [String] = []) async throws -> TestResponse {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        let body = (fields + [token(path)].compactMap { $0.map { "token=\($0)" } }).joined(separator: "&")
        return keep(try await client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: body)))
    }

    /// Sends a form with a file, as browsers do (RFC 7578).
    @discardableResult
    func post(
        _ path: String, file field: String, name: String, _ bytes: [UInt8], _ fields: [String: String] = [:]
    ) async throws -> TestResponse {
        var headers = headers
        headers[.contentType] = "multipart/form-data; boundary=corte"
        var body = ByteBuffer()
        if let token = token(path) { body.writeString("--corte\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(token)\r\n") }
        for (name, value) in fields {
            body.writeString("--corte\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
        }
        body.writeString(
            "--corte\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r\nContent-Type: image/jpeg\r\n\r\n")
        body.writeBytes(bytes)
        body.writeString("\r\n--corte--\r\n")
        return keep(try await client.execute(uri: path, method: .post, headers: headers, body: body))
    }

    /// The token of the form with this action on the page.
    func token(_ action: String) -> String? {
        let action = action.replacing("&", with: "&amp;")
        guard let form = text.range(of: "action=\"\(action)\"") ?? text.range(of: "action=\"\(action)?") else { return nil }
        return text[form.upperBound...].firstMatch(of: #/name="token" value="([^"]+)"/#).map { String($0.1) }
    }

    func carry(_ name: String, _ value: String?) { cookies[name] = value }

    private var headers: HTTPFields {
        cookies.isEmpty ? [:] : [.cookie: cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")]
    }

    private func keep(_ answer: TestResponse) -> TestResponse {
        for field in answer.headers[values: .setCookie] {
            guard let pair = field.split(separator: ";").first, let equals = pair.firstIndex(of: "=") else { continue }
            let value = String(pair[pair.index(after: equals)...])
            cookies[String(pair[..<equals])] = value.isEmpty ? nil : value
        }
        text = Unbroken.plain(String(buffer: answer.body))
        return answer
    }
}
