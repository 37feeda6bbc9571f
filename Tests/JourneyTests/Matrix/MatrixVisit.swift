import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import TestKit
import Testing

@testable import Identity
@testable import Server

/// Somebody of the demonstration's team who is signed in, and asks.
struct MatrixVisit: Sendable {
    let role: String
    /// Their account.
    let staff: Int64
    let things: MatrixThings
    private let cookie: String
    private let session: Int64
    private let opened: OpenedHouse

    /// Signs in through the pages, with password and code, as anybody does.
    init(_ member: DemoMember, _ things: MatrixThings, _ opened: OpenedHouse) async throws {
        role = member.role.rawValue
        self.things = things
        self.opened = opened
        let browser = opened.browser()
        try await browser.get("/mesa/ingresar")
        try await browser.post("/mesa/ingresar", ["cuenta=\(member.login)", "clave=\(member.password)"])
        try await browser.get("/mesa/ingresar/codigo")
        let code = try #require(browser.text.firstMatch(of: #/ahora es ([0-9]{6})/#).map { String($0.1) })
        try await browser.post("/mesa/ingresar/codigo", ["codigo=\(code)"])
        cookie = try #require(browser.cookies["session"])
        let row = try #require(
            try await opened.database.read { snapshot in
                try snapshot.all("SELECT id, staff FROM session WHERE closed IS NULL ORDER BY id DESC LIMIT 1") {
                    (session: try $0["id"] as Int64, staff: try $0["staff"] as Int64)
                }
            }.first)
        (session, staff) = (row.session, row.staff)
    }

    func get(_ path: String) async throws -> HTTPResponse.Status { try await page(path).status }

    /// Whether the page shows these words. A page that leaves them out is told as one that refuses.
    func sees(_ words: String, at path: String) async throws -> HTTPResponse.Status {
        let answer = try await page(path)
        return answer.status == .ok && !String(buffer: answer.body).contains(words) ? .forbidden : answer.status
    }

    private func page(_ path: String) async throws -> TestResponse {
        try await opened.client.execute(uri: path, method: .get, headers: [.cookie: "session=\(cookie)"])
    }

    /// Sends a form with a good token of this session, as if its page had been shown: the act must refuse by itself.
    func post(_ path: String, form: String, _ fields: [String] = []) async throws -> HTTPResponse.Status {
        let token = FormToken.issue(for: "\(form)\u{0}\(session)", keyring: World.keyring, now: opened.clock.now())
        return try await opened.client.execute(
            uri: path, method: .post, headers: [.cookie: "session=\(cookie)", .contentType: "application/x-www-form-urlencoded"],
            body: ByteBuffer(string: (fields + ["token=\(token)"]).joined(separator: "&"))
        ).status
    }
}
