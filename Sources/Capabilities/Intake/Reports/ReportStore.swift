import Civic
import Storage

/// What institutions reported, under keyed digests of their names and of what they said: without the key nobody finds a number by trying all
/// there are.
struct ReportStore: Sendable {
    let keyring: Keyring

    struct Known: Sendable {
        let interaction: InteractionID
        let content: [UInt8]
    }

    /// What is known under these names of an institution. Names that were kept under an older key are found too.
    func known(_ names: [String], of institution: String, _ snapshot: Snapshot) throws -> [String: Known] {
        let digests = names.flatMap { name in
            keyring.lookups("\(institution)/\(name)", in: Self.nameColumn).map { (digest: $0, name: name) }
        }
        let byDigest = Dictionary(digests.map { ($0.digest, $0.name) }) { first, _ in first }
        var found: [String: Known] = [:]
        for start in stride(from: 0, to: digests.count, by: 500) {
            let some = digests[start..<min(start + 500, digests.count)].map(\.digest)
            try snapshot.each(
                "SELECT name_digest, content_digest, interaction FROM reported_contact WHERE name_digest IN (\(list: some))"
            ) { row in
                guard let name = byDigest[try row["name_digest"]] else { return }
                found[name] = Known(interaction: InteractionID(try row["interaction"]), content: try row["content_digest"])
            }
        }
        return found
    }

    /// Keeps a name with a digest of what was said under it. It is unique: of two acts at once, one runs again and finds it.
    func insert(
        _ name: String, of institution: String, content: String, interaction: InteractionID, _ transaction: Transaction
    ) throws -> Known {
        let (digest, said) = (
            keyring.lookup("\(institution)/\(name)", in: Self.nameColumn), keyring.lookup(content, in: Self.contentColumn)
        )
        try transaction.execute(
            """
            INSERT INTO reported_contact (id, name_digest, content_digest, institution, interaction, at)
            VALUES (\(try transaction.newID()), \(digest), \(said), \(institution), \(interaction), \(transaction.now))
            """)
        return Known(interaction: interaction, content: said)
    }

    /// Whether the same was said.
    func isSame(_ content: String, as known: Known) -> Bool {
        keyring.lookups(content, in: Self.contentColumn).contains(known.content)
    }

    /// Forgets names after their term: what is reported again then is another contact. Gives back how many.
    func sweep(before: Instant, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM reported_contact WHERE at < \(before.milliseconds)")
    }

    private static let (nameColumn, contentColumn) = ("reported_contact.name_digest", "reported_contact.content_digest")
}
