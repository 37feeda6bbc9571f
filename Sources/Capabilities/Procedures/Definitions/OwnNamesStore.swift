import Flows
import Storage

/// What people call registers and queues: as the catalogue had it when services were last loaded.
struct OwnNamesStore: Sendable {
    private enum Kind: String { case register, queue }

    func names(_ snapshot: Snapshot) throws -> OwnNames {
        var found: [Kind: [String: [String: String]]] = [:]
        for (kind, name, language, words) in try snapshot.all(
            "SELECT kind, name, language, words FROM procedure_name ORDER BY id",
            { (try $0["kind"] as String, try $0["name"] as String, try $0["language"] as String, try $0["words"] as String) })
        {
            if let kind = Kind(rawValue: kind) { found[kind, default: [:]][name, default: [:]][language] = words }
        }
        return OwnNames(
            registers: (found[.register] ?? [:]).mapValues { Words($0) }, queues: (found[.queue] ?? [:]).mapValues { Words($0) })
    }

    /// Puts these in the place of those that there were; whether anything changed.
    func replace(_ names: OwnNames, _ transaction: Transaction) throws -> Bool {
        guard try self.names(transaction) != names else { return false }
        try transaction.execute("DELETE FROM procedure_name")
        for (kind, all) in [(Kind.register, names.registers), (.queue, names.queues)] {
            for (name, words) in all.sorted(by: { $0.key < $1.key }) {
                for (language, said) in words.byLanguage.sorted(by: { $0.key < $1.key }) {
                    try transaction.execute(
                        """
                        INSERT INTO procedure_name (id, kind, name, language, words)
                        VALUES (\(try transaction.newID()), \(kind.rawValue), \(name), \(language), \(said))
                        """)
                }
            }
        }
        return true
    }
}
