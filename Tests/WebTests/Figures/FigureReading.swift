import Civic
import Foundation
import Markup
import TestKit

@testable import Web

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A figure as a machine reads it: its elements in order, each with its attributes, its text, and the SVG in which it stands.
final class FigureReading: NSObject, XMLParserDelegate {
    struct Element {
        let name: String
        let attributes: [String: String]
        /// The number of the SVG around it, from 0; nil outside of any.
        let svg: Int?
        var text = ""

        func number(_ attribute: String) -> Double { attributes[attribute].flatMap { Double($0) } ?? .nan }
        var classes: [String] { attributes["class"]?.split(separator: " ").map(String.init) ?? [] }
    }

    private(set) var elements: [Element] = []
    private(set) var isWellFormed = false
    private var open: [Int] = []
    private var svg: Int?
    private var svgs = 0

    init(_ html: HTML) {
        super.init()
        let parser = XMLParser(data: Data("<all>\(html.string)</all>".utf8))
        parser.delegate = self
        isWellFormed = html.defects.isEmpty && parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) {
        if name == "svg" {
            svg = svgs
            svgs += 1
        }
        open.append(elements.count)
        elements.append(Element(name: name, attributes: attributes, svg: svg))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
        if name == "svg" { svg = nil }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        guard let last = open.last else { return }
        elements[last].text += text
    }

    func all(_ name: String, _ kind: String? = nil, svg: Int? = nil) -> [Element] {
        elements.filter { $0.name == name && (kind == nil || $0.classes.contains(kind ?? "")) && (svg == nil || $0.svg == svg) }
    }

    /// The rows of the table: the words of each cell.
    var cells: [String] { elements.filter { ["th", "td"].contains($0.name) }.map(\.text) }

    /// What is written in an SVG.
    func words(svg: Int) -> [String] { all("text", svg: svg).map(\.text) }

    /// The corners of a viewBox: x, y, width, height.
    func box(svg: Int) -> [Double] {
        all("svg").filter { $0.svg == svg }.first?.attributes["viewBox"]?.split(separator: " ").compactMap { Double($0) } ?? []
    }
}

/// What figures are made of in the tests.
enum FigureSample {
    static func figures() throws -> Figures { Figures(texts: try texts()) }

    static func texts() throws -> Texts { try Texts(file: Reference.root + "/Texts/es.json", language: "es") }

    static func words(_ id: String = "f") -> Figures.Words {
        Figures.Words(id: id, caption: "Más personas usan la web.", category: "Canal", measure: "Atenciones", source: "registro propio")
    }

    static func folder(_ name: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: Reference.root + "/Catalogue/territory/" + name))
    }

    static func territory() throws -> Territory { try Territory(folder: Reference.root + "/Catalogue/territory") }
}
