import HTTPTypes
import Hummingbird
import HummingbirdCore
import Testing

@testable import Web

@Suite("Encodings and validators")
struct EncodingTests {
    @Test(
        "the best encoding that a client accepts",
        arguments: [
            (nil, .identity), ("", .identity), ("gzip, deflate, br", .brotli), ("gzip", .gzip), ("GZIP;Q=1", .gzip),
            ("br;q=0, gzip;q=0.5", .gzip),
            ("gzip;q=0, br;q=0", .identity), ("*", .brotli), ("*;q=0.1, gzip;q=0.2", .gzip), ("identity, gzip;q=0.5", .identity),
            ("identity;q=0", nil),
            ("*;q=0", nil), ("identity;q=0, gzip", .gzip), ("br ; q=0.4 , gzip ; q=0.9", .gzip), ("deflate", .identity),
            ("br;q=nonsense", .brotli),
        ] as [(String?, Encoding?)])
    func negotiation(accepted: String?, expected: Encoding?) {
        #expect(Encoding.best(for: accepted) == expected)
    }

    static let bytes = Array(String(repeating: "La misma frase, una y otra vez. ", count: 100).utf8)

    @Test("both compressions are smaller, and a small body is not compressed in vain")
    func sizes() throws {
        let page = Representation(Self.bytes, type: "text/plain", cacheControl: "no-cache")
        #expect(try #require(page.size(.brotli)) < 100)
        #expect(try #require(page.size(.gzip)) < 150)
        #expect(page.size(.identity) == Self.bytes.count)
        let tiny = Representation([65, 66], type: "text/plain", cacheControl: "no-cache")
        #expect(tiny.size(.brotli) == nil && tiny.size(.gzip) == nil)
        let request = Self.request(["accept-encoding": "br"])
        #expect(tiny.response(to: request).headers[.contentEncoding] == nil)
    }

    @Test("each encoding has its own strong validator, and holding it answers 304 without a body")
    func validators() throws {
        let page = Representation(Self.bytes, type: "text/plain", cacheControl: "no-cache")
        var tags: Set<String> = []
        for accepted in ["br", "gzip", "identity"] {
            let full = page.response(to: Self.request(["accept-encoding": accepted]))
            let tag = try #require(full.headers[.eTag])
            tags.insert(tag)
            #expect(full.status == .ok && full.headers[.vary] == "Accept-Encoding")
            for held in [tag, "\"other\", W/\(tag)", "*"] {
                let short = page.response(to: Self.request(["accept-encoding": accepted, "if-none-match": held]))
                #expect(short.status == .notModified && short.body.contentLength == 0)
                #expect(short.headers[.eTag] == tag && short.headers[.contentType] == nil)
            }
            #expect(page.response(to: Self.request(["accept-encoding": accepted, "if-none-match": "\"other\""])).status == .ok)
        }
        #expect(tags.count == 3)
    }

    static func request(_ fields: [String: String]) -> Request {
        var headers = HTTPFields()
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return Request(
            head: HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/", headerFields: headers),
            body: RequestBody(buffer: .init()))
    }

    @Test("what is kept is pressed harder than what is made for one request")
    func efforts() throws {
        let sheet = try Array(Assets.withKit(folder: SampleSite.root + "/Public").text(of: "kit.css").utf8)
        let sizes = try [10, 9, 5].map { try #require(Encoding.brotli.encode(sheet, effort: $0)).count }
        #expect(sizes[0] < sizes[1] && sizes[1] * 100 < sizes[2] * 95, "\(sizes)")
    }
}
