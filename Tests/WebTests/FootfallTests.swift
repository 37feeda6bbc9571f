import Civic
import HTTPTypes
import Testing

@testable import Web

@Suite("Who reads the pages")
struct FootfallTests {
    static let browser = ["User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"]

    @Test("is counted by route and language, and nothing of the address is kept")
    func views() async throws {
        let sample = try SampleSite()
        for path in ["/page", "/page", "/en/page"] { _ = try await sample.ask(path, .get, Self.browser) }
        let views = sample.visits.take(at: Instant(milliseconds: 2)).views
        #expect(Dictionary(uniqueKeysWithValues: views.map { ($0.key.route, $0.value) }) == ["/page": 2, "/en/page": 1])
    }

    @Test("leaves out robots, what is not there and what failed")
    func others() async throws {
        let sample = try SampleSite()
        _ = try await sample.ask("/page", .get, ["User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"])
        _ = try await sample.ask("/page")
        for path in ["/nothing", "/refusal", "/fault", "/health/live"] { _ = try await sample.ask(path, .get, Self.browser) }
        #expect(sample.visits.take(at: Instant(milliseconds: 2)).views.isEmpty)
    }
}
