import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Web

@Suite("What a form sends in the query")
struct AskedQueryTests {
    private func request(_ query: String, accept: String? = nil) -> Request {
        var head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/buscar" + query)
        head.headerFields[.accept] = accept
        return Request(head: head, body: .init(buffer: ByteBuffer()))
    }

    @Test("blanks are written +, and the first value of a name counts")
    func values() {
        #expect(request("?q=pension+de%20viejitos&pagina=2").asked("q") == "pension de viejitos")
        #expect(request("?q=pension+de%20viejitos&pagina=2").asked("pagina") == "2")
        #expect(request("?q=1%2B1&q=2").asked("q") == "1+1")
        #expect(request("?%71=a").asked("q") == "a")
        #expect(request("?q").asked("q") == "" && request("?q=").asked("q") == "" && request("?q=a=b").asked("q") == "a=b")
        #expect(request("?p=1").asked("q") == nil && request("").asked("q") == nil && request("?&&").asked("q") == nil)
    }

    @Test("broken escapes stay, bytes that are no text are replaced, and control characters are blanks")
    func bad() {
        #expect(request("?q=100%").asked("q") == "100%" && request("?q=%zz").asked("q") == "%zz")
        #expect(request("?q=%ff").asked("q") == "\u{FFFD}")
        #expect(request("?q=a%00b%0Ac").asked("q") == "a b c")
    }

    @Test("a program is who names JSON and not HTML")
    func programs() {
        #expect(request("", accept: "application/json").asksForJSON)
        #expect(!request("", accept: "text/html, application/json").asksForJSON && !request("").asksForJSON)
    }
}
