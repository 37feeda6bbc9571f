import Foundation
import Testing

@testable import Inspections

@Suite("Events that nobody should send")
struct RequestFaultTests {
    private func log(_ events: [(String, String)]) throws -> RequestLog {
        let log = RequestLog()
        for (method, json) in events { log.hear(method, try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))) }
        return log
    }

    private static let begun = ("Network.requestWillBeSent", #"{"requestId":"1","request":{"url":"https://a/"}}"#)

    @Test("of what was never asked for change nothing")
    func unknown() throws {
        let log = try log([
            ("Network.dataReceived", #"{"requestId":"9","encodedDataLength":5}"#), ("Network.loadingFinished", #"{"requestId":"9"}"#),
            ("Network.loadingFailed", "{}"), ("Network.responseReceived", "[]"), ("Network.requestWillBeSent", "null"), ("", "7"),
            ("Page.somethingNew", #"{"a":1}"#),
        ])
        #expect(log.requests.isEmpty && log.isQuiet && !log.isReady)
    }

    @Test("with lengths that are none count as nothing", arguments: ["-5", "1e300", "\"many\"", "null", "0.5", "{}"])
    func lengths(_ length: String) throws {
        let data = #"{"requestId":"1","encodedDataLength":\#(length)}"#
        let log = try log([Self.begun, ("Network.dataReceived", data), ("Network.loadingFinished", data)])
        #expect(log.requests.map(\.bytes) == [0] && log.isQuiet)
    }

    @Test("with lengths that are huge do not overflow")
    func huge() throws {
        let data = ("Network.dataReceived", #"{"requestId":"1","encodedDataLength":9007199254740992}"#)
        #expect(try log([Self.begun] + Array(repeating: data, count: 3)).requests.map(\.bytes) == [3 << 40])
    }

    @Test("a status that is no number is no answer")
    func status() throws {
        let log = try log([Self.begun, ("Network.responseReceived", #"{"requestId":"1","response":{"status":"200"}}"#)])
        #expect(log.requests.map(\.status) == [nil])
    }

    @Test("what fails keeps what its redirects weighed")
    func redirects() throws {
        let log = try log([
            Self.begun,
            ("Network.requestWillBeSent", #"{"requestId":"1","request":{"url":"https://b/"},"redirectResponse":{"encodedDataLength":70}}"#),
            ("Network.dataReceived", #"{"requestId":"1","encodedDataLength":500}"#), ("Network.loadingFailed", #"{"requestId":"1"}"#),
        ])
        #expect(log.requests == [.init(address: "https://b/", status: nil, bytes: 70, isFirstView: true)] && log.isQuiet)
    }
}
