/// A piece of a page: UTF-8 bytes in which every value that was interpolated is already escaped for the place where it stands.
///
/// It is written as a literal, and only as a literal: the literal parts are `StaticString`s, so a value that comes from outside at
/// run time has no way to become markup. There is no `raw`.
///
///     let item: HTML = "<li><a href=\"/fichas/\(sheet.id)\">\(sheet.title)</a></li>"
///
/// What an interpolation does depends on where it stands (see ``HTML/StringInterpolation``). Where nothing is safe (an unquoted
/// attribute, a tag's name, a script, a style, a comment, an event handler) nothing is written and a ``MarkupDefect`` is kept with
/// the value. Rendering never traps: the page goes out without that piece, and whoever sends it reports the defects.
public struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// The markup, in UTF-8.
    public private(set) var bytes: [UInt8]
    /// The places of this piece, and of those inside of it, that were refused. Empty in a page that is written right.
    public private(set) var defects: [MarkupDefect]

    /// Nothing at all.
    public init() {
        bytes = []
        defects = []
    }

    /// Text of any origin, escaped.
    public init(text: some StringProtocol) {
        self.init()
        bytes.append(escaping: text, quotes: false)
    }

    public init(stringLiteral literal: StaticString) {
        var interpolation = StringInterpolation(literalCapacity: literal.utf8CodeUnitCount, interpolationCount: 0)
        interpolation.appendLiteral(literal)
        self.init(stringInterpolation: interpolation)
    }

    public init(stringInterpolation: StringInterpolation) {
        let ended = stringInterpolation.ended()
        bytes = ended.output
        defects = ended.defects
    }

    /// The markup as text, for tests and for what is not sent to a browser.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    public var isEmpty: Bool { bytes.isEmpty }

    /// Bytes that another writer of this module has made safe.
    mutating func append(verbatim safe: [UInt8]) { bytes.append(contentsOf: safe) }

    /// Puts another piece after this one.
    public mutating func append(_ other: HTML) {
        bytes.append(contentsOf: other.bytes)
        defects.append(contentsOf: other.defects)
    }

    public static func + (left: HTML, right: HTML) -> HTML {
        var both = left
        both.append(right)
        return both
    }
}

extension Sequence where Element == HTML {
    /// The pieces one after the other, with the separator between each two.
    public func joined(separator: HTML = HTML()) -> HTML {
        var whole = HTML()
        for (index, piece) in enumerated() {
            if index > 0 { whole.append(separator) }
            whole.append(piece)
        }
        return whole
    }
}
