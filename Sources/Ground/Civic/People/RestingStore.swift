import Storage

/// Persons of whom nothing was heard for a while.
extension PeopleDesk {
    /// What must not have happened since a moment: deeds of the audit whose names begin so. What the system or an institution does by itself is
    /// no sign of the person.
    public struct Silence: Sendable, Hashable {
        public let since: Instant
        public let signs: [String]

        public init(since: Instant, signs: [String]) {
            self.since = since
            self.signs = signs
        }
    }

    /// Persons who are not erased, were registered before all these moments, and of whom there is none of the signs; in the order of their ids,
    /// after one.
    public func resting(_ silences: [Silence], after: PersonID?, limit: Int, _ snapshot: Snapshot) throws -> [PersonID] {
        guard let first = silences.map(\.since).min() else { return [] }
        return try snapshot.all(
            """
            SELECT person.id FROM person
            WHERE person.erased IS NULL AND person.registered < \(first.milliseconds) AND person.id > \(after?.number ?? 0)
                \(Self.conditions(silences)) ORDER BY person.id LIMIT \(limit)
            """
        ) { PersonID(try $0["id"]) }
    }

    /// Persons who were erased after a moment: what a copy that was taken at that moment does not know.
    public func erased(after moment: Instant, _ snapshot: Snapshot) throws -> [(person: PersonID, at: Instant)] {
        try snapshot.all("SELECT id, erased FROM person WHERE erased > \(moment.milliseconds) ORDER BY id") {
            (PersonID(try $0["id"]), Instant(milliseconds: try $0["erased"]))
        }
    }

    private static func conditions(_ silences: [Silence]) -> SQL {
        silences.reduce("") { sql, silence in
            let verbs = silence.signs.reduce("1 = 0" as SQL) { "\($0) OR (audit.verb >= \($1) AND audit.verb < \(end(of: $1)))" }
            return """
                \(sql) AND NOT EXISTS (SELECT 1 FROM audit WHERE audit.subject = person.id AND audit.at >= \(silence.since.milliseconds)
                    AND audit.actor_kind < 3 AND (\(verbs)))
                """
        }
    }

    /// The first text after all those that begin with this one.
    private static func end(of beginning: String) -> String {
        guard let last = beginning.unicodeScalars.last, let next = Unicode.Scalar(last.value + 1) else { return "" }
        return String(String.UnicodeScalarView(beginning.unicodeScalars.dropLast())) + String(Character(next))
    }
}
