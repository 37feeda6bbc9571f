import ServiceLifecycle
import Testing

@testable import Web

@Suite("Clients that don't behave get a clear answer, and the next one is served", .serialized)
struct BadClientTests {
    static func isServed(_ port: Int) async throws {
        let answer = try await PlainClient.get("/page", port)
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n") && answer.contains("<h1>Página</h1>"))
    }

    static func isRefusal(_ answer: String, _ status: String, _ words: String) {
        #expect(answer.hasPrefix("HTTP/1.1 \(status)"), "\(answer.prefix(200))")
        #expect(answer.contains(words) && answer.contains("</html>"))
        #expect(answer.contains("connection: close") || answer.contains("Connection: close"))
        #expect(answer.contains("default-src 'none'"))
    }

    @Test("a header a megabyte long")
    func longHeader() async throws {
        try await LiveSite.with { port, _ in
            let long = String(repeating: "a", count: 1_000_000)
            let field = try await PlainClient.connect(port).exchange(["GET /page HTTP/1.1\r\nHost: a\r\nX-Long: \(long)\r\n\r\n"])
            Self.isRefusal(field, "431", "demasiados datos")
            let address = try await PlainClient.connect(port).exchange(["GET /\(long) HTTP/1.1\r\nHost: a\r\n\r\n"])
            #expect(address.hasPrefix("HTTP/1.1 431") || address.hasPrefix("HTTP/1.1 400"), "\(address.prefix(100))")
            let fields = (0..<5000).map { "X-\($0): a\r\n" }.joined()
            let many = try await PlainClient.connect(port).exchange(["GET /page HTTP/1.1\r\nHost: a\r\n\(fields)\r\n"])
            Self.isRefusal(many, "431", "demasiados datos")
            try await Self.isServed(port)
        }
    }

    @Test(
        "what is no request",
        arguments: [
            "nonsense\r\n\r\n", "GET /page\r\n\r\n", "GET /page HTTP/9.9\r\n\r\n", "GET /page HTTP/1.1\r\nHost\r\n\r\n",
            "\u{1}\u{2}\u{3}\r\n\r\n",
        ])
    func nonsense(bytes: String) async throws {
        try await LiveSite.with { port, _ in
            Self.isRefusal(try await PlainClient.connect(port).exchange([bytes]), "400", "No entendimos")
            try await Self.isServed(port)
        }
    }

    @Test("a body that is too large, announced or not")
    func largeBody() async throws {
        try await LiveSite.with(["MAX_BODY_BYTES": "2000"]) { port, _ in
            let announced = try await PlainClient.connect(port).exchange([
                "POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 2001\r\n\r\n", String(repeating: "a", count: 2001),
            ])
            Self.isRefusal(announced, "413", "demasiado grande")
            let chunk = "400\r\n" + String(repeating: "a", count: 1024) + "\r\n"
            let chunked = try await PlainClient.connect(port).exchange([
                "POST /things HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", chunk, chunk, chunk, chunk,
            ])
            Self.isRefusal(chunked, "413", "demasiado grande")
            let good = try await PlainClient.connect(port).exchange([
                "POST /things HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2000\r\n\r\n",
                String(repeating: "a", count: 2000),
            ])
            #expect(good.hasPrefix("HTTP/1.1 200") && good.hasSuffix("2000"))
            try await Self.isServed(port)
        }
    }

    @Test("a head and a body that come a byte at a time are not waited for")
    func slow() async throws {
        try await LiveSite.with(["HEADER_SECONDS": "1", "BODY_SECONDS": "1"]) { port, _ in
            let began = ContinuousClock.now
            let head = try await PlainClient.connect(port).exchange("GET /page HTTP/1.1\r\n".map(String.init), pause: .milliseconds(200))
            Self.isRefusal(head, "408", "tardó demasiado")
            let start = "POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n"
            let body = try await PlainClient.connect(port).exchange([start] + Array(repeating: "a", count: 20), pause: .milliseconds(200))
            Self.isRefusal(body, "408", "tardó demasiado")
            #expect(began.duration(to: .now) < .seconds(8))
            try await Self.isServed(port)
        }
    }

    @Test("a connection that rests is closed, and one that works is not")
    func idle() async throws {
        try await LiveSite.with(["IDLE_SECONDS": "2"]) { port, _ in
            let began = ContinuousClock.now
            let request = "GET /page HTTP/1.1\r\nHost: a\r\n\r\n"
            let answers = try await PlainClient.connect(port).exchange([request, request, request], pause: .milliseconds(300))
            #expect(answers.components("HTTP/1.1 200 OK") == 3)
            #expect(began.duration(to: .now) > .milliseconds(2300))
            #expect(!answers.contains("HTTP/1.1 408"))
            let slow = try await PlainClient.get("/slow", port)
            #expect(slow.hasSuffix("slow"))
        }
    }

    @Test("more connections than may be open wait, and are served when the idle ones end")
    func many() async throws {
        try await LiveSite.with(["MAX_CONNECTIONS": "10", "HEADER_SECONDS": "1"]) { port, _ in
            var idle: [PlainClient] = []
            for _ in 0..<30 { idle.append(try await PlainClient.connect(port)) }
            try await Self.isServed(port)
            for client in idle { await client.close() }
            try await Self.isServed(port)
        }
    }

    @Test("a stop lets what runs finish and takes nothing new")
    func gracefulStop() async throws {
        try await LiveSite.with { port, group in
            async let running = PlainClient.get("/slow", port)
            try await Task.sleep(for: .milliseconds(250))
            await group.triggerGracefulShutdown()
            #expect(try await running.hasSuffix("slow"))
            await #expect(throws: (any Error).self) { try await PlainClient.get("/page", port) }
        }
    }
}

extension String {
    /// How often a part stands in the text.
    func components(_ part: String) -> Int { split(separator: part, omittingEmptySubsequences: false).count - 1 }
}
