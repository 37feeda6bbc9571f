import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@Suite("What went wrong, as programs read it")
struct ProblemTests {
    static func members(_ answer: TestResponse) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
    }

    @Test("has the members of RFC 9457, with the words of the page and the number in the log")
    func members() async throws {
        let answer = try await SampleSite().ask("/refusal", .get, ["Accept": "application/json"])
        #expect(answer.status == .conflict && answer.field("Content-Type") == "application/problem+json")
        let problem = try Self.members(answer)
        #expect(problem["type"] as? String == "urn:ventanilla:problem:method")
        #expect(problem["status"] as? Int == 409)
        #expect(problem["title"] as? String == "Esto no se puede hacer aqu\u{ed}")
        #expect((problem["detail"] as? String)?.isEmpty == false)
        let number = try #require(answer.field("X-Request-ID"))
        #expect(problem["instance"] as? String == "urn:ventanilla:request:\(number)")
        #expect(answer.field("Cache-Control") == "no-store")
    }

    @Test("is given under /api and to whoever asks for JSON, and to no browser")
    func negotiation() async throws {
        let sample = try SampleSite()
        #expect(try await sample.ask("/api/nothing").field("Content-Type") == "application/problem+json")
        for accept in ["text/html,application/xhtml+xml,application/json;q=0.9", "*/*", "text/html"] {
            #expect(try await sample.ask("/nothing", .get, ["Accept": accept]).field("Content-Type") == "text/html; charset=utf-8")
        }
        let english = try await sample.ask("/en/nothing", .get, ["Accept": "application/problem+json"])
        #expect(try Self.members(english)["title"] as? String == "There is nothing here")
    }

    @Test("keeps our faults to ourselves")
    func faults() async throws {
        let answer = try await SampleSite().ask("/foreign", .get, ["Accept": "application/json"])
        #expect(answer.status == .badRequest && !answer.text.contains("internal words"))
        let full = try await SampleSite().ask("/full", .get, ["Accept": "application/json"])
        #expect(full.status == .serviceUnavailable && full.field("Retry-After") == "5" && !full.text.contains("no room"))
    }
}
