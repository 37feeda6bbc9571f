import Crypto
import Foundation
import Storage

/// The key under which a person's free text, answers, notes, files and payloads are sealed. Destroying it erases them all, copies
/// included, wherever they are.
public struct SubjectKey: Sendable {
    public let person: PersonID
    private let key: SymmetricKey

    init(person: PersonID, bytes: [UInt8]) {
        self.person = person
        key = SymmetricKey(data: bytes)
    }

    /// Ciphertext bound to its cell (AES-256-GCM, NIST SP 800-38D).
    public func seal(_ text: String, at cell: Cell) throws -> [UInt8] {
        try seal(Array(text.utf8), at: cell)
    }

    /// The same of bytes.
    public func seal(_ bytes: [UInt8], at cell: Cell) throws -> [UInt8] {
        guard let box = try? AES.GCM.seal(bytes, using: key, authenticating: cell.identity).combined else {
            throw StorageFault(.secret, "could not seal under the key of a subject")
        }
        return Array(box)
    }

    func open(_ sealed: [UInt8], at cell: Cell) throws -> String {
        String(decoding: try bytes(of: sealed, at: cell), as: UTF8.self)
    }

    func bytes(of sealed: [UInt8], at cell: Cell) throws -> [UInt8] {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let plain = try? AES.GCM.open(box, using: key, authenticating: cell.identity)
        else {
            throw StorageFault(.secret, "what was sealed under the key of a subject does not open")
        }
        return Array(plain)
    }
}

/// Something of a person that was sealed under their own key: closed until a `Disclosure` opens it.
public struct SubjectSealed: Sendable, CustomStringConvertible {
    public let subject: PersonID
    public let field: PersonalField
    let bytes: [UInt8]
    let cell: Cell

    /// `bytes` as they were read from `cell`, about `subject`.
    public init(_ bytes: [UInt8], at cell: Cell, subject: PersonID, _ field: PersonalField) {
        self.subject = subject
        self.field = field
        self.bytes = bytes
        self.cell = cell
    }

    public var description: String { "(sealed)" }
}
