import Testing

@testable import Web

@Suite("Paths as they come")
struct RequestPathTests {
    @Test(
        "good paths",
        arguments: ["/", "/temas", "/fichas/1-a", "/a%20b", "/%C3%B1", "/ñ", "/a?x=%zz", "/a...b", "/.well-known/x", "//a", "/a//"])
    func good(path: String) {
        #expect(RequestPath.verdict(on: path) == .good)
    }

    @Test(
        "paths that climb, are broken or hide something",
        arguments: [
            "", "a", "*", "/..", "/../etc/passwd", "/a/../b", "/a/%2e%2e/b", "/a/%2E./b", "/.%2e", "/a/.", "/./a", "/%", "/%4", "/%zz",
            "/%G1", "/%00",
            "/a%0a", "/%7f", "/a\\b", "/%5c..%5c", "/%ff", "/%c0%ae%c0%ae/", "/..%2fetc", "/a/..%2f..%2fetc", "http://host/..",
        ])
    func bad(path: String) {
        #expect(RequestPath.verdict(on: path) == .bad)
    }

    @Test("a slash at the end is one too many")
    func slash() {
        #expect(RequestPath.verdict(on: "/temas/") == .slashAtEnd("/temas"))
        #expect(RequestPath.verdict(on: "/temas/?a=1") == .slashAtEnd("/temas"))
    }
}
