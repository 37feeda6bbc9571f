/// Where in the markup the next byte of a template stands. Source: WHATWG HTML, section 13.2.5 (tokenization), as far as a template
/// that people write needs it.
enum Place: UInt8 {
    /// Between tags.
    case text
    /// In `title` or `textarea`, where character references are read and tags are not.
    case plainText
    /// In `script`, `style` and others whose text is not escaped.
    case rawText
    /// Right after `<`.
    case tagOpen
    /// In `<name` or `</name`.
    case tagName
    /// In a tag, before an attribute or its end.
    case insideTag
    case attributeName
    /// After a name, maybe before `=`.
    case afterAttributeName
    /// After `=`.
    case beforeValue
    case doubleQuoted
    case singleQuoted
    case unquoted
    /// In `<!doctype`.
    case declaration
    case comment
}

/// What a browser does with the value of an attribute.
enum AttributeKind {
    case plain
    /// It is followed or loaded: the scheme decides whether it is safe.
    case address
    /// It is code, a whole document, or a list of addresses: no value is safe in it.
    case active

    init(_ name: Span<UInt8>) {
        if name.count > 2, name[0].lowercased == UInt8(ascii: "o"), name[1].lowercased == UInt8(ascii: "n") {
            self = .active
            return
        }
        for known in Self.addresses where name.equalsIgnoringCase(known) {
            self = .address
            return
        }
        for known in Self.code where name.equalsIgnoringCase(known) {
            self = .active
            return
        }
        self = .plain
    }

    private static let addresses: [StaticString] = [
        "href", "src", "action", "formaction", "cite", "data", "poster", "background", "manifest", "longdesc", "xlink:href", "xml:base",
    ]
    private static let code: [StaticString] = [
        "style", "srcdoc", "srcset", "imagesrcset", "ping", "http-equiv", "attributename",
    ]
}

/// What follows a start tag.
enum ElementKind {
    static func contents(of name: Span<UInt8>) -> Place {
        guard let first = name.isEmpty ? nil : name[0].lowercased else { return .text }
        switch first {
        case UInt8(ascii: "s"), UInt8(ascii: "i"), UInt8(ascii: "x"), UInt8(ascii: "n"), UInt8(ascii: "p"):
            for known in raw where name.equalsIgnoringCase(known) { return .rawText }
            return .text
        case UInt8(ascii: "t"):
            return name.equalsIgnoringCase("title") || name.equalsIgnoringCase("textarea") ? .plainText : .text
        default:
            return .text
        }
    }

    private static let raw: [StaticString] = ["script", "style", "iframe", "xmp", "noembed", "noframes", "plaintext"]
}
