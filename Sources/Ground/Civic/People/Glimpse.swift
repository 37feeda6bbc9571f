@_spi(Disclosure) import Storage

/// Leave to see who somebody may be without seeing who they are: the first letters of a name, the end of a number. Like a disclosure
/// it exists only after its trace was committed, one for each person shown.
public struct Glimpse: Sendable {
    public let subjects: Set<PersonID>
    private let keyring: Keyring

    init(subjects: Set<PersonID>, keyring: Keyring) {
        self.subjects = subjects
        self.keyring = keyring
    }

    /// `R. E. M. Ñ.`; nil when no name is known.
    public func initials(of person: Person) throws -> String? {
        guard let name = person.name else { return nil }
        guard subjects.contains(person.id) else { throw NotDisclosed() }
        return PersonName(opened: try name.sealed.open(with: keyring))?.initials
    }

    /// The last four characters of a number, dots in the place of the others: `•••678-5`. Of a short number only the last one is shown.
    public func ending(of number: KeptIdentifier) throws -> String {
        guard subjects.contains(number.number.subject) else { throw NotDisclosed() }
        let plain = try number.number.sealed.open(with: keyring)
        let shown = plain.count >= 8 ? (number.kind == .run ? 5 : 3) : 1
        return String(repeating: "\u{2022}", count: 3) + plain.suffix(shown)
    }
}

extension DisclosureDesk {
    /// Shows who these persons may be, after the trace of each was committed. Throws `OwnRecord` when one of them is who asks, `Forbidden`,
    /// or `NoLongerKnown`; then nothing was shown.
    public func glimpse(
        of subjects: Set<PersonID>, for purpose: Disclosure.Purpose, in interaction: InteractionID? = nil, by actor: Actor,
        target: Scope.Target = .init()
    ) async throws -> Glimpse {
        try actor.must(.findPersons, target)
        if let person = actor.person, subjects.contains(person) { throw OwnRecord() }
        let (people, audit) = (PersonStore(keyring: keyring), audit)
        try await database.write { transaction in
            for subject in subjects.sorted(by: { $0.number < $1.number }) {
                guard try people.isProtected(subject, transaction) != nil else { throw NoLongerKnown() }
                try transaction.enter()
                try audit.insert(
                    AuditEntry(
                        verb: .read, actor: actor, subject: subject, interaction: interaction, fields: [.mask],
                        purpose: purpose.description), transaction)
            }
        }
        return Glimpse(subjects: subjects, keyring: keyring)
    }
}
