import Civic
import Foundation
import Outbound
import Ports
import Synchronization
import TestKit
import Testing

@testable import Procedures

@Suite("The line to a register")
struct ConnectorTests {
    private static let question = Registers.Question(
        register: "identidad", fields: ["fechaNacimiento"], run: RUN("12345678-5")!, purpose: "Solicitud de la Pensión",
        matter: "ABCD-EFGH",
        basis: "Ley N° 19.477")

    private static func connector(_ transport: @escaping OutboundCaller.Transport, patience: Int64 = 6_000) -> RegisterConnector {
        RegisterConnector(
            base: "https://red.example/rest", client: "CL/GOB/1/VENTANILLA", clock: .fixed(Instant(milliseconds: TestClock.monday))
        ) {
            var limits = OutboundCaller.Limits()
            (limits.patience, limits.pause) = (patience, 1)
            return OutboundCaller(limits: limits, breaker: CircuitBreaker(most: 3, pause: 20_000), transport: transport) {
                TestClock.monday
            }
        }
    }

    private static func answer(_ status: Int, _ body: String, type: String = "application/json") -> CallAnswer {
        CallAnswer(status: status, type: type, body: Array(body.utf8))
    }

    private static func text(_ reply: Registers.Reply) -> String {
        switch reply {
        case .known(let fields, _): "known " + fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        case .unknown: "unknown"
        case .down: "down"
        }
    }

    @Test("asks with the purpose, the matter and the law, and puts the number in no address")
    func asks() async {
        let sent = Mutex<OutboundCall?>(nil)
        let reply = await Self.connector({ call, _ throws(CallFailure) in
            sent.withLock { $0 = call }
            return Self.answer(200, #"{"fields": {"fechaNacimiento": "1960-05-10", "hijos": 2, "vive": true, "cargas": ["a", "b"]}}"#)
        }).registers.ask(Self.question)
        #expect(Self.text(reply).contains("hijos=number(2)") && Self.text(reply).contains("vive=flag(true)"))
        #expect(Self.text(reply).contains("fechaNacimiento=day") && Self.text(reply).contains("cargas=texts"))
        let call = sent.withLock { $0 }
        #expect(call?.address.text == "https://red.example/rest/identidad")
        #expect(call?.headers["X-Road-Client"] == "CL/GOB/1/VENTANILLA" && call?.headers["X-Road-Issue"] == "ABCD-EFGH")
        #expect(call?.headers["Legal-Basis"] == "Ley%20N%C2%B0%2019.477" && call?.headers["X-Road-Id"]?.count == 36)
        #expect(call.map { String(decoding: $0.body, as: UTF8.self).contains("12345678-5") } == true)
        #expect(call?.headers.values.contains { $0.contains("12345678") } == false)
    }

    @Test(
        "takes nothing but an answer as agreed",
        arguments: [
            (200, "<html>", "text/html", "down"), (200, "{}", "application/json", "down"), (200, "[1,2]", "application/json", "down"),
            (200, #"{"fields": {"a": {"b": 1}}}"#, "application/json", "down"),
            (200, #"{"fields": {"a": 1.5}}"#, "application/json", "down"),
            (404, "{}", "application/json", "unknown"), (500, "{}", "application/json", "down"), (403, "{}", "application/json", "down"),
            (200, "", "application/json", "down"), (200, #"{"fields": {}}"#, "application/json", "known "),
        ])
    func answers(_ status: Int, _ body: String, _ type: String, _ expected: String) async {
        let reply = await Self.connector({ _, _ throws(CallFailure) in Self.answer(status, body, type: type) }).registers.ask(Self.question)
        #expect(Self.text(reply) == expected)
    }

    @Test("waits no longer than it must, and spares a register that is not well")
    func breaks() async {
        let slow = await Self.connector(
            { _, _ throws(CallFailure) in
                try? await Task.sleep(for: .seconds(5))
                return Self.answer(200, #"{"fields": {}}"#)
            }, patience: 20
        ).registers.ask(Self.question)
        #expect(Self.text(slow) == "down")
        let count = Mutex(0)
        let broken = Self.connector { _, _ throws(CallFailure) in
            count.withLock { $0 += 1 }
            throw .down
        }
        for _ in 0..<10 { _ = await broken.registers.ask(Self.question) }
        #expect(count.withLock { $0 } == 3, "after three failures nobody asks for a while")
    }
}
