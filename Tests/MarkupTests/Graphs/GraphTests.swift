import Foundation
import Testing

@testable import Markup

@Suite("A graph in Turtle and in JSON-LD")
struct GraphTests {
    private static let dct = Vocabulary("dct", "http://purl.org/dc/terms/")
    private static let xsd = Vocabulary("xsd", "http://www.w3.org/2001/XMLSchema#")
    private static let other = Vocabulary("other", "https://other.example/")

    private func graph(_ text: String, thing: String = "https://a.example/1") -> Graph {
        var graph = Graph([Self.dct, Self.xsd])
        graph.add(
            Graph.Resource(
                IRI(thing), [Self.dct("Agent"), Self.other("Thing")],
                [
                    .init(Self.dct("title"), [.text(text, language: "es"), .plain(text)]), .init(Self.dct("none"), []),
                    .init(Self.dct("date"), .value("2026-11-23", Self.xsd("date"))),
                    .init(Self.other("a/b"), [.thing(IRI("https://b.example/2")), .word(Self.dct("x"))]),
                ]))
        return graph
    }

    @Test("what is said of a thing stands together, with short words where there are some")
    func turtle() {
        let text = String(decoding: graph("uno").turtle, as: UTF8.self)
        #expect(
            text == """
                @prefix dct: <http://purl.org/dc/terms/> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

                <https://a.example/1> a dct:Agent, <https://other.example/Thing> ;
                    dct:title "uno"@es, "uno" ;
                    dct:date "2026-11-23"^^xsd:date ;
                    <https://other.example/a/b> <https://b.example/2>, dct:x .

                """)
    }

    @Test("JSON-LD says the same, with its own context and nothing from elsewhere")
    func linked() throws {
        let json = graph("uno").linkedJSON
        #expect(json["@context"] == ["dct": "http://purl.org/dc/terms/", "xsd": "http://www.w3.org/2001/XMLSchema#"])
        guard case .array(let nodes)? = json["@graph"], let node = nodes.first else { throw Missing() }
        #expect(node["@id"] == "https://a.example/1" && node["@type"] == ["dct:Agent", "https://other.example/Thing"])
        #expect(node["dct:title"] == [["@value": "uno", "@language": "es"], ["@value": "uno"]])
        #expect(node["dct:date"] == [["@value": "2026-11-23", "@type": "xsd:date"]])
        #expect(node["https://other.example/a/b"] == [["@id": "https://b.example/2"], ["@id": "http://purl.org/dc/terms/x"]])
        #expect(node["dct:none"] == nil)
    }

    private struct Missing: Error {}

    @Test("a thing that is there already is not written again")
    func once() {
        var graph = graph("uno")
        graph.add([Graph.Resource(IRI("https://a.example/1"), [], [.init(Self.dct("title"), .plain("dos"))])])
        #expect(graph.resources.count == 1)
    }

    @Test("a string in Turtle is read back as it was, and ends where it ends", arguments: 0..<500)
    func strings(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let word = Nasty.text(using: &random) + (seed.isMultiple(of: 2) ? "\\" : "\"")
        let text = String(decoding: graph(word).turtle, as: UTF8.self)
        let start = try #require(text.range(of: "dct:title ")?.upperBound)
        let (read, rest) = try #require(TurtleString.read(text[start...]))
        #expect(Array(read.unicodeScalars) == Array(word.unicodeScalars))
        #expect(rest.hasPrefix("@es, \""))
        let (again, end) = try #require(TurtleString.read(rest.dropFirst(5)))
        #expect(Array(again.unicodeScalars) == Array(word.unicodeScalars))
        #expect(end.hasPrefix(" ;\n    dct:date \"2026-11-23\"^^xsd:date"))
    }

    @Test("a name can't end the brackets around it", arguments: 0..<300)
    func names(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let iri = IRI("https://a.example/" + Nasty.text(using: &random) + "> a <b")
        #expect(!iri.text.unicodeScalars.contains { $0.value <= 0x20 || "<>\"{}|^`\\".unicodeScalars.contains($0) })
        #expect(iri.text.hasSuffix("%3E%20a%20%3Cb"))
        let text = String(decoding: graph("uno", thing: iri.text).turtle, as: UTF8.self)
        #expect(text.contains("\n<\(iri.text)> a dct:Agent, "))
    }

    @Test("a language says nothing but itself")
    func languages() {
        var graph = Graph([Self.dct])
        graph.add(Graph.Resource(IRI("https://a.example/1"), [], [.init(Self.dct("title"), .text("x", language: "es\" . <a> <b> <c"))]))
        #expect(String(decoding: graph.turtle, as: UTF8.self).contains("dct:title \"x\"@esabc ."))
    }
}

/// A reader of strings of its own, after the grammar (RDF 1.1 Turtle section 6.5, STRING_LITERAL_QUOTE).
private enum TurtleString {
    static func read(_ text: Substring) -> (value: String, rest: Substring)? {
        var scalars = text.unicodeScalars[...]
        guard scalars.popFirst() == "\"" else { return nil }
        var value = ""
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"": return (value, text[scalars.startIndex...])
            case "\n", "\r": return nil
            case "\\":
                guard let kind = scalars.popFirst() else { return nil }
                switch kind {
                case "t": value += "\t"
                case "n": value += "\n"
                case "r": value += "\r"
                case "\"", "\\", "'": value.unicodeScalars.append(kind)
                case "u":
                    guard let code = UInt32(String(String.UnicodeScalarView(scalars.prefix(4))), radix: 16),
                        let found = Unicode.Scalar(code)
                    else {
                        return nil
                    }
                    scalars = scalars.dropFirst(4)
                    value.unicodeScalars.append(found)
                default: return nil
                }
            default: value.unicodeScalars.append(scalar)
            }
        }
        return nil
    }
}
