import Crypto
import Foundation

/// What a copy says of itself, and what a restored database must show again before it takes the place of anything.
public struct Manifest: Sendable, Codable, Equatable {
    public struct Step: Sendable, Codable, Equatable {
        let module: String
        let ordinal: Int
        let name: String
    }

    /// When the snapshot was taken: Unix milliseconds UTC.
    public let takenAt: Int64
    /// The migrations that the copied database had.
    let history: [Step]
    /// Rows by table.
    public let rows: [String: Int]
    /// Digest over the record of acts in order: the head that an audit compares. Hexadecimal.
    public let head: String
}

extension Snapshot {
    /// SHA-256 over every act's id and instant, in order of id. Hexadecimal.
    func headOfActs() throws -> String {
        var hash = SHA256()
        try each("SELECT id, at FROM act ORDER BY id") { row in
            for number: Int64 in [try row["id"], try row["at"]] {
                withUnsafeBytes(of: number.bigEndian) { hash.update(bufferPointer: $0) }
            }
        }
        return hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    func count(_ table: Table) throws -> Int {
        try value("SELECT COUNT(*) FROM \(SQL.composed(table.name))") ?? 0
    }
}
