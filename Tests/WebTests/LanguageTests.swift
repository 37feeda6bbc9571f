import HTTPTypes
import HummingbirdTesting
import Testing

@Suite("The site in its languages")
struct LanguageTests {
    @Test("has each page at an address of its own, with its words and its way to the others")
    func pages() async throws {
        let sample = try SampleSite(["BASE_URL": "https://ventanilla.example"])
        let (spanish, english) = (try await sample.ask("/page"), try await sample.ask("/en/page"))
        #expect(spanish.text.contains("<html lang=\"es\">") && english.text.contains("<html lang=\"en\">"))
        #expect(english.text.contains("Skip to content") && english.text.contains("<a href=\"/en/page\" aria-current=\"page\">"))
        #expect(spanish.text.contains("<a href=\"/en/page\" lang=\"en\" hreflang=\"en\">English</a>"))
        #expect(english.text.contains("<a href=\"/page\" lang=\"es\" hreflang=\"es\">Espa\u{f1}ol</a>"))
        #expect(english.text.contains("<link rel=\"canonical\" href=\"https://ventanilla.example/en/page\">"))
        for answer in [spanish, english] {
            #expect(answer.text.contains("<link rel=\"alternate\" hreflang=\"es\" href=\"https://ventanilla.example/page\">"))
            #expect(answer.text.contains("<link rel=\"alternate\" hreflang=\"en\" href=\"https://ventanilla.example/en/page\">"))
            #expect(answer.text.contains("<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://ventanilla.example/page\">"))
        }
    }

    @Test("says what went wrong in the language of the address")
    func failures() async throws {
        let sample = try SampleSite()
        #expect(try await sample.ask("/en/nothing").text.contains("There is nothing here"))
        #expect(try await sample.ask("/nothing").text.contains("Aqu\u{ed} no hay nada"))
        #expect(try await sample.ask("/en/fault").text.contains("<a class=\"button\" href=\"/en\">"))
        #expect(try await sample.ask("/enero").text.contains("<html lang=\"es\">"))
    }

    @Test("a page without one true address leads to itself in the other languages")
    func place() async throws {
        let sample = try SampleSite()
        #expect(try await sample.ask("/kept?de=2").text.contains("<a href=\"/en/kept?de=2\" lang=\"en\""))
        #expect(try await sample.ask("/en/kept").text.contains("<a href=\"/kept\" lang=\"es\""))
    }

    @Test("the address to which a form is sent leads whoever opens it to the page of the form")
    func sent() async throws {
        let answer = try await SampleSite().ask("/page/mark")
        #expect(answer.status == .seeOther && answer.field("Location") == "/page")
        #expect(try await SampleSite().ask("/en/page/mark").field("Location") == "/en/page")
    }

    @Test("has no machine's address twice")
    func machines() async throws {
        for path in ["/en/health/live", "/en/metrics", "/en/robots.txt", "/en/favicon.svg"] {
            #expect(try await SampleSite().ask(path).status == .notFound, "\(path)")
        }
    }
}
