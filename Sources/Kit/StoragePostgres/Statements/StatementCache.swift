import CPostgres
import Storage

/// The statements that one connection has prepared. The one that was not used for longest goes first.
struct StatementCache {
    /// A statement that the server has prepared.
    final class Prepared {
        let name: String
        /// As declared or, for what was NULL when it was prepared, as the server inferred it.
        var types: [Oid]
        /// Known after the first answer.
        var columns: Columns?
        var lastUse = 0

        init(name: String, types: [Oid]) {
            self.name = name
            self.types = types
        }

        func fits(_ values: [Value]) -> Bool {
            zip(types, values).allSatisfy { type, value in value == .null || Parameters.type(of: value) == type }
        }
    }

    private struct Key: Hashable {
        let text: String
        /// Empty for the types that the text was first seen with.
        let types: [Oid]
    }

    private let limit: Int
    private var prepared: [Key: Prepared] = [:]
    private var outdated: [String] = []
    private var uses = 0
    private var made = 0

    init(limit: Int) {
        self.limit = max(1, limit)
    }

    var count: Int { prepared.count }

    /// The statement for this text and these values, if it is there.
    mutating func find(_ text: String, _ values: [Value]) -> Prepared? {
        var found = prepared[Key(text: text, types: [])]
        if let first = found, !first.fits(values) {
            found = prepared[Key(text: text, types: Parameters(values: values).types)]
        }
        uses += 1
        found?.lastUse = uses
        return found
    }

    /// A statement to be prepared. Keep it when the server has done so.
    mutating func new(_ values: [Value]) -> Prepared {
        made += 1
        return Prepared(name: "v\(made)", types: Parameters(values: values).types)
    }

    /// Keeps a statement that the server has prepared.
    mutating func keep(_ statement: Prepared, for text: String, _ values: [Value]) {
        let plain = Key(text: text, types: [])
        uses += 1
        statement.lastUse = uses
        prepared[prepared[plain] == nil ? plain : Key(text: text, types: Parameters(values: values).types)] = statement
    }

    /// Lets go of what was not used for longest until one more fits, and gives back the names that the server is to forget.
    mutating func makeRoom() -> [String] {
        while prepared.count >= limit, let oldest = prepared.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            prepared[oldest.key] = nil
            outdated.append(oldest.value.name)
        }
        return outdated
    }

    /// The server has forgotten what `makeRoom` named.
    mutating func roomIsMade() {
        outdated = []
    }

    /// Forgets all; the server is told with DEALLOCATE ALL.
    mutating func clear() {
        prepared = [:]
        outdated = []
    }

    /// Only what is run again and again is worth keeping.
    static func keeps(_ text: String) -> Bool {
        let verb = text.drop { $0.isWhitespace || $0 == "(" }.prefix { $0.isLetter }.uppercased()
        return ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "VALUES"].contains(verb)
    }
}
