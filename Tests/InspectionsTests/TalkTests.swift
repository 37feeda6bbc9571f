import Foundation
import Testing

@testable import Inspections

@Suite("Talking with a browser", .timeLimit(.minutes(1)))
struct TalkTests {
    /// A program in the place of a browser: it waits for the first letter of a question, and then does this.
    private func talk(_ script: String, _ body: @escaping @Sendable (BrowserTalk) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        let text = "#!/bin/sh\ndd bs=1 count=1 <&3 >/dev/null 2>&1\n" + script + "\n"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        let process = try BrowserProcess(path)
        defer { process.end() }
        let talk = BrowserTalk(process)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await talk.listen() }
            group.addTask {
                defer { process.end() }
                try await body(talk)
            }
            try await group.waitForAll()
        }
    }

    private static let stay = "\nexec sleep 60"

    @Test("an answer that comes in pieces is one answer, and one that comes with others is its own")
    func pieces() async throws {
        let script = #"""
            printf '{"method":"A.b","params":{"x":1}}\0{"id":1,"res' >&4
            sleep 0.05
            printf 'ult":{"a":"b"}}\0{"method":"C.d"}\0{"id":2,"result":3}\0' >&4
            """#
        try await talk(script + Self.stay) { talk in
            let answer = try await talk.ask("One")
            #expect(answer["a"].text == "b")
        }
    }

    @Test(
        "what is no message is passed over, and the next one counts",
        arguments: [
            "nonsense", "", "{", "[]", "1", "null", #"{"id":"1"}"#, #"{"id":1e300}"#, #"{"id":-1,"result":0}"#, #"{"id":1.5}"#,
            #"{"id":99,"result":{}}"#, #"{"method":7}"#,
        ])
    func wrong(_ message: String) async throws {
        try await talk("printf '\(message)\\0{\"id\":1,\"result\":{\"a\":7}}\\0' >&4" + Self.stay) { talk in
            let answer = try await talk.ask("One")
            #expect(answer["a"].whole == 7)
        }
    }

    @Test("a refusal is told in the browser's words")
    func refusal() async throws {
        try await talk(#"printf '{"id":1,"error":{"code":-3,"message":"No such page"}}\0' >&4"# + Self.stay) { talk in
            let fault = await #expect(throws: BrowserFault.self) { try await talk.ask("One") }
            #expect(fault?.description == "No such page")
        }
    }

    @Test("a browser that ends leaves nobody waiting, and takes no more questions")
    func end() async throws {
        try await talk("exit 0") { talk in
            for _ in 0..<2 {
                let fault = await #expect(throws: BrowserFault.self) { try await talk.ask("One") }
                #expect(fault?.description == "the browser ended")
            }
        }
    }

    @Test("a browser that says nothing is waited for so long and no longer")
    func silence() async throws {
        try await talk("exec sleep 60") { talk in
            let fault = await #expect(throws: BrowserFault.self) { try await talk.ask("Page.enable", seconds: 0) }
            #expect(fault?.description == "the browser does not answer to Page.enable")
        }
    }

    @Test("a program that is not there, or is no browser, is said to be none", arguments: ["/nowhere/chromium", "/bin/true"])
    func none(_ path: String) async throws {
        await #expect(throws: BrowserFault.self) { try await Inspector(browser: path, script: "").read("https://a.cl/") }
        #expect(Inspector.browser(on: "/nowhere:") == nil)
    }
}
