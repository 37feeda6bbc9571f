import Civic

/// Whom a paper names, as they are known on its day.
struct NamedPerson: Sendable {
    let name: String
    let number: String?
}

/// What a paper says, as it was when it was given.
struct DocumentBody: Codable, Sendable {
    struct Line: Codable, Sendable {
        let label: String
        let value: String
    }

    /// A sentence or a heading. A plain sentence is kept as its words alone.
    struct Paragraph: Sendable {
        /// `part` and `point` are headings of two levels; `detail` is what stands under a sentence.
        enum Kind: String, Codable, Sendable { case text, strong, detail, part, point }

        let kind: Kind
        let text: String

        init(_ kind: Kind, _ text: String) {
            self.kind = kind
            self.text = text
        }
    }

    let issuer: String
    let title: String
    let lines: [Line]
    let paragraphs: [Paragraph]
    let isAssumed: Bool
}

extension DocumentBody.Paragraph: Codable {
    private enum CodingKeys: CodingKey { case kind, text }

    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self.init(.text, text)
            return
        }
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(try fields.decode(Kind.self, forKey: .kind), try fields.decode(String.self, forKey: .text))
    }

    func encode(to encoder: any Encoder) throws {
        guard kind != .text else {
            var alone = encoder.singleValueContainer()
            return try alone.encode(text)
        }
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(kind, forKey: .kind)
        try fields.encode(text, forKey: .text)
    }
}
