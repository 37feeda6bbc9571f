import Crypto
import CryptoExtras
import Foundation
import Storage

/// How much work a password costs whoever guesses: scrypt (RFC 7914) with N = 2^`log2Rounds`. What was stored keeps the work with which it
/// was made, so that this one can grow.
public struct PasswordWork: Sendable, Hashable {
    public let log2Rounds: Int
    public let blockSize: Int

    public init(log2Rounds: Int, blockSize: Int = 8) {
        self.log2Rounds = log2Rounds
        self.blockSize = blockSize
    }

    /// N = 2^17, r = 8, p = 1: 128 MiB for each guess (OWASP Password Storage Cheat Sheet).
    public static let standard = PasswordWork(log2Rounds: 17)
}

/// A password as it is stored: `scrypt:17:8:SALT:HASH`.
struct PasswordHash: Sendable, Hashable {
    let work: PasswordWork
    let salt: [UInt8]
    let hash: [UInt8]

    /// It takes long, and 128 * N * r bytes of memory.
    init(of password: String, salt: [UInt8], work: PasswordWork) throws {
        self.work = work
        self.salt = salt
        do {
            let key = try KDF.Scrypt.deriveKey(
                from: Array(password.utf8), salt: salt, outputByteCount: 32, rounds: 1 << work.log2Rounds, blockSize: work.blockSize,
                parallelism: 1)
            hash = key.withUnsafeBytes { Array($0) }
        } catch {
            throw StorageFault(.secret, "a password could not be worked on")
        }
    }

    /// As it stands in the database. nil when it is none.
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, parts[0] == "scrypt", let rounds = Int(parts[1]), (1...24).contains(rounds), let size = Int(parts[2]),
            (1...32).contains(size), let salt = Data(base64URL: parts[3]), let hash = Data(base64URL: parts[4]), hash.count == 32
        else { return nil }
        work = PasswordWork(log2Rounds: rounds, blockSize: size)
        self.salt = [UInt8](salt)
        self.hash = [UInt8](hash)
    }

    var text: String {
        "scrypt:\(work.log2Rounds):\(work.blockSize):\(Data(salt).base64URL):\(Data(hash).base64URL)"
    }

    static func newSalt() -> [UInt8] { (0..<16).map { _ in UInt8.random(in: 0...255) } }

    /// Compared without telling by its time where it differs.
    func holds(_ other: [UInt8]) -> Bool {
        zip(hash, other).reduce(UInt8(hash.count == other.count ? 0 : 1)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
