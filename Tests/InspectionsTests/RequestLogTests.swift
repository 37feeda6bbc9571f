import Foundation
import Testing

@testable import Inspections

@Suite("What a page fetches")
struct RequestLogTests {
    private func event(_ json: String) throws -> JSONValue { try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8)) }

    @Test("is counted with its redirects, before and after the page is ready, and data of the page itself is not")
    func log() throws {
        let log = RequestLog()
        log.hear("Network.requestWillBeSent", try event(#"{"requestId":"1","request":{"url":"http://a/x"}}"#))
        #expect(!log.isQuiet)
        log.hear(
            "Network.requestWillBeSent",
            try event(#"{"requestId":"1","request":{"url":"http://a/y"},"redirectResponse":{"encodedDataLength":100}}"#))
        log.hear("Network.responseReceived", try event(#"{"requestId":"1","response":{"status":200}}"#))
        log.hear("Network.dataReceived", try event(#"{"requestId":"1","encodedDataLength":400}"#))
        log.hear("Network.loadingFinished", try event(#"{"requestId":"1","encodedDataLength":900}"#))
        log.hear("Network.requestWillBeSent", try event(#"{"requestId":"2","request":{"url":"data:image/png;base64,xx"}}"#))
        #expect(log.isQuiet && !log.isReady)
        log.hear("Page.loadEventFired", .null)
        log.hear("Network.requestWillBeSent", try event(#"{"requestId":"3","request":{"url":"http://a/z"}}"#))
        log.hear("Network.dataReceived", try event(#"{"requestId":"3","encodedDataLength":250000}"#))
        log.hear("Network.loadingFailed", try event(#"{"requestId":"3"}"#))
        #expect(log.isReady && log.isQuiet)
        #expect(
            log.requests == [
                .init(address: "http://a/y", status: 200, bytes: 1000, isFirstView: true),
                .init(address: "http://a/z", status: nil, bytes: 0, isFirstView: false),
            ])
    }

    @Test("JSON of any form comes back as it was")
    func json() throws {
        let text = #"{"a":[1,2.5,"x",null,true],"b":{}}"#
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(try event(text)), as: UTF8.self) == text)
    }
}
