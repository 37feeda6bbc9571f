import Civic
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Outbound
import Ports
import Storage
import Synchronization
import TestKit

@testable import Handoff

/// The sites of other institutions, in this process: each path behaves in its own way.
final class OutsideServer: Sendable {
    struct Seen: Sendable, Equatable {
        let method: String
        let host: String
        let path: String
        let userAgent: String
    }

    private struct State {
        var seen: [Seen] = []
        var now: [String: Int] = [:]
        var most: [String: Int] = [:]
        var failures = 0
        var written = 0
    }

    private let state = Mutex(State())

    var seen: [Seen] { state.withLock { $0.seen } }
    /// The most requests at once at a site, and in all (`*`).
    var most: [String: Int] { state.withLock { $0.most } }

    /// How many pieces of the page without an end were sent, of so many.
    var written: Int { state.withLock { $0.written } }
    static let longest = 2_000

    /// What `/never` waits for: it answers when the test is over.
    private let silence = Silence()

    static let html = HTTPFields([HTTPField(name: .contentType, value: "text/html")])

    /// Runs the sites and hands over their port.
    static func open(_ body: @escaping @Sendable (OutsideServer, Int) async throws -> Void) async throws {
        let server = OutsideServer()
        let router = Router()
        for method in [HTTPRequest.Method.get, .head] {
            router.on("**", method: method) { request, _ in try await server.answer(request) }
        }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)), logger: Logger(label: "outside"))
        try await application.test(.live) { client in
            do {
                try await body(server, client.port ?? 0)
            } catch {
                await server.silence.end()
                throw error
            }
            await server.silence.end()
        }
    }

    private func answer(_ request: Request) async throws -> Response {
        let host = request.head.authority ?? ""
        let name = String(host.prefix { $0 != ":" })
        let path = request.uri.path
        state.withLock { state in
            state.seen.append(
                Seen(method: request.method.rawValue, host: name, path: path, userAgent: request.headers[.userAgent] ?? ""))
            for key in [name, "*"] where path != "/robots.txt" {
                state.now[key, default: 0] += 1
                state.most[key] = max(state.most[key] ?? 0, state.now[key] ?? 0)
            }
        }
        defer {
            state.withLock { state in
                for key in [name, "*"] where path != "/robots.txt" { state.now[key, default: 0] -= 1 }
            }
        }
        func leading(_ location: String) -> Response { Response(status: .found, headers: [.location: location]) }
        switch path {
        case "/robots.txt":
            guard name == "strict.test" else { return Response(status: .notFound) }
            return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "User-agent: *\nDisallow: /closed\n")))
        case let slow where slow.hasPrefix("/slow"):
            try await Task.sleep(for: .milliseconds(60))
            return Response(status: .ok)
        case "/never":
            await silence.wait()
            return Response(status: .ok)
        case "/gone": return Response(status: .notFound)
        case "/guarded": return Response(status: .forbidden)
        case "/broken": return Response(status: .badGateway)
        case "/once":
            let failures = state.withLock { state in
                state.failures += 1
                return state.failures
            }
            return Response(status: failures <= 2 ? .serviceUnavailable : .ok)
        case "/no-head": return Response(status: request.method == .head ? .methodNotAllowed : .ok)
        case "/near": return leading("/here?a=1")
        case "/far": return leading("http://other.test:\(host.split(separator: ":").last ?? "")/here")
        case "/down": return leading("http://forbidden.test/here")
        case "/loop": return leading("/loop")
        case "/long":
            let chunk = ByteBuffer(repeating: 0x61, count: 65_536)
            return Response(
                status: request.method == .head ? .methodNotAllowed : .ok,
                body: ResponseBody { writer in
                    for _ in 0..<Self.longest {
                        try await writer.write(chunk)
                        // Whoever leaves has time to be gone, also on a busy machine.
                        try await Task.sleep(for: .milliseconds(2))
                        if request.method == .get { self.state.withLock { $0.written += 1 } }
                    }
                    try await writer.finish(nil)
                })
        default: return Response(status: .ok, headers: Self.html)
        }
    }
}

/// Lasts until somebody ends it.
private actor Silence {
    private var isOver = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func wait() async {
        if !isOver { await withCheckedContinuation { waiting.append($0) } }
    }

    func end() {
        isOver = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}

/// What the tests of the watch hand over.
enum Outside {
    static let names = Dictionary(
        uniqueKeysWithValues: (["site", "www.site", "other", "strict", "forbidden"] + (0..<12).map { "s\($0)" }).map {
            ("\($0).test", "127.0.0.1")
        })

    static var manners: SiteVisitor.Manners {
        var manners = SiteVisitor.Manners(userAgent: "ventanilla-test")
        manners.policy = AddressPolicy { $0.host != "forbidden.test" }
        // Longer than any machine is busy: who wants to see a time run out says so.
        manners.patience = 60_000
        manners.pause = 0
        return manners
    }

    static func link(
        _ address: String, sheet: Int = 1, institution: String = "IPS", isDoneThere: Bool = true, hasOtherWays: Bool = true
    ) -> OutsideLinks.Link {
        OutsideLinks.Link(
            sheet: sheet, title: "Sheet \(sheet)", path: "/fichas/\(sheet)-x", address: address, institution: institution,
            institutionName: "Institute \(institution)", isDoneThere: isDoneThere, atHand: ["Paper"], hasOtherWays: hasOtherWays)
    }

    static func links(_ links: [OutsideLinks.Link]) -> OutsideLinks {
        OutsideLinks(topics: [], all: { links }, link: { sheet in links.first { $0.sheet == sheet } })
    }

    static let schemas: [Schema] = [.people, .interactions, .audit, .handoff]
}
