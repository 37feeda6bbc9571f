/// A paper of one or more pages of A4: who gives it, what it says, and how it is verified.
public struct Paper: Sendable {
    public struct Line: Sendable {
        public let label: String
        public let value: String

        public init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    /// A piece of what it says.
    public struct Paragraph: Sendable {
        /// `part` and `point` are headings of the second and third level; `detail` is what stands under a sentence, smaller.
        public enum Kind: Sendable { case text, strong, detail, part, point }

        public let kind: Kind
        public let text: String

        public init(_ kind: Kind, _ text: String) {
            self.kind = kind
            self.text = text
        }
    }

    public var language: String
    public var issuer: String
    public var title: String
    /// Whom it is about, when it was given, and the like.
    public var lines: [Line]
    public var paragraphs: [Paragraph]
    /// How it is verified, in words.
    public var verification: String
    /// What the square of points says.
    public var code: String
    /// What the file carries for machines, in the field for keywords of its properties: ASCII.
    public var content: String
    /// At its head: that it is a demonstration.
    public var warning: String?
    /// At the foot of each sheet, where there are several: which of how many it is, and of what.
    public var foot: @Sendable (_ sheet: Int, _ of: Int) -> String
    /// When it was given, in RFC 3339: the paper is the same, byte for byte, however often it is made.
    public var moment: String

    public init(
        language: String, issuer: String, title: String, lines: [Line], paragraphs: [Paragraph], verification: String, code: String,
        content: String, warning: String?, moment: String, foot: @escaping @Sendable (_ sheet: Int, _ of: Int) -> String
    ) {
        self.foot = foot
        self.language = language
        self.issuer = issuer
        self.title = title
        self.lines = lines
        self.paragraphs = paragraphs
        self.verification = verification
        self.code = code
        self.content = content
        self.warning = warning
        self.moment = moment
    }
}
