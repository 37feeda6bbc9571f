import Crypto
import Foundation
import Storage

/// A file of a person, as it is kept: without its content and without its name.
public struct StoredFile: Sendable, Hashable {
    public let id: Int64
    public let subject: PersonID
    public let kind: FileKind
    /// Bytes.
    public let size: Int
    public let made: Instant
}

/// Files that people hand in. The kind is what the bytes show; the same file of the same person is kept once; the content is sealed in parts
/// under the person's key, so that an erasure takes it along.
public struct FileDesk: Sendable {
    private let store: FileStore
    private let keys: SubjectKeyStore
    /// Bytes of one part: what is held in memory at once when keys are changed is a few hundred of them.
    static let part = 262_144

    public init(keyring: Keyring) {
        store = FileStore(keyring: keyring)
        keys = SubjectKeyStore(keyring: keyring)
    }

    /// Keeps a file and gives it back; one that the person handed in before is given back as it is. Throws `UnknownKind` when the bytes are
    /// nothing that we take.
    public func keep(_ bytes: [UInt8], of person: PersonID, by actor: Actor, _ transaction: Transaction) throws -> StoredFile {
        guard let kind = FileKind(sniffing: bytes) else { throw UnknownKind() }
        let hash = SHA256.hash(data: bytes).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        if let known = try store.file(with: hash, of: person, transaction) { return known }
        let key = try keys.key(of: person, transaction)
        let file = try store.insert(kind, size: bytes.count, hash: hash, of: person, transaction)
        for (number, start) in stride(from: 0, to: bytes.count, by: Self.part).enumerated() {
            let part = Array(bytes[start..<min(start + Self.part, bytes.count)])
            try store.insertPart(part, number: number, of: file, under: key, transaction)
        }
        try transaction.record(Event("file.kept", object: AuditEntry.Object("file", file.id), subject: person), by: actor)
        return file
    }

    /// What is kept under this id, closed; nil when there is nothing.
    public func file(_ id: Int64, _ snapshot: Snapshot) throws -> StoredFile? { try store.file(id, snapshot) }

    /// The whole content. The disclosure must cover the person's `files`.
    public func content(of file: StoredFile, _ disclosure: Disclosure, _ snapshot: Snapshot) throws -> [UInt8] {
        var content: [UInt8] = []
        content.reserveCapacity(file.size)
        for (sealed, cell) in try store.parts(of: file, snapshot) {
            content += try disclosure.bytes(of: sealed, under: cell, subject: file.subject)
        }
        return content
    }
}

/// The file is of no kind that we take, whatever its name says.
public struct UnknownKind: Refusal {
    public init() {}
    public var kind: RefusalKind { .invalid }
    public var title: TextKey { "error.unknownKind.title" }
    public var advice: TextKey { "error.unknownKind.advice" }
}
