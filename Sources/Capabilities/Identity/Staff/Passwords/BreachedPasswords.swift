import Civic
import Crypto
import Foundation

/// Passwords that were found in breaches, as a file of their SHA-1 digests in order, one on each line, with or without a colon and a count
/// after it: the form in which Pwned Passwords is handed out. It is asked where it lies: no password leaves the house, not even in part.
public struct BreachedPasswords: Sendable {
    private let file: String
    private let size: UInt64

    /// Throws `BreachedPasswordsFault` when the file can't be read or does not begin like one.
    public init(file: String) throws {
        guard let handle = FileHandle(forReadingAtPath: file) else { throw BreachedPasswordsFault(file: file, problem: "can't be read") }
        defer { try? handle.close() }
        self.file = file
        size = try handle.seekToEnd()
        guard try Self.line(after: 0, in: handle, size).map({ Self.digest(of: $0.text) != nil }) == true else {
            throw BreachedPasswordsFault(file: file, problem: "does not begin with a SHA-1 digest in hexadecimal")
        }
    }

    /// Whether the file has this password. Throws when it can't be read any more.
    func contains(_ password: String) throws -> Bool {
        let wanted = Insecure.SHA1.hash(data: Data(password.utf8)).map { byte in
            String(byte >> 4, radix: 16, uppercase: true) + String(byte & 15, radix: 16, uppercase: true)
        }.joined()
        guard let handle = FileHandle(forReadingAtPath: file) else { throw BreachedPasswordsFault(file: file, problem: "can't be read") }
        defer { try? handle.close() }
        // The first line at or after `low` may be it; every line that begins at or after `high` is greater.
        var (low, high): (UInt64, UInt64) = (0, size)
        while low < high {
            let middle = low + (high - low) / 2
            guard let found = try Self.line(after: middle, in: handle, size), found.start < high, let digest = Self.digest(of: found.text)
            else {
                high = middle
                continue
            }
            if digest == wanted { return true }
            if digest < wanted { low = found.end } else { high = middle }
        }
        return false
    }

    private static let width: UInt64 = 256

    /// The first whole line that begins at this place or after it.
    private static func line(
        after place: UInt64, in handle: FileHandle, _ size: UInt64
    ) throws -> (start: UInt64, end: UInt64, text: Substring)? {
        let from = place == 0 ? 0 : place - 1
        try handle.seek(toOffset: from)
        let bytes = try handle.read(upToCount: Int(min(width, size - from))) ?? Data()
        var rest = Substring(String(decoding: bytes, as: UTF8.self))
        var start = from
        if place > 0 {
            guard let feed = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            start += UInt64(rest.utf8.distance(from: rest.startIndex, to: feed)) + 1
            rest = rest[rest.utf8.index(after: feed)...]
        }
        let text = Substring(rest.utf8.prefix { $0 != UInt8(ascii: "\n") })
        return text.isEmpty ? nil : (start, start + UInt64(text.utf8.count) + 1, text)
    }

    private static func digest(of line: Substring) -> String? {
        let digest = line.prefix(40)
        guard digest.utf8.count == 40, digest.allSatisfy(\.isHexDigit) else { return nil }
        return digest.uppercased()
    }
}

/// A file of breached passwords that can't be used.
public struct BreachedPasswordsFault: Error, CustomStringConvertible {
    let file: String
    let problem: String

    public var description: String { "BREACHED_PASSWORDS: \(file) \(problem)" }
}
