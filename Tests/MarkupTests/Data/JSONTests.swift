import Foundation
import Testing

@testable import Markup

@Suite("JSON says what it was given, in the order in which it was given")
struct JSONTests {
    private func text(_ json: JSON) -> String { String(decoding: json.bytes, as: UTF8.self) }

    @Test("members keep their order, and what is nil is left out")
    func order() {
        let missing: String? = nil
        let json: JSON = [
            "z": "last first", "a": 1, "none": .text(missing), "null": .null, "yes": true, "half": .number(0.5),
            "list": [1, .text(missing), "two"], "empty": .list([]), "no": .texts([]),
        ]
        #expect(text(json) == #"{"z":"last first","a":1,"null":null,"yes":true,"half":0.5,"list":[1,"two"]}"#)
        #expect(json["a"] == 1 && json["none"] == nil && JSON.null["a"] == nil)
    }

    @Test("what is not finite is null")
    func numbers() {
        #expect(text([.number(.nan), .number(.infinity), .number(-33.45)]) == "[null,null,-33.45]")
    }

    @Test("members come after those that are there, and only an object takes some")
    func more() {
        let json: JSON = ["a": 1]
        #expect(text(json.with(["b": 2])) == #"{"a":1,"b":2}"#)
        #expect(JSON.string("x").with(["b": 2]) == "x")
    }

    @Test("whatever is written is read back by another reader, plain and embedded", arguments: 0..<200)
    func property(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let words = (0..<5).map { _ in Nasty.text(using: &random) }
        let json: JSON = .object(words.enumerated().map { .init("\($0)\($1)", .array([.string($1)])) })
        for bytes in [json.bytes, json.embeddedBytes] {
            let read = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: [String]])
            for (index, word) in words.enumerated() {
                let kept = try #require(read["\(index)\(word)"]?.first)
                #expect(Array(kept.unicodeScalars) == Array(word.unicodeScalars))
            }
        }
    }

    @Test("nothing that is embedded can end the element around it", arguments: 0..<200)
    func embedded(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let json = JSON.string("</script><!--" + Nasty.text(using: &random) + "\u{2028}")
        let text = String(decoding: json.embeddedBytes, as: UTF8.self)
        #expect(!text.contains { "<>&\u{2028}\u{2029}".contains($0) })
        #expect(text.hasPrefix(#""\u003c/script\u003e\u003c!--"#))
    }

    @Test("a block of data is one script that no browser runs, whatever its title says")
    func block() {
        let html = HTML(linkedData: ["name": "</script><script>alert(1)</script>"])
        #expect(html.defects.isEmpty)
        #expect(
            html.string
                == #"<script type="application/ld+json">{"name":"\u003c/script\u003e\u003cscript\u003ealert(1)\u003c/script\u003e"}</script>"#
        )
        let page: HTML = "<head>\n\(html)\n</head>\n<p>\("<after>")</p>"
        #expect(page.defects.isEmpty && page.string.hasSuffix("</script>\n</head>\n<p>&lt;after&gt;</p>"))
    }
}
