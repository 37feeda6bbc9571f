import Testing

@testable import Outbound

@Suite("Where one may go, and how")
struct RuleTests {
    @Test(
        "only named sites by https are visited",
        arguments: [
            ("https://www.chileatiende.gob.cl/fichas/1?a=b", true), ("http://ips.gob.cl/", false), ("https://10.0.0.1/", false),
            ("https://[::1]/", false), ("https://localhost/", false), ("https://intranet/", false), ("https://db.internal/", false),
            ("https://ips.gob.cl:8443/", false), ("https://ips.gob.cl:443/", true), ("https://2130706433/", false),
            ("https://a..cl/", false),
        ])
    func policy(_ text: String, _ isAllowed: Bool) throws {
        #expect(AddressPolicy.publicSites.allows(try #require(WebAddress(text))) == isAllowed)
    }

    @Test(
        "what is no address of a site is none",
        arguments: ["", "ftp://a.cl/", "https://rosa:secret@a.cl/", "javascript:alert(1)", "https:///x", "//a.cl/", "https://a.cl/ b"])
    func addresses(_ text: String) {
        #expect(WebAddress(text) == nil)
    }

    @Test("a redirect leads on from where it stands")
    func following() throws {
        let here = try #require(WebAddress("https://a.cl/x/y?z=1"))
        #expect(here.following("../w")?.text == "https://a.cl/w")
        #expect(here.following("//b.cl/w")?.host == "b.cl")
        #expect(here.following("?q=2")?.text == "https://a.cl/x/y?q=2")
        #expect(here.following("mailto:a@b.cl") == nil)
    }

    @Test(
        "a site's rules are read as RFC 9309 says",
        arguments: [
            ("/closed/x", false), ("/closed/x/open", true), ("/a.pdf", false), ("/a.pdf?x", true), ("/", true), ("/private/z", true),
        ])
    func robots(_ path: String, _ isAllowed: Bool) {
        let file = RobotsFile(
            """
            # nobody
            User-agent: other
            Disallow: /
            User-Agent: *
            Disallow: /closed   # all of it
            Allow: /closed/*/open
            Disallow: *.pdf$
            Disallow:
            """, agent: "ventanilla")
        #expect(file.allows(path) == isAllowed)
    }

    @Test("rules of our own name go before those for everybody")
    func ownRules() {
        let file = RobotsFile("User-agent: *\nAllow: /\nUser-agent: Ventanilla\nUser-agent: another\nDisallow: /x\n", agent: "ventanilla")
        #expect(!file.allows("/x") && file.allows("/y"))
        #expect(RobotsFile("<html>nothing</html>", agent: "ventanilla").allows("/x"))
    }

    @Test("a pattern of many stars is read in good time")
    func stars() {
        let file = RobotsFile("User-agent: *\nDisallow: /" + String(repeating: "a*", count: 2000) + "b$\n", agent: "ventanilla")
        #expect(file.allows("/" + String(repeating: "a", count: 4000)))
    }

    @Test("an address of many is in one lane, and no site has more than two")
    func lanes() {
        let round = VisitRound((0..<7).map { "https://a.cl/\($0)" } + ["https://b.cl/", "https://b.cl/", "nothing"])
        #expect(round.lanes.map(\.count) == [4, 3, 1])
        #expect(Set(round.lanes.flatMap { $0 }.map(\.text)).count == 8)
    }
}
