import Yams

/// The kinds of values that definitions have. Each gives nil, and a defect, for anything else.
extension Fields {
    public func text(_ key: String) -> String? {
        required(key).flatMap { text(of: $0, key) }
    }

    public func optionalText(_ key: String) -> String? {
        node(key).flatMap { text(of: $0, key) }
    }

    /// Text, and only text: `yes`, `2026` or an empty value are other kinds, and want quotes.
    public func text(of node: Node, _ key: String) -> String? {
        guard case .scalar(let scalar) = node, node.tag == Tag(.str) else {
            refuse(
                node, key,
                node.scalar.map { $0.string.isEmpty ? "is empty; what begins with ! goes in quotes" : "must be text; write it in quotes" }
                    ?? "must be text")
            return nil
        }
        let text = scalar.string
        guard !text.isEmpty, text.first?.isWhitespace == false, text.last?.isWhitespace == false else {
            refuse(node, key, "is empty or begins or ends with a space")
            return nil
        }
        return text
    }

    /// Text that is read as an expression: `true` and `5` need no quotes.
    public func expression(_ key: String) -> String? { required(key).flatMap { expression(of: $0, key) } }

    public func optionalExpression(_ key: String) -> String? { node(key).flatMap { expression(of: $0, key) } }

    private func expression(of node: Node, _ key: String) -> String? {
        let isPlain = [Tag(.bool), Tag(.int), Tag(.float)].contains(node.tag)
        return isPlain ? node.scalar?.string : text(of: node, key)
    }

    /// What is written there, as it stands, whatever else is wrong.
    public func written(_ key: String) -> String? { mapping[key]?.scalar?.string }

    public func texts(_ key: String) -> [String] {
        guard let node = node(key) else { return [] }
        guard case .sequence(let sequence) = node, !sequence.isEmpty else {
            refuse(node, key, "must be a list of texts; leave the field out when there are none")
            return []
        }
        return sequence.enumerated().compactMap { text(of: $1, "\(key)[\($0 + 1)]") }
    }

    public func integer(_ key: String) -> Int? {
        required(key).flatMap { integer(of: $0, key) }
    }

    public func optionalInteger(_ key: String) -> Int? {
        node(key).flatMap { integer(of: $0, key) }
    }

    private func integer(of node: Node, _ key: String) -> Int? {
        guard case .scalar(let scalar) = node, scalar.style == .plain, let number = Int(scalar.string), "\(number)" == scalar.string else {
            refuse(node, key, "must be a whole number without dots, like 231732")
            return nil
        }
        return number
    }

    public func flag(_ key: String) -> Bool? {
        guard let node = required(key) else { return nil }
        switch node.scalar?.string {
        case "true": return true
        case "false": return false
        default:
            refuse(node, key, "must be true or false")
            return nil
        }
    }

    /// One word of a closed list.
    public func word<Word: RawRepresentable & CaseIterable>(_ key: String, _ type: Word.Type = Word.self) -> Word?
    where Word.RawValue == String {
        required(key).flatMap { word(of: $0, key) }
    }

    public func word<Word: RawRepresentable & CaseIterable>(of node: Node, _ key: String) -> Word? where Word.RawValue == String {
        if let word = node.scalar.flatMap({ Word(rawValue: $0.string) }) { return word }
        let words = Word.allCases.map(\.rawValue)
        refuse(
            node, key, "must be one of: " + words.joined(separator: ", ") + Spelling.advice(for: node.scalar?.string ?? "", among: words))
        return nil
    }

    public func optionalAddress(_ key: String) -> String? {
        guard let text = optionalText(key) else { return nil }
        guard isHTTPS(text) else {
            complain(key, "must be an address that begins with https://")
            return nil
        }
        return text
    }

    private func isHTTPS(_ text: String) -> Bool {
        guard text.hasPrefix("https://"), !text.contains(where: \.isWhitespace) else { return false }
        let host = text.dropFirst(8).prefix { !"/?#".contains($0) }
        return host.contains(".") && host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0)) }
    }

    /// A mapping inside of this one.
    public func fields(_ key: String) -> Fields? {
        required(key).flatMap { inner(of: $0, key) }
    }

    public func optionalFields(_ key: String) -> Fields? {
        node(key).flatMap { inner(of: $0, key) }
    }

    /// A list of mappings, numbered from 1 in the path; empty when the field is not there.
    public func list(_ key: String) -> [Fields] {
        guard let node = node(key) else { return [] }
        guard case .sequence(let sequence) = node, !sequence.isEmpty else {
            refuse(node, key, "must be a list; leave the field out when there is nothing to list")
            return []
        }
        return sequence.enumerated().compactMap { inner(of: $1, "\(key)[\($0 + 1)]") }
    }

    private func inner(of node: Node, _ key: String) -> Fields? {
        if case .mapping(let mapping) = node { return Fields(mapping, path: name(key), defects) }
        refuse(node, key, "must be a group of fields")
        return nil
    }

    public func refuse(_ node: Node, _ key: String, _ message: String) {
        defects.add(message, field: name(key), line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }
}
