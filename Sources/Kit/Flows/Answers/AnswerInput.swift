/// What somebody gave as an answer, before it is read: a field of a page, a word on a terminal, a value of JSON.
public enum AnswerInput: Sendable, Hashable {
    case text(String)
    case texts([String])
    case parts([String: String])
    case groups([[String: AnswerInput]])

    var text: String? { if case .text(let text) = self { text } else { nil } }
}

/// Why something is no answer. Each medium says it in its own way.
public enum AnswerFault: Error, Sendable, Hashable {
    case missing
    case option
    case tooMany(Int)
    case tooFew(Int)
    case tooLong(Int)
    case number
    case range(Int64, Int64)
    case date
    case pastOnly, futureOnly
    case run, commune, telephone, email, address, file
    case undeclared
    /// The fault of a question within a group, by its place from one.
    indirect case inGroup(Int, String, AnswerFault)
    /// A number that another group of the list has already.
    case repeated
    /// The number of whoever asks, where another's is wanted.
    case ownNumber
    /// The service's own condition does not hold.
    case condition
}

/// What is known outside of this room: whether a number is a RUN, and how it is written.
public struct AnswerChecks: Sendable {
    public let run: @Sendable (String) -> String?
    public let commune: @Sendable (String) -> String?
    public let telephone: @Sendable (String) -> String?
    public let email: @Sendable (String) -> String?

    /// Each gives the normal form, or nil for what is none.
    public init(
        run: @escaping @Sendable (String) -> String?, commune: @escaping @Sendable (String) -> String?,
        telephone: @escaping @Sendable (String) -> String?, email: @escaping @Sendable (String) -> String?
    ) {
        self.run = run
        self.commune = commune
        self.telephone = telephone
        self.email = email
    }
}
