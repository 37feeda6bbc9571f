import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Testing

@testable import Web

@Suite("Which pages may ask the browser where it is")
struct PositionHeaderTests {
    private let policy = HTTPField.Name("Permissions-Policy")

    private func told(_ page: Page, isSecure: Bool = false) throws -> [String] {
        let name = try #require(policy)
        let asked = Request(
            head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/"), body: RequestBody(buffer: ByteBuffer()))
        var headers = try SampleSite().pages.render(page).response(to: asked).headers
        SecurityHeaders(isSecure: isSecure).add(to: &headers)
        return headers[values: name]
    }

    @Test("a page that says so may, its own scripts alone, and nothing else is let go with it")
    func allowed() throws {
        var page = Page(title: "Lugares", main: "<h1>Lugares</h1>")
        page.asksForPosition = true
        #expect(try told(page) == ["camera=(), geolocation=(self), microphone=(), payment=(), usb=()"])
    }

    @Test("every other page may not, and what protects is the same on both")
    func forbidden() throws {
        let page = Page(title: "Ficha", main: "<h1>Ficha</h1>")
        #expect(try told(page) == ["camera=(), geolocation=(), microphone=(), payment=(), usb=()"])
        var (plain, located) = (HTTPFields(), HTTPFields([SecurityHeaders.position]))
        SecurityHeaders(isSecure: true).add(to: &plain)
        SecurityHeaders(isSecure: true).add(to: &located)
        #expect(Set(plain.map(\.name)) == Set(located.map(\.name)) && plain.count == located.count)
    }
}
