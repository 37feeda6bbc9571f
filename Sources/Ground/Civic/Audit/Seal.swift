import Crypto
import Foundation
import Storage

/// One batch of the audit under a keyed digest, chained to the one before.
struct Seal: Sendable, Hashable {
    /// From 1, without gaps.
    let number: Int64
    let at: Int64
    let members: [Int64]
    let previous: [UInt8]
    let head: [UInt8]

    /// What stands before the first seal.
    static let origin = [UInt8](repeating: 0, count: 32)
    static let purpose = "audit seal"

    /// The next seal of the chain over these entries.
    init(after last: Seal?, over entries: [(id: Int64, bytes: [UInt8])], at now: Int64, keyring: Keyring) {
        number = (last?.number ?? 0) + 1
        at = now
        members = entries.map(\.id)
        previous = last?.head ?? Self.origin
        head = keyring.signature(of: Self.message(number, now, previous, entries), purpose: Self.purpose)
    }

    /// As it was stored. nil when `memberBytes` is no whole number of ids.
    init?(number: Int64, at: Int64, memberBytes: [UInt8], previous: [UInt8], head: [UInt8]) {
        guard memberBytes.count % 8 == 0 else { return nil }
        self.number = number
        self.at = at
        members = stride(from: 0, to: memberBytes.count, by: 8).map { start in
            memberBytes[start..<start + 8].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        }
        self.previous = previous
        self.head = head
    }

    var memberBytes: [UInt8] {
        members.flatMap { withUnsafeBytes(of: $0.bigEndian, Array.init) }
    }

    /// Whether one of the keys sealed just these entries in this place.
    func holds(_ entries: [(id: Int64, bytes: [UInt8])], keyring: Keyring) -> Bool {
        keyring.verifies(head, of: Self.message(number, at, previous, entries), purpose: Self.purpose)
    }

    var headText: String { head.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }

    private static func message(_ number: Int64, _ at: Int64, _ previous: [UInt8], _ entries: [(id: Int64, bytes: [UInt8])]) -> [UInt8] {
        var hash = SHA256()
        for entry in entries {
            withUnsafeBytes(of: Int64(entry.bytes.count).bigEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: entry.bytes)
        }
        return [number, at, Int64(entries.count)].flatMap { withUnsafeBytes(of: $0.bigEndian, Array.init) } + previous + hash.finalize()
    }
}

/// A row as bytes that no other row has: each cell with its kind and length.
enum SealedForm {
    static func bytes(of row: Row) -> [UInt8] {
        var bytes: [UInt8] = []
        func add(_ kind: UInt8, _ content: some Collection<UInt8>) {
            bytes.append(kind)
            bytes.append(contentsOf: withUnsafeBytes(of: Int64(content.count).bigEndian, Array.init))
            bytes.append(contentsOf: content)
        }
        for (_, value) in row.cells {
            switch value {
            case .null: add(0, [])
            case .int(let number): add(1, withUnsafeBytes(of: number.bigEndian, Array.init))
            case .real(let number): add(2, withUnsafeBytes(of: number.bitPattern.bigEndian, Array.init))
            case .text(let text): add(3, Array(text.utf8))
            case .bytes(let content): add(4, content)
            }
        }
        return bytes
    }
}
