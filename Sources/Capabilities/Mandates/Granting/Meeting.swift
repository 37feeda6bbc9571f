import Civic
import Storage

/// Who comes to see for whom they may act: offers that name their number find them, and children whose parent they are.
extension MandateDesk {
    /// Everybody for whom this person acts or may say yes to act, with leave to see what they may.
    func representations(of person: PersonID, run: RUN?, _ actor: Actor) async throws -> [Representation] {
        let today = clock.today
        return try await database.write { transaction in
            if let run {
                for mandate in try store.naming(run, at: transaction.now, transaction) where mandate.grantee == nil {
                    try store.meet(mandate.id, person, transaction)
                }
            }
            var found: [Representation] = []
            for mandate in try store.received(by: person, at: transaction.now, transaction) {
                found.append(
                    Representation(
                        id: mandate.id, subject: mandate.grantor, until: mandate.until, isParent: false, isOffer: mandate.begun == nil))
            }
            for tie in try family.children(of: person, on: today, transaction) {
                found.append(
                    Representation(id: tie.id, subject: tie.child, until: Self.beginning(of: tie.until), isParent: true, isOffer: false))
            }
            // Whoever was erased is nobody to act for.
            found = try found.filter { try people.person($0.subject, transaction)?.isErased == false }
            for one in found {
                try admit(one.id, one.subject, to: person, until: one.until, isOffer: one.isOffer, actor, transaction)
            }
            return found
        }
    }

    /// The names of those for whom somebody acts: one trace for each.
    func names(of found: [Representation], _ actor: Actor) async throws -> [PersonID: String] {
        let subjects = Set(found.map(\.subject))
        guard !subjects.isEmpty else { return [:] }
        let disclosure = try await disclosures.open([.name], of: subjects, for: "trace.purpose.mandate", by: actor)
        return try await persons(subjects).mapValues { try Self.name($0, disclosure) ?? "" }
    }

    /// What a person is called; nil when nobody knows.
    static func name(_ person: Person, _ disclosure: Disclosure) throws -> String? {
        try person.name.flatMap { PersonName(opened: try disclosure.open($0))?.shown }
    }

    func persons(_ ids: Set<PersonID>) async throws -> [PersonID: Person] {
        try await database.read { snapshot in
            var found: [PersonID: Person] = [:]
            for id in ids { found[id] = try people.person(id, snapshot) }
            return found
        }
    }

    /// The number in force that was verified for a person.
    static func run(_ person: Person, _ disclosure: Disclosure) throws -> RUN? {
        try person.identifiers.first { $0.kind == .run && $0.standing == .verified && $0.to == nil }.flatMap {
            RUN(try disclosure.open($0.number))
        }
    }

    /// Midnight in Santiago, at which a day begins.
    private static func beginning(of day: Day) -> Instant {
        let midnight = Int64(day.number) * 86_400_000
        return Instant(milliseconds: midnight - Int64(ChileanTime.offsetHours(at: Instant(milliseconds: midnight))) * 3_600_000)
    }
}
