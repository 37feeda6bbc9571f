@_spi(Disclosure) import Storage

/// Leave to open what is known of some persons. It exists only after its trace (who, whose, which fields, what for, in which contact)
/// was committed, so that a read without a trace can't be written. One per screen, and one per subject and run in batches.
public struct Disclosure: Sendable {
    /// Why somebody's data is opened. Stored with the trace and shown to the person.
    public struct Purpose: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
        public let description: String

        public init(stringLiteral literal: StaticString) {
            description = literal.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        }
    }

    public let subjects: Set<PersonID>
    public let fields: Set<PersonalField>
    private let keyring: Keyring
    private let keys: [PersonID: SubjectKey]

    init(subjects: Set<PersonID>, fields: Set<PersonalField>, keyring: Keyring, keys: [PersonID: SubjectKey]) {
        self.subjects = subjects
        self.fields = fields
        self.keyring = keyring
        self.keys = keys
    }

    /// The text of a datum. Throws `NotDisclosed` when it is of another person or another field than the trace says.
    public func open(_ datum: Personal) throws -> String {
        guard covers(datum.subject, datum.field) else { throw NotDisclosed() }
        return try datum.sealed.open(with: keyring)
    }

    /// The text of what was sealed under the person's own key. Throws `NoLongerKnown` when that key was destroyed.
    public func open(_ datum: SubjectSealed) throws -> String {
        guard covers(datum.subject, datum.field) else { throw NotDisclosed() }
        guard let key = keys[datum.subject] else { throw NoLongerKnown() }
        return try key.open(datum.bytes, at: datum.cell)
    }

    /// The bytes of a part of a file of a person, which was sealed under the person's own key.
    func bytes(of part: Sealed, under cell: Cell, subject: PersonID) throws -> [UInt8] {
        guard covers(subject, .files) else { throw NotDisclosed() }
        guard let key = keys[subject] else { throw NoLongerKnown() }
        return try key.bytes(of: part.bytes(with: keyring), at: cell)
    }

    private func covers(_ subject: PersonID, _ field: PersonalField) -> Bool {
        subjects.contains(subject) && fields.contains(field)
    }
}

/// What was asked to be opened is not what the trace says: an error of the code, seen before any person's data is.
public struct NotDisclosed: Error {}

/// The agent's contact with the person is not proven: nothing more than initials and the number of open matters may be seen.
public struct Unproven: Refusal {
    public init() {}
    public var kind: RefusalKind { .forbidden }
    public var title: TextKey { "error.unproven.title" }
    public var advice: TextKey { "error.unproven.advice" }
}
