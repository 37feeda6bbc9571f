/// An element of an XML document (XML 1.0, fifth edition). Text and attributes are escaped; characters that XML does not have become U+FFFD.
public struct XML: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        case text(String)
        case element(XML)
    }

    public let name: String
    public let attributes: [(name: String, value: String)]
    public let content: [Content]

    /// `name` and the names of attributes are those of a format, not of somebody's data.
    public init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: [XML?] = []) {
        self.init(name, attributes, content: content.compactMap { $0.map(Content.element) })
    }

    public init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
        self.init(name, attributes, content: [.text(text)])
    }

    private init(_ name: String, _ attributes: KeyValuePairs<String, String>, content: [Content]) {
        self.name = name
        self.attributes = attributes.map { (name: $0.key, value: $0.value) }
        self.content = content
    }

    /// The same element with more inside of it.
    public func with(_ more: [XML]) -> XML { XML(self, content: content + more.map(Content.element)) }

    private init(_ other: XML, content: [Content]) {
        name = other.name
        attributes = other.attributes
        self.content = content
    }

    public static func == (left: XML, right: XML) -> Bool {
        left.name == right.name && left.content == right.content
            && left.attributes.elementsEqual(right.attributes) { $0.name == $1.name && $0.value == $1.value }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(content)
    }

    /// The whole document in UTF-8, with its declaration.
    public var document: [UInt8] {
        var output = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
        write(to: &output)
        output.append(UInt8(ascii: "\n"))
        return output
    }

    private func write(to output: inout [UInt8]) {
        output.append(contentsOf: "<\(name)".utf8)
        for attribute in attributes {
            output.append(contentsOf: " \(attribute.name)=\"".utf8)
            output.append(xml: attribute.value)
            output.append(UInt8(ascii: "\""))
        }
        guard !content.isEmpty else { return output.append(contentsOf: "/>".utf8) }
        output.append(UInt8(ascii: ">"))
        for piece in content {
            switch piece {
            case .text(let text): output.append(xml: text)
            case .element(let element): element.write(to: &output)
            }
        }
        output.append(contentsOf: "</\(name)>".utf8)
    }
}

extension [UInt8] {
    fileprivate mutating func append(xml text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": append(contentsOf: "&amp;".utf8)
            case "<": append(contentsOf: "&lt;".utf8)
            case ">": append(contentsOf: "&gt;".utf8)
            case "\"": append(contentsOf: "&quot;".utf8)
            case "\t", "\n", "\r": append(contentsOf: "&#\(scalar.value);".utf8)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": append(contentsOf: "\u{FFFD}".utf8)
            default: append(contentsOf: UTF8.encode(scalar) ?? .init())
            }
        }
    }
}
