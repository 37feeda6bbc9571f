import Testing

@testable import Web

@Suite("The body of a form with files")
struct MultipartTests {
    static func body(_ parts: [(head: String, content: [UInt8])], boundary: String = "b") -> [UInt8] {
        parts.flatMap { Array("--\(boundary)\r\n\($0.head)\r\n\r\n".utf8) + $0.content + Array("\r\n".utf8) }
            + Array("--\(boundary)--\r\n".utf8)
    }

    static func head(_ name: String, _ fileName: String? = nil) -> String {
        "Content-Disposition: form-data; name=\"\(name)\""
            + (fileName.map { "; filename=\"\($0)\"\r\nContent-Type: application/pdf" } ?? "")
    }

    @Test("is its parts in order, each with its name, its file's name and its bytes")
    func parts() throws {
        let content: [UInt8] = [0, 13, 10, 45, 45, 98, 120, 255]
        let body = Self.body([
            (Self.head("note"), Array("hola\r\nñ".utf8)), (Self.head("paper", "a%22b.pdf"), content), (Self.head("empty", ""), []),
        ])
        let parts = try #require(Multipart.parts(body, boundary: "b"))
        #expect(parts.map(\.name) == ["note", "paper", "empty"])
        #expect(parts.map(\.fileName) == [nil, "a\"b.pdf", ""])
        #expect(Array(parts[1].content) == content && parts[2].content.isEmpty)
        #expect(String(decoding: parts[0].content, as: UTF8.self) == "hola\r\nñ")
    }

    @Test("that was cut, says no name, or does not begin with its boundary is none")
    func refusals() {
        let good = Self.body([(Self.head("a"), [1, 2, 3])])
        for end in 0..<good.count - 4 { #expect(Multipart.parts(Array(good[..<end]), boundary: "b") == nil, "cut at \(end)") }
        #expect(Multipart.parts(good, boundary: "c") == nil)
        #expect(Multipart.parts([], boundary: "b") == nil)
        for head in [
            "", "Content-Type: text/plain", "Content-Disposition: form-data", "Content-Disposition: attachment; name=\"a\"",
            "Content-Disposition: form-data; name=a", "Content-Disposition: form-data; name=\"a",
            "X: " + String(repeating: "y", count: 5000),
        ] { #expect(Multipart.parts(Self.body([(head, [1])]), boundary: "b") == nil, "\(head.prefix(50))") }
        #expect(Multipart.parts(Self.body(Array(repeating: (Self.head("a"), [1]), count: 201)), boundary: "b") == nil)
    }

    @Test("has the boundary that its type says, if that is one")
    func boundaries() {
        #expect(Multipart.boundary(of: "multipart/form-data; boundary=----WebKitFormBoundaryX1") == "----WebKitFormBoundaryX1")
        #expect(Multipart.boundary(of: "Multipart/Form-Data; charset=utf-8; Boundary=\"a b\"") == "a b")
        for type in [
            "", "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=a",
            "multipart/form-data; boundary=" + String(repeating: "a", count: 71), "multipart/form-data; boundary=\"\"",
        ] { #expect(Multipart.boundary(of: type) == nil, "\(type)") }
    }

    @Test("reads back twenty thousand random files byte by byte")
    func property() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            // Bytes of the boundary itself are frequent, so that near misses are.
            let alphabet: [UInt8] = [13, 10, 45, 98, 0, 255]
            let content = (0..<Int.random(in: 0...40, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            if content.indices.contains(where: { content[$0...].starts(with: [13, 10, 45, 45, 98]) }) || content.starts(with: [45, 45, 98])
            {
                continue
            }
            guard let parts = Multipart.parts(Self.body([(Self.head("f", "x"), content), (Self.head("z"), [])]), boundary: "b"),
                parts.count == 2, Array(parts[0].content) == content
            else {
                Issue.record("\(content) does not read back")
                return
            }
        }
    }
}
