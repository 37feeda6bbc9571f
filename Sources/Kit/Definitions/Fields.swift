import Yams

/// One mapping of a file, read field by field. Whatever is wrong is added to the list with its line, and reading goes on, so that
/// an editor sees all defects at once. `close` refuses what nobody asked for.
public final class Fields {
    public let mapping: Node.Mapping
    public let path: String
    public let defects: DefectList
    private var known: Set<String> = []

    public init(_ mapping: Node.Mapping, path: String = "", _ defects: DefectList) {
        self.mapping = mapping
        self.path = path
        self.defects = defects
    }

    /// The whole file, or nil when it is no mapping (or no YAML).
    public convenience init?(file text: String, _ defects: DefectList) {
        guard let node = Node.read(text, defects) else { return nil }
        guard case .mapping(let mapping) = node else {
            let isList = if case .sequence = node { true } else { false }
            defects.add(
                "must be fields, 'name: value'"
                    + (isList ? ": this is a list; leave the hyphen at the beginning of its lines out" : ""), line: 1, column: 1)
            return nil
        }
        self.init(mapping, defects)
    }

    public func node(_ key: String) -> Node? {
        known.insert(key)
        return mapping[key]
    }

    /// Whether there are fields under that name.
    public func isGroup(_ key: String) -> Bool { node(key)?.mapping != nil }

    /// Whether there is a list under that name.
    public func isList(_ key: String) -> Bool { node(key)?.sequence != nil }

    /// Says that these belong here, whether or not they are read: what they belong to is at fault already.
    public func know(_ keys: String...) { known.formUnion(keys) }

    /// `entry`: which one of a list is meant, so that its own line is named.
    public func complain(_ key: String, _ message: String, entry: Int? = nil) {
        let node = mapping[key]
        let entries = node?.sequence.map(Array.init) ?? []
        let mark = (entry.flatMap { $0 < entries.count ? entries[$0] : nil } ?? node)?.mark ?? mapping.mark
        defects.add(message, field: name(key), line: mark?.line ?? 1, column: mark?.column ?? 1)
    }

    public func name(_ key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }

    /// A field that must be there.
    public func required(_ key: String, _ hint: String = "is missing") -> Node? {
        guard let node = node(key) else {
            complain(key, hint)
            return nil
        }
        return node
    }

    /// Refuses the fields that nobody asked for: a misspelt name would otherwise be lost in silence.
    public func close() {
        for (key, _) in mapping where !known.contains(key.scalar?.string ?? "") {
            let name = key.scalar?.string ?? "?"
            let advice = name.contains(" ") ? "; text with a comma goes in quotes" : Spelling.choices(for: name, among: known)
            defects.add(
                "unknown field" + advice,
                field: self.name(name), line: key.mark?.line ?? 1,
                column: key.mark?.column ?? 1)
        }
    }
}

extension Node {
    /// The first node of a YAML text, or nil with the defect that the parser found.
    public static func read(_ text: String, _ defects: DefectList) -> Node? {
        do {
            if let node = try Yams.compose(yaml: text) { return node }
            defects.add("is empty", line: 1, column: 1)
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
                defects.add("is not YAML here: \(problem)\(advice(problem))", line: mark.line, column: mark.column)
            case .duplicatedKeysInMapping(let keys, let context):
                let name = keys.joined(separator: ", ")
                defects.add("is written twice", field: name, line: context.mark.line, column: context.mark.column)
            default: defects.add("is not YAML: \(error)", line: 1, column: 1)
            }
        } catch {
            defects.add("is not YAML", line: 1, column: 1)
        }
        return nil
    }

    /// What to look at, in the words of whoever writes the file.
    private static func advice(_ problem: String) -> String {
        let advices = [
            ("mapping values", "text with a colon goes in quotes; or this line begins further in than the one before"),
            (
                "did not find expected key",
                "a condition, or text, that begins with [, {, * or & or goes on after its quotes goes in quotes as a whole"
            ),
            ("expected '-' indicator", "this line, or one before it, is out of line: what belongs together begins in the same column"),
            ("tab character", "lines begin with spaces, not tabs"),
            ("expected <block end>", "this line begins further in, or less far in, than the fields beside it"),
            ("expected ',' or '}'", "text with a comma, a brace or a colon goes in quotes; or a '}' is missing"),
            ("expected ',' or ']'", "text with a comma or a bracket goes in quotes; or a ']' is missing"),
            ("could not find expected ':'", "a field is 'name: value'; this line, or the one before, has no colon"),
            ("cannot start any token", "text that begins with @, %, ` or a tab goes in quotes; lines begin with spaces, not tabs"),
            ("quoted scalar", "a quotation mark is missing at the end of a text"),
        ]
        return advices.first { problem.contains($0.0) }.map { ": " + $0.1 } ?? ""
    }
}
