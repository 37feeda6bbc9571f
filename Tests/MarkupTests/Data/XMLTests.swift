import Foundation
import Testing

@testable import Markup

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("XML is well-formed, whatever it says")
struct XMLTests {
    private func text(_ xml: XML) -> String { String(decoding: xml.document, as: UTF8.self) }

    @Test("elements, attributes and text")
    func plain() {
        let xml = XML("a", ["b": "1 < 2", "c": "\"q\""], [XML("d", text: "x & y"), nil, XML("e")]).with([XML("f", text: "")])
        #expect(
            text(xml)
                == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"1 &lt; 2\" c=\"&quot;q&quot;\"><d>x &amp; y</d><e/><f></f></a>\n")
    }

    @Test("JSON becomes elements: arrays are their element again and again, null is empty")
    func json() {
        let json: JSON = ["items": ["ficha": [["id": "1", "costo": .null], ["id": "2"]]], "total": 2, "si no": true]
        #expect(
            text(XML("fichas", json: json)).hasSuffix(
                "<fichas><items><ficha><id>1</id><costo/></ficha><ficha><id>2</id></ficha></items><total>2</total><si_no>true</si_no></fichas>\n"
            ))
    }

    /// Gathers what a reader of XML finds.
    private final class Reader: NSObject, XMLParserDelegate {
        var text = ""
        var attribute = ""
        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
        ) { attribute += attributes["b"] ?? "" }
    }

    @Test("whatever is written is read back by another reader", arguments: 0..<200)
    func property(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let word = Nasty.text(using: &random)
        let reader = Reader()
        let parser = XMLParser(data: Data(XML("a", ["b": word], [XML("c", text: word)]).document))
        parser.delegate = reader
        #expect(parser.parse(), "\(word.debugDescription)")
        var clean = ""
        for scalar in word.unicodeScalars {
            clean.unicodeScalars.append(scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar) ? "\u{FFFD}" : scalar)
        }
        #expect(Array(reader.text.unicodeScalars) == Array(clean.unicodeScalars))
        #expect(Array(reader.attribute.unicodeScalars) == Array(clean.unicodeScalars))
    }
}
