import Foundation
import Synchronization

/// Stands between the driver and a PostgreSQL server and cuts a connection where a test wants it: at the sign, which is COMMIT
/// unless the test names another text of a statement.
public final class Proxy: Sendable {
    public enum Cut: Sendable, CaseIterable {
        /// The sign does not reach the server, which sees its client go.
        case before
        /// The sign does not reach the server, which does not know that its client has gone.
        case unseen
        /// The server gets the sign, and its client is gone before there is an answer.
        case during
        /// The server has answered, and the client does not learn of it.
        case after
    }

    private struct State {
        var plan: @Sendable (Int) -> Cut? = { _ in nil }
        var seen = 0
        var cuts = 0
        var isClosed = false
        var isRefusing = false
        var passages: [Passage] = []
    }

    /// Where the proxy listens.
    public let port: Int
    private let listening: Int32
    private let target: Int
    private let sign: [UInt8]
    private let state = Mutex(State())

    /// Gives the body a proxy before the server at `address`, and the address of the same database by way of the proxy.
    public static func with<Answer: Sendable>(
        before address: String, sign: String = "COMMIT\0", _ body: (Proxy, String) async throws -> Answer
    ) async throws -> Answer {
        let proxy = try Proxy(to: URLComponents(string: address)?.port ?? 5432, sign: sign)
        defer { proxy.close() }
        return try await body(proxy, PostgresServer.redirect(address, to: proxy.port))
    }

    private init(to target: Int, sign: String) throws {
        self.target = target
        self.sign = Array(sign.utf8)
        (listening, port) = try Wire.listening()
        Thread { self.work() }.start()
    }

    /// Asks the plan at each sign from now on, counted from 1: what it names is done, nil lets it pass.
    public func plan(_ plan: @escaping @Sendable (Int) -> Cut?) {
        state.withLock {
            $0.plan = plan
            $0.seen = 0
        }
    }

    /// How many connections were cut by plan.
    public var cuts: Int { state.withLock { $0.cuts } }

    /// Lets nobody in any more, or again. Who is in stays.
    public func refuse(_ isRefusing: Bool = true) {
        state.withLock { $0.isRefusing = isRefusing }
    }

    /// Cuts every connection there is.
    public func cutAll() {
        let passages = state.withLock { state in
            defer { state.passages = [] }
            return state.passages
        }
        for passage in passages { passage.cut() }
    }

    private func close() {
        state.withLock { $0.isClosed = true }
        shutdown(listening, Int32(SHUT_RDWR))
        cutAll()
    }

    private func work() {
        while let client = Wire.accepted(listening) {
            let isRefusing = state.withLock { $0.isRefusing || $0.isClosed }
            guard !isRefusing, let server = Wire.connected(to: target) else {
                Foundation.close(client)
                continue
            }
            let passage = Passage(client, server, sign: sign) { self.decide() }
            state.withLock { $0.passages.append(passage) }
            passage.open()
        }
        Foundation.close(listening)
    }

    private func decide() -> Cut? {
        let (plan, number) = state.withLock { state in
            state.seen += 1
            return (state.plan, state.seen)
        }
        let cut = plan(number)
        if cut != nil { state.withLock { $0.cuts += 1 } }
        return cut
    }
}
