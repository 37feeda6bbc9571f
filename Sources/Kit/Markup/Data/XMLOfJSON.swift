extension XML {
    /// A JSON value as an element: a member is an element of its name, an array is its element again and again, null is empty.
    /// Names that XML does not have are written with `_`.
    public init(_ name: String, json: JSON) {
        let tag = Self.tag(name)
        switch json {
        case .null: self.init(tag)
        case .bool(let value): self.init(tag, text: value ? "true" : "false")
        case .integer(let number): self.init(tag, text: "\(number)")
        case .number(let number): self.init(tag, text: number.isFinite ? "\(number)" : "")
        case .string(let text): self.init(tag, text: text)
        case .array(let items): self.init(tag, [:], items.map { XML("item", json: $0) })
        case .object(let members): self.init(tag, [:], members.flatMap(Self.elements))
        }
    }

    private static func elements(of member: JSON.Member) -> [XML] {
        guard case .array(let items) = member.value else { return [XML(member.name, json: member.value)] }
        return items.map { XML(member.name, json: $0) }
    }

    private static func tag(_ name: String) -> String {
        let plain = String(
            name.unicodeScalars.map { scalar in
                scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-")
                    ? Character(scalar) : "_"
            })
        guard let first = plain.unicodeScalars.first, first.properties.isAlphabetic || first == "_" else { return "_" + plain }
        return plain
    }
}
