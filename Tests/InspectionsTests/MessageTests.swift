import Foundation
import Testing

@testable import Inspections

@Suite("Messages over a pipe")
struct MessageTests {
    private func cut(_ pieces: [String]) -> [String] {
        var cutter = MessageCutter()
        return pieces.flatMap { cutter.take(Array($0.utf8)[...]) }.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("are whole wherever the pipe cuts them")
    func everywhere() {
        let bytes = "{\"id\":1}\0{\"é\":\"🙂\"}\0\0last\0"
        let all = Array(bytes.utf8)
        for first in 0...all.count {
            for second in first...all.count {
                var cutter = MessageCutter()
                let messages = [all[..<first], all[first..<second], all[second...]].flatMap { cutter.take($0) }
                #expect(messages.map { String(decoding: $0, as: UTF8.self) } == ["{\"id\":1}", "{\"é\":\"🙂\"}", "", "last"])
            }
        }
    }

    @Test("wait for their end")
    func end() {
        #expect(cut(["{\"id\"", ":1}"]).isEmpty && cut([""]).isEmpty && cut([]).isEmpty)
        #expect(cut(["a", "b", "\0c"]) == ["ab"] && cut(["\0\0"]) == ["", ""])
    }

    @Test("may be long")
    func long() {
        let piece = String(repeating: "x", count: 65_536)
        #expect(cut(Array(repeating: piece, count: 40) + ["\0"]).map(\.utf8.count) == [40 * 65_536])
    }

    @Test("numbers that fit nothing are none", arguments: ["1e300", "-1e300", "1.5", "\"7\"", "null", "[7]", "9223372036854775808"])
    func numbers(_ text: String) throws {
        let value = try JSONDecoder().decode(JSONValue.self, from: Data("{\"a\":\(text)}".utf8))
        #expect(value["a"].whole == nil)
        let written = try JSONEncoder().encode(value)
        let read = try JSONDecoder().decode(JSONValue.self, from: written)
        #expect(read == value, "it comes back as it was")
    }

    @Test("what is asked of a value that has no members is nothing")
    func members() {
        for value in [JSONValue.null, .bool(true), .number(1), .text("a"), .list([.number(1)]), .object([:])] {
            #expect(value["a"] == .null && value["a"]["b"] == .null)
        }
        #expect(JSONValue.number(7).whole == 7 && JSONValue.number(-0.0).whole == 0 && JSONValue.text("a").text == "a")
    }
}
