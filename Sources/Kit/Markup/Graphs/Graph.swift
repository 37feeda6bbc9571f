/// Things and what is said of them (RDF 1.1), to be written as Turtle or as JSON-LD: both say the same.
public struct Graph: Sendable, Hashable {
    /// What stands at the end of a statement.
    public enum Term: Sendable, Hashable {
        case thing(IRI)
        case word(Vocabulary.Word)
        /// Words of people in a language (BCP 47).
        case text(String, language: String)
        case plain(String)
        /// A value in the form of its type: `"2026-11-23"`, `xsd("date")`.
        case value(String, Vocabulary.Word)
    }

    /// What is said of a thing with one property.
    public struct Statement: Sendable, Hashable {
        public let property: Vocabulary.Word
        public let terms: [Term]

        public init(_ property: Vocabulary.Word, _ terms: [Term?]) {
            self.property = property
            self.terms = terms.compactMap(\.self)
        }

        public init(_ property: Vocabulary.Word, _ term: Term?) { self.init(property, [term]) }
    }

    /// A thing: its name, what it is, and what is said of it. Statements without terms are left out.
    public struct Resource: Sendable, Hashable {
        public let id: IRI
        public let types: [Vocabulary.Word]
        public let statements: [Statement]

        public init(_ id: IRI, _ types: [Vocabulary.Word], _ statements: [Statement]) {
            self.id = id
            self.types = types
            self.statements = statements.filter { !$0.terms.isEmpty }
        }
    }

    public let vocabularies: [Vocabulary]
    public private(set) var resources: [Resource] = []
    private var known: Set<IRI> = []

    /// `vocabularies` are those whose words are written short.
    public init(_ vocabularies: [Vocabulary]) {
        self.vocabularies = vocabularies
    }

    /// A thing that is there already is not written again.
    public mutating func add(_ resource: Resource) {
        if known.insert(resource.id).inserted { resources.append(resource) }
    }

    public mutating func add(_ resources: [Resource]) {
        for resource in resources { add(resource) }
    }
}
