import Civic
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

@Suite("What every request and every answer passes")
struct FrontTests {
    @Test("a page comes whole, with its protection, its number and the notice of the demonstration")
    func page() async throws {
        let answer = try await SampleSite().ask("/page")
        #expect(answer.status == .ok)
        #expect(answer.field("Content-Type") == "text/html; charset=utf-8")
        #expect(answer.text.hasPrefix("<!doctype html>\n<html lang=\"es\">"))
        #expect(answer.text.contains("<h1>Página</h1>") && answer.text.contains("class=\"demo\""))
        #expect(answer.text.contains("<a href=\"/page\" aria-current=\"page\">"))
        let policy = try #require(answer.field("Content-Security-Policy"))
        #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"))
        for (name, value) in [
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin"), ("X-Frame-Options", "DENY"),
            ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ] { #expect(answer.field(name) == value) }
        #expect(answer.field("Permissions-Policy")?.contains("camera=()") == true)
        #expect(answer.field("X-Request-ID")?.count == 16)
        #expect(answer.field("Strict-Transport-Security") == nil)
    }

    @Test("behind https, browsers are told to stay with it")
    func strictTransport() async throws {
        let answer = try await SampleSite(["BASE_URL": "https://ventanilla.example"]).ask("/page")
        #expect(answer.field("Strict-Transport-Security")?.hasPrefix("max-age=31536000") == true)
        #expect(answer.text.contains("<link rel=\"canonical\" href=\"https://ventanilla.example/page\">"))
    }

    @Test(
        "each failure has its status and a whole page that says what to do next",
        arguments: [
            ("/nothing", .get, .notFound, "Aquí no hay nada"), ("/gone", .get, .notFound, "Aquí no hay nada"),
            ("/page", .post, .methodNotAllowed, "Esto no se puede hacer aquí"),
            ("/refusal", .get, .conflict, "Esto no se puede hacer aquí"),
            ("/fault", .get, .internalServerError, "Algo falló de nuestro lado"),
            ("/full", .get, .serviceUnavailable, "no está disponible"),
            ("/foreign", .get, .badRequest, "No entendimos"), ("/page/%2e%2e/x", .get, .badRequest, "No entendimos"),
            ("/page/%zz", .get, .badRequest, "No entendimos"), ("/things", .get, .methodNotAllowed, "Esto no se puede"),
            ("/nothing", .delete, .notFound, "Aquí no hay nada"),
        ] as [(String, HTTPRequest.Method, HTTPResponse.Status, String)])
    func failures(path: String, method: HTTPRequest.Method, status: HTTPResponse.Status, words: String) async throws {
        let answer = try await SampleSite().ask(path, method)
        #expect(answer.status == status)
        #expect(answer.text.contains(words) && answer.text.contains("href=\"/\"") && answer.text.contains("tel:101"))
        #expect(answer.text.contains("<header class=\"top\">") && answer.text.contains("</html>"))
        #expect(answer.field("Cache-Control") == "no-store")
        #expect(answer.field("Content-Security-Policy") != nil)
        #expect(!answer.text.contains("internal words") && !answer.text.contains("Secret") && !answer.text.contains("no room"))
    }

    @Test("whoever is refused leaves a line with the route and the reason, and nothing of who it was")
    func refusal() async throws {
        let sample = try SampleSite(mounting: { router in
            router.get("/own/:whose") { _, _ -> Response in throw Forbidden() }
            router.get("/often") { _, _ -> Response in throw TooManyAttempts(seconds: 9) }
        })
        _ = try await sample.ask("/own/12345678-5?run=12345678-5")
        _ = try await sample.ask("/often")
        let lines = sample.lines.all.filter { $0.contains("\"event\":\"refused\"") }
        #expect(lines.count == 2 && lines[0].contains("whose"))
        #expect(lines[0].contains("error.forbidden.title") && lines[1].contains("\"status\":\"429\""))
        #expect(!sample.lines.all.contains { $0.contains("12345678") })
    }

    @Test("a fault shows the number that is in the log, with its reason only there")
    func fault() async throws {
        let sample = try SampleSite()
        let answer = try await sample.ask("/fault")
        let number = try #require(answer.field("X-Request-ID"))
        #expect(answer.text.contains(number))
        #expect(sample.lines.all.contains { $0.contains("\"event\":\"fault\"") && $0.contains(number) && $0.contains("Secret") })
        let unavailable = try await sample.ask("/full")
        #expect(unavailable.field("Retry-After") == "5")
    }

    @Test("a method that is not there names those that are")
    func allowed() async throws {
        let sample = try SampleSite()
        #expect(try await sample.ask("/page", .post).field("Allow") == "GET, HEAD")
        #expect(try await sample.ask("/things", .get).field("Allow") == "POST")
        #expect(try await sample.ask("/things/7", .put).field("Allow") == "GET, HEAD")
    }

    @Test("HEAD answers like GET, without the body")
    func head() async throws {
        let sample = try SampleSite()
        let get = try await sample.ask("/page", .get)
        let head = try await sample.ask("/page", .head)
        #expect(head.status == .ok && head.body.readableBytes == 0)
        #expect(head.field("Content-Length") == "\(get.body.readableBytes)")
        #expect(head.field("ETag") == get.field("ETag"))
        #expect(try await sample.ask("/nothing", .head).status == .notFound)
    }

    @Test("a slash at the end leads to the same path without it, never to another host")
    func slashes() async throws {
        let sample = try SampleSite()
        let answer = try await sample.ask("/page/?a=1")
        #expect(answer.status == .movedPermanently && answer.field("Location") == "/page?a=1")
        for path in ["//evil.example/", "//evil.example//", "/page//"] {
            let answer = try await sample.ask(path)
            #expect(answer.field("Location") == nil, "\(path)")
        }
    }

    @Test("a page is asked again by its validator and answers 304")
    func validator() async throws {
        let sample = try SampleSite()
        let first = try await sample.ask("/page", .get, ["Accept-Encoding": "br"])
        #expect(first.field("Content-Encoding") == "br")
        let second = try await sample.ask("/page", .get, ["Accept-Encoding": "br", "If-None-Match": try #require(first.field("ETag"))])
        #expect(second.status == .notModified && second.body.readableBytes == 0)
    }

    @Test("the number of a request is taken from nobody but a trusted proxy")
    func identifiers() async throws {
        let given = "abcdef0123456789"
        let answer = try await SampleSite(["TRUSTED_PROXIES": "10.0.0.1"]).ask("/page", .get, ["X-Request-ID": given])
        #expect(answer.field("X-Request-ID") != given)
        let identifiers = RequestIdentifiers(trustedProxies: ["10.0.0.1"])
        let proxy = try SocketAddress(ipAddress: "10.0.0.1", port: 1)
        let stranger = try SocketAddress(ipAddress: "10.0.0.2", port: 1)
        #expect(identifiers.identifier(of: EncodingTests.request(["x-request-id": given]), from: proxy) == given)
        #expect(identifiers.identifier(of: EncodingTests.request(["x-request-id": given]), from: stranger) != given)
        #expect(identifiers.identifier(of: EncodingTests.request(["x-request-id": "short"]), from: proxy).count == 16)
        #expect(identifiers.identifier(of: EncodingTests.request(["x-request-id": "a\"b{}abcdefgh"]), from: proxy).count == 16)
    }

    @Test("the log has the route and never the path, the query or the address")
    func privacy() async throws {
        let sample = try SampleSite()
        _ = try await sample.ask("/things/12345678-5?run=12345678-5", .get, ["User-Agent": "12345678-5", "Referer": "/12345678-5"])
        _ = try await sample.ask("/12345678-5?run=12345678-5")
        let log = sample.lines.all.joined()
        #expect(log.contains("\"route\":\"/things/{id}\"") && log.contains("\"route\":\"NotFound\""))
        #expect(!log.contains("12345678"))
    }
}
