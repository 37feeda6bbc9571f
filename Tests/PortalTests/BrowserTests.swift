import Civic
import TestKit
import Testing

@testable import Portal

@Suite("The program of a session in words")
struct BrowserTests {
    @Test(
        "is its name and machine, without a version",
        arguments: [
            (
                "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36",
                "Chrome en Android"
            ),
            (
                "Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/16.0 Chrome/92.0 Safari/537.36",
                "Samsung Internet en Android"
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile Safari/604.1",
                "Safari en iPhone"
            ),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0", "Edge en Windows"),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0", "Firefox en Linux"),
            ("curl/8.5.0", "Un programa que no conocemos"), ("<script>", "Un programa que no conocemos"),
        ])
    func words(_ program: String, _ expected: String) throws {
        #expect(Browser.words(program, try TraceReaderTests.texts()) == expected)
    }

    @Test("that did not name itself is said to have not")
    func unnamed() throws {
        #expect(Browser.words(nil, try TraceReaderTests.texts()) == "Un programa que no dijo su nombre")
    }
}
