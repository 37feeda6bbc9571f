import Civic
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Web

@Suite("What somebody sent")
struct SubmissionTests {
    static let pdf = Array("%PDF-1.7 a paper".utf8)

    @Test("is read from both forms of body, and from nothing else")
    func reading() throws {
        let plain = try SubmissionReader.submission(Array("a=1&a=2&b=x".utf8), type: "application/x-www-form-urlencoded; charset=UTF-8")
        #expect(plain.text("a") == "1" && plain.all("a") == ["1", "2"] && plain.text("c") == "" && !plain.hasFiles)
        let parts = MultipartTests.body([
            (MultipartTests.head("a"), Array("ñ".utf8)), (MultipartTests.head("f", "C:\\papers\\..\\carnet\u{0}.pdf"), Self.pdf),
            (MultipartTests.head("none", ""), []),
        ])
        let mixed = try SubmissionReader.submission(parts, type: "multipart/form-data; boundary=b")
        #expect(mixed.text("a") == "ñ" && mixed.files("none").isEmpty)
        let file = try #require(mixed.files("f").first)
        #expect(file.fileName == "carnet.pdf" && file.bytes == Self.pdf && file.kind == .pdf)
        for type in ["", "application/json", "text/plain", "multipart/form-data"] {
            #expect(throws: Failure.self) { try SubmissionReader.submission(Array("a=1".utf8), type: type) }
        }
        let notText = MultipartTests.body([(MultipartTests.head("a"), [0xFF, 0xFE])])
        #expect(throws: Failure.self) { try SubmissionReader.submission(notText, type: "multipart/form-data; boundary=b") }
    }

    @Test("is not read when it is too large, or when too much is being read already")
    func limits() async throws {
        func request(_ size: Int) -> Request {
            var head = HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/")
            head.headerFields[.contentType] = "application/x-www-form-urlencoded"
            head.headerFields[.contentLength] = "\(size)"
            return Request(head: head, body: RequestBody(buffer: ByteBuffer(repeating: UInt8(ascii: "a"), count: size)))
        }
        let reader = SubmissionReader(capacity: 1000)
        #expect(try await reader.submission(request(900), most: 1000).text(String(repeating: "a", count: 900)) == "")
        await #expect(throws: (any Error).self) { try await reader.submission(request(600), most: 500) }
        let full = SubmissionReader(capacity: 100)
        let refused = await #expect(throws: Failure.self) { try await full.submission(request(200), most: 500) }
        #expect(refused?.status == .serviceUnavailable)
        // What was read is let go of.
        for _ in 0..<5 { _ = try await reader.submission(request(900), most: 1000) }
    }
}
