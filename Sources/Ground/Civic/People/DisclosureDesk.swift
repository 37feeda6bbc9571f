import Storage

/// Where disclosures come from. Deny by default: a person opens their own data when they are verified; the staff opens that of a
/// person who is proven to be present at their own interaction; a job opens what its permission says. Everything leaves its trace first.
public struct DisclosureDesk: Sendable {
    private let database: Database
    private let keyring: Keyring
    private let interactions = InteractionStore()
    private let audit = AuditStore()

    public init(_ database: Database, keyring: Keyring) {
        self.database = database
        self.keyring = keyring
    }

    /// One disclosure, after its trace was committed. Throws `Forbidden`, `Unproven` or `NoLongerKnown`; then nothing was opened and
    /// nothing is told about the person.
    public func open(
        _ fields: Set<PersonalField>, of subjects: Set<PersonID>, for purpose: Disclosure.Purpose, in interaction: InteractionID? = nil,
        by actor: Actor, target: Scope.Target = .init()
    ) async throws -> Disclosure {
        let (people, keyStore) = (PersonStore(keyring: keyring), SubjectKeyStore(keyring: keyring))
        let keys = try await database.write { transaction in
            var keys: [PersonID: SubjectKey] = [:]
            for subject in subjects.sorted(by: { $0.number < $1.number }) {
                guard let isProtected = try people.isProtected(subject, transaction) else { throw NoLongerKnown() }
                try permit(fields, of: subject, isProtected: isProtected, in: interaction, by: actor, target, transaction)
                try transaction.enter()
                try audit.insert(
                    AuditEntry(
                        verb: .read, actor: actor, subject: subject, interaction: interaction, fields: fields, purpose: purpose.description),
                    transaction)
                keys[subject] = try keyStore.existing(subject, transaction)
            }
            return keys
        }
        return Disclosure(subjects: subjects, fields: fields, keyring: keyring, keys: keys)
    }

    private func permit(
        _ fields: Set<PersonalField>, of subject: PersonID, isProtected: Bool, in interaction: InteractionID?, by actor: Actor,
        _ target: Scope.Target, _ transaction: Transaction
    ) throws {
        switch actor.identity {
        case .citizen(subject):
            guard actor.assurance == .verified else { throw Forbidden() }
            return
        case .anonymous, .citizen: throw Forbidden()
        case .staff(let agent):
            try actor.must(.readPersons, target)
            guard let interaction, try interactions.proves(subject, present: interaction, with: agent, transaction) else {
                throw Unproven()
            }
        case .institution, .system: try actor.must(.readPersons, target)
        }
        if fields.contains(.formerName) { try actor.must(.readFormerNames, target) }
        if isProtected, fields.contains(where: \.tellsWhere) { try actor.must(.readProtected, target) }
    }
}
