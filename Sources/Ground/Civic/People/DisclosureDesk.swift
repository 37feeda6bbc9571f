import Storage

/// Where disclosures come from. Deny by default: a person opens their own data when they are verified, and another's under a mandate;
/// the staff opens that of a person who is proven to be present at their own interaction, or for whom they have leave, and never their
/// own; a job opens what its permission says. Everything leaves its trace first.
public struct DisclosureDesk: Sendable {
    let database: Database
    let keyring: Keyring
    let audit = AuditStore()
    private let interactions = InteractionStore()
    private let leaves = LeaveStore()
    private let mergers = MergerStore()

    public init(_ database: Database, keyring: Keyring) {
        self.database = database
        self.keyring = keyring
    }

    /// One disclosure, after its trace was committed. Throws `Forbidden`, `Unproven` or `NoLongerKnown`; then nothing was opened and
    /// nothing is told about the person. `permission` is what somebody of the staff must be allowed there: whoever decides cases needs no place
    /// where people come. `object` is the one thing that it is opened for, as a procedure.
    public func open(
        _ fields: Set<PersonalField>, of subjects: Set<PersonID>, for purpose: Disclosure.Purpose, in interaction: InteractionID? = nil,
        by actor: Actor, target: Scope.Target = .init(), needing permission: Permission = .readPersons,
        about object: AuditEntry.Object? = nil
    ) async throws -> Disclosure {
        let (people, keyStore) = (PersonStore(keyring: keyring), SubjectKeyStore(keyring: keyring))
        let keys = try await database.write { transaction in
            var keys: [PersonID: SubjectKey] = [:]
            for subject in subjects.sorted(by: { $0.number < $1.number }) {
                guard let isProtected = try people.isProtected(subject, transaction) else { throw NoLongerKnown() }
                try permit(fields, of: subject, isProtected: isProtected, in: interaction, by: actor, target, permission, transaction)
                try transaction.enter()
                try audit.insert(
                    AuditEntry(
                        verb: .read, actor: actor, subject: subject, object: object, interaction: interaction, fields: fields,
                        purpose: purpose.description),
                    transaction)
                keys[subject] = try keyStore.existing(subject, transaction)
            }
            return keys
        }
        return Disclosure(subjects: subjects, fields: fields, keyring: keyring, keys: keys)
    }

    private func permit(
        _ fields: Set<PersonalField>, of subject: PersonID, isProtected: Bool, in interaction: InteractionID?, by actor: Actor,
        _ target: Scope.Target, _ permission: Permission, _ transaction: Transaction
    ) throws {
        // A record that was merged into another is opened by whoever may open that one: they are one person's.
        let standing = try mergers.merger(of: subject, transaction)?.kept ?? subject
        switch actor.identity {
        case .citizen(subject), .citizen(standing):
            guard actor.assurance == .verified else { throw Forbidden() }
            return
        case .anonymous: throw Forbidden()
        case .citizen:
            guard actor.assurance == .verified, try holdsLeave(fields, of: [subject, standing], actor, transaction) else {
                throw Forbidden()
            }
            if isProtected, fields.contains(where: \.tellsWhere) { throw Forbidden() }
            if fields.contains(.formerName) { throw Forbidden() }
            return
        case .staff(let agent):
            guard actor.person != subject, actor.person != standing else { throw OwnRecord() }
            try actor.must(permission, target)
            let isPresent =
                try interaction.map {
                    try interactions.proves(standing, present: $0, with: agent, at: Instant(milliseconds: transaction.now), transaction)
                } ?? false
            if !isPresent {
                guard try holdsLeave(fields, of: [subject, standing], actor, transaction) else { throw Unproven() }
            }
        case .institution, .system: try actor.must(.readPersons, target)
        }
        if fields.contains(.formerName) { try actor.must(.readFormerNames, target) }
        if isProtected, fields.contains(where: \.tellsWhere) { try actor.must(.readProtected, target) }
    }

    private func holdsLeave(
        _ fields: Set<PersonalField>, of records: Set<PersonID>, _ actor: Actor, _ transaction: Transaction
    ) throws -> Bool {
        try records.contains { record in
            try leaves.inForce(of: record, to: actor.identity, at: transaction.now, transaction).contains { $0.allows(fields) }
        }
    }
}

/// Somebody of the staff asked for their own data at their desk: they see it where everybody sees theirs.
public struct OwnRecord: Refusal {
    public init() {}
    public var kind: RefusalKind { .forbidden }
    public var title: TextKey { "error.ownRecord.title" }
    public var advice: TextKey { "error.ownRecord.advice" }
}
