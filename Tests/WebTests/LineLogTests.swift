import Foundation
import Logging
import Testing

@testable import Web

@Suite("The log is lines of JSON")
struct LineLogTests {
    @Test("an event is one line that any reader of JSON takes, whatever is in it")
    func line() throws {
        let lines = SampleSite.Lines()
        var log = Logger(label: "a\"b") { LineLog(label: $0, level: .info, now: { 1_795_402_800_000 }, write: { lines.add($0) }) }
        log[metadataKey: "always"] = "1"
        log.info("dos\nlíneas \u{1} \"y\" \\", metadata: ["key": "va\tlue", "list": ["a", "b"]])
        log.debug("too quiet")
        let line = try #require(lines.all.first)
        #expect(lines.all.count == 1 && line.hasSuffix("}\n") && line.dropLast().contains("\n") == false)
        let read = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(read["time"] as? Int64 == 1_795_402_800_000)
        #expect(read["level"] as? String == "info")
        #expect(read["log"] as? String == "a\"b")
        #expect(read["event"] as? String == "dos\nlíneas \u{1} \"y\" \\")
        #expect(read["key"] as? String == "va\tlue" && read["always"] as? String == "1")
    }
}
