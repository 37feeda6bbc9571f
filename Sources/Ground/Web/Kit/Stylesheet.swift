/// The rules of one of our own style sheets, as far as the kit shows their values: selectors, declarations, and the query of the `@media`
/// block that they stand in. It is no judge of other people's CSS.
struct Stylesheet: Sendable {
    struct Rule: Sendable, Equatable {
        /// What stands after `@media`; empty outside of one.
        let media: String
        let selector: String
        let declarations: [String: String]
    }

    let rules: [Rule]

    init(_ text: String) {
        var reader = Reader(rest: text[...])
        reader.rules(media: "")
        rules = reader.found
    }

    /// The value that the last rule with exactly this selector and media gives to a property.
    func value(_ property: String, of selector: String, media: String = "") -> String? {
        rules.last { $0.selector == selector && $0.media == media && $0.declarations[property] != nil }?.declarations[property]
    }

    /// The custom properties of a selector, without their two hyphens.
    func tokens(of selector: String, media: String = "") -> [String: String] {
        var tokens: [String: String] = [:]
        for rule in rules where rule.selector == selector && rule.media == media {
            for (name, value) in rule.declarations where name.hasPrefix("--") { tokens[String(name.dropFirst(2))] = value }
        }
        return tokens
    }

    private struct Reader {
        var rest: Substring
        var found: [Rule] = []

        mutating func rules(media: String) {
            while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
                let head = rest[..<open].spaced
                let isEnd = rest[open] == "}"
                rest = rest[rest.index(after: open)...]
                if isEnd { return }
                if head.hasPrefix("@media") {
                    rules(media: head.dropFirst(6).spaced)
                } else {
                    declarations(head, media)
                }
            }
        }

        private mutating func declarations(_ selectors: String, _ media: String) {
            let close = rest.firstIndex(of: "}") ?? rest.endIndex
            var values: [String: String] = [:]
            for pair in rest[..<close].split(separator: ";") {
                guard let colon = pair.firstIndex(of: ":") else { continue }
                values[pair[..<colon].spaced] = pair[pair.index(after: colon)...].spaced
            }
            rest = close == rest.endIndex ? rest[close...] : rest[rest.index(after: close)...]
            for selector in selectors.split(separator: ",") {
                found.append(Rule(media: media, selector: selector.spaced, declarations: values))
            }
        }
    }
}

extension Substring {
    /// Without white space around it.
    fileprivate var spaced: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }
}
