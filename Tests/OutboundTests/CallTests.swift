import Synchronization
import Testing

@testable import Outbound

@Suite("A question to another institution's system")
struct CallTests {
    struct Said: Decodable { let said: String }

    /// A value that several tasks see.
    final class Held<Value: Sendable>: Sendable {
        private let held: Mutex<Value>
        init(_ value: Value) { held = Mutex(value) }
        var value: Value {
            get { held.withLock { $0 } }
            set { held.withLock { $0 = newValue } }
        }
    }

    static let json = ["Content-Type: application/json; charset=utf-8", "Connection: close"]

    static func caller(
        patience: Int64 = 2000, mostBytes: Int = 10_000, breaker: CircuitBreaker = CircuitBreaker(most: 3, pause: 1000),
        failed: @escaping @Sendable (WebAddress, CallFailure) -> Void = { _, _ in }, now: @escaping @Sendable () -> Int64 = { 0 }
    ) -> OutboundCaller {
        var limits = OutboundCaller.Limits()
        (limits.patience, limits.pause, limits.mostBytes) = (patience, 1, mostBytes)
        return OutboundCaller(limits: limits, breaker: breaker, failed: failed, now: now)
    }

    static func address(_ port: Int, _ path: String = "/x") throws -> WebAddress {
        try #require(WebAddress("http://127.0.0.1:\(port)\(path)"))
    }

    @Test("is answered with a value")
    func answered() async throws {
        try await PlainServer.open({ _, _ in .close(PlainServer.answer("200 OK", Self.json, body: #"{"said":"yes"}"#)) }) { server, port in
            let answer = try await Self.caller().answer(to: .get(try Self.address(port)))
            #expect(try answer.json(Said.self).said == "yes" && answer.type == "application/json")
            #expect(server.asked.map(\.method) == ["GET"])
        }
    }

    @Test("is asked once more when it fails and that is safe, and never when it is not")
    func again() async throws {
        try await PlainServer.open({ _, before in
            .close(before == 0 ? PlainServer.answer("503 Busy") : PlainServer.answer("200 OK", Self.json, body: #"{"said":"now"}"#))
        }) { server, port in
            _ = try await Self.caller().answer(to: .get(try Self.address(port, "/safe")))
            await #expect(throws: CallFailure.refused(503)) {
                _ = try await Self.caller().answer(to: .form(try Self.address(port, "/code"), [("code", "1")], isRepeatable: false))
            }
            #expect(server.asked.map(\.path) == ["/safe", "/safe", "/code"])
        }
    }

    @Test("is not asked again when the answer says that we are wrong")
    func wrong() async throws {
        try await PlainServer.open({ _, _ in .close(PlainServer.answer("404 Nothing")) }) { server, port in
            await #expect(throws: CallFailure.refused(404)) { _ = try await Self.caller().answer(to: .get(try Self.address(port))) }
            #expect(server.asked.count == 1)
        }
    }

    @Test("answered by a page, by something that only says it is JSON, or by a redirect, has no answer")
    func page() async throws {
        try await PlainServer.open({ asked, _ in
            switch asked.path {
            case "/page": .close(PlainServer.answer("200 OK", ["Content-Type: text/html"], body: #"{"said":"yes"}"#))
            case "/broken": .close(PlainServer.answer("200 OK", Self.json, body: "<html>"))
            default: .close(PlainServer.answer("302 Found", ["Location: /page"]))
            }
        }) { server, port in
            for path in ["/page", "/broken"] {
                let answer = try await Self.caller().answer(to: .get(try Self.address(port, path)))
                #expect(throws: CallFailure.notJSON) { _ = try answer.json(Said.self) }
            }
            await #expect(throws: CallFailure.refused(302)) {
                _ = try await Self.caller().answer(to: .get(try Self.address(port, "/away")))
            }
            #expect(server.asked.count == 3)
        }
    }

    @Test("is given up when the answer drips, and when it has no end")
    func slow() async throws {
        try await PlainServer.open({ asked, _ in
            asked.path == "/drip"
                ? .trickle("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
                : .pour("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
        }) { _, port in
            await #expect(throws: CallFailure.slow) {
                _ = try await Self.caller(patience: 200).answer(to: .form(try Self.address(port, "/drip"), [], isRepeatable: false))
            }
            await #expect(throws: CallFailure.tooLarge) { _ = try await Self.caller().answer(to: .get(try Self.address(port, "/pour"))) }
        }
    }

    @Test("goes to https and to this machine only")
    func safe() async throws {
        for text in ["http://example.org/x", "http://127.0.0.1.example.org/x", "http://10.0.0.1/x"] {
            await #expect(throws: CallFailure.unsafeAddress) {
                _ = try await Self.caller().answer(to: .get(try #require(WebAddress(text))))
            }
        }
        #expect(OutboundCaller.isSafe(try #require(WebAddress("https://example.org/x"))))
    }

    @Test("is not sent while the other side is not well; after a pause one question tries")
    func breaker() async throws {
        let (clock, isWell) = (Held<Int64>(0), Held(false))
        try await PlainServer.open({ _, _ in
            .close(isWell.value ? PlainServer.answer("200 OK", Self.json, body: "{}") : PlainServer.answer("500 Broken"))
        }) { server, port in
            let caller = Self.caller(now: { clock.value })
            let call = OutboundCall.form(try Self.address(port), [], isRepeatable: false)
            for _ in 0..<3 { await #expect(throws: CallFailure.refused(500)) { _ = try await caller.answer(to: call) } }
            await #expect(throws: CallFailure.down) { _ = try await caller.answer(to: call) }
            #expect(server.asked.count == 3)
            clock.value = 1000
            await #expect(throws: CallFailure.refused(500)) { _ = try await caller.answer(to: call) }
            await #expect(throws: CallFailure.down) { _ = try await caller.answer(to: call) }
            #expect(server.asked.count == 4)
            clock.value = 2000
            isWell.value = true
            for _ in 0..<2 { _ = try await caller.answer(to: call) }
            #expect(server.asked.count == 6)
        }
    }

    @Test("over a connection that can't be trusted is not sent, and whoever keeps the log is told each time")
    func untrusted() async throws {
        try await PlainServer.babbling { port in
            let told = Held<[String]>([])
            let caller = Self.caller(failed: { told.value += ["\($0.host) \($1)"] })
            let call = OutboundCall.get(try #require(WebAddress("https://127.0.0.1:\(port)/x")))
            await #expect(throws: CallFailure.untrusted) { _ = try await caller.answer(to: call) }
            #expect(told.value == ["127.0.0.1 untrusted", "127.0.0.1 untrusted"], "it is asked once more")
        }
    }

    @Test("to nobody is down")
    func nobody() async throws {
        let port = Held(0)
        try await PlainServer.open({ _, _ in .close("") }) { _, taken in port.value = taken }
        let address = try Self.address(port.value)
        await #expect(throws: CallFailure.down) { _ = try await Self.caller().answer(to: .get(address)) }
    }

    @Test("carries a form whose values say what they said")
    func escaping() {
        #expect(OutboundCall.escaped("a b&c=d/\u{F1}+") == "a%20b%26c%3Dd%2F%C3%B1%2B")
    }
}
