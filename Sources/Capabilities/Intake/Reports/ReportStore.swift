import Civic
import Crypto
import Foundation
import Storage

/// What institutions reported, under the digests of their own names.
struct ReportStore: Sendable {
    struct Known: Sendable {
        let interaction: InteractionID
        let content: [UInt8]
    }

    /// What is known under these names of an institution.
    func known(_ names: [String], of institution: String, _ snapshot: Snapshot) throws -> [String: Known] {
        let digests = names.map { Self.digest("\(institution)/\($0)") }
        var found: [[UInt8]: Known] = [:]
        for start in stride(from: 0, to: digests.count, by: 500) {
            let some = Array(digests[start..<min(start + 500, digests.count)])
            try snapshot.each(
                "SELECT name_digest, content_digest, interaction FROM reported_contact WHERE name_digest IN (\(list: some))"
            ) { row in
                found[try row["name_digest"]] = Known(
                    interaction: InteractionID(try row["interaction"]), content: try row["content_digest"])
            }
        }
        return Dictionary(zip(names, digests).compactMap { name, digest in found[digest].map { (name, $0) } }) { first, _ in first }
    }

    /// False when another act keeps the same name at this moment: the one that came first has it.
    func insert(
        _ name: String, of institution: String, content: [UInt8], interaction: InteractionID, _ transaction: Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO reported_contact (id, name_digest, content_digest, institution, interaction, at)
            VALUES (\(try transaction.newID()), \(Self.digest("\(institution)/\(name)")), \(content), \(institution), \(interaction),
                \(transaction.now))
            """)
    }

    /// Forgets names after their term: what is reported again then is another contact. Gives back how many.
    func sweep(before: Instant, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM reported_contact WHERE at < \(before.milliseconds)")
    }

    static func digest(_ text: String) -> [UInt8] { Array(SHA256.hash(data: Data(text.utf8)).prefix(16)) }
}
