import Crypto
import Foundation

/// The keys of an installation. The first one seals; all of them open and find, so that keys can be changed while the data is
/// in use. Sealing is AES-256-GCM (NIST SP 800-38D), finding is HMAC-SHA-256 (RFC 2104), each under a key of its own derived
/// by HKDF (RFC 5869).
public struct Keyring: Sendable {
    /// One master key with the number that its cells carry.
    public struct Key: Sendable {
        public let number: UInt16
        let secret: SymmetricKey
        let lookup: SymmetricKey
        let signing: SymmetricKey

        /// nil unless the master key has 32 bytes.
        public init?(number: UInt16, master: [UInt8]) {
            guard master.count == 32 else { return nil }
            let material = SymmetricKey(data: master)
            func derived(_ purpose: String) -> SymmetricKey {
                HKDF<SHA256>.deriveKey(inputKeyMaterial: material, info: Data("ventanilla \(purpose)".utf8), outputByteCount: 32)
            }
            self.number = number
            secret = derived("secret")
            lookup = derived("lookup")
            signing = derived("signing")
        }
    }

    let keys: [Key]
    var current: Key { keys[0] }

    /// `others` are older keys that still open what they sealed.
    public init(_ current: Key, others: [Key] = []) {
        keys = [current] + others
    }

    /// A sealed cell: key number, nonce, ciphertext and tag, bound to its table, column and row.
    public func seal(_ bytes: [UInt8], at cell: Cell) throws -> [UInt8] {
        guard let box = try? AES.GCM.seal(bytes, using: current.secret, authenticating: cell.identity).combined else {
            throw StorageFault(.secret, "could not seal \(cell.name)")
        }
        return current.prefix + box
    }

    public func seal(_ text: String, at cell: Cell) throws -> [UInt8] {
        try seal(Array(text.utf8), at: cell)
    }

    /// What was sealed at this cell. Throws `secret` when the key is missing, the cell is another one, or a bit has changed.
    func open(_ sealed: [UInt8], at cell: Cell) throws -> [UInt8] {
        guard let key = keys.first(where: { sealed.starts(with: $0.prefix) }),
            let box = try? AES.GCM.SealedBox(combined: sealed.dropFirst(2)),
            let plain = try? AES.GCM.open(box, using: key.secret, authenticating: cell.identity)
        else {
            throw StorageFault(.secret, "\(cell.name) does not open")
        }
        return Array(plain)
    }

    /// The digest to store in a lookup column, under the current key.
    public func lookup(_ normalised: String, in column: String) -> [UInt8] {
        digest(normalised, column, current)
    }

    /// The digests to search for, under every key: `WHERE run_lookup IN (\(list: keyring.lookups(run, in: "person.run_lookup")))`.
    public func lookups(_ normalised: String, in column: String) -> [[UInt8]] {
        keys.map { digest(normalised, column, $0) }
    }

    /// A signature of something that leaves and comes back (a form token, a cookie). 32 bytes.
    public func signature(of bytes: [UInt8], purpose: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data(purpose.utf8) + [0] + bytes, using: current.signing))
    }

    /// Whether any of the keys made this signature. Takes the same time for every wrong one.
    public func verifies(_ signature: [UInt8], of bytes: [UInt8], purpose: String) -> Bool {
        let message = Data(purpose.utf8) + [0] + bytes
        return keys.contains { HMAC<SHA256>.isValidAuthenticationCode(signature, authenticating: message, using: $0.signing) }
    }

    private func digest(_ text: String, _ column: String, _ key: Key) -> [UInt8] {
        key.prefix + HMAC<SHA256>.authenticationCode(for: Data("\(column)\u{0}\(text)".utf8), using: key.lookup)
    }
}

extension Keyring.Key {
    var prefix: [UInt8] { [UInt8(number >> 8), UInt8(number & 0xff)] }
}
