import Crypto
import Foundation

/// Reads a copy from its beginning, frame by frame. Throws `corrupt` at the first byte that is not as it was written.
final class CopyReader {
    enum Part {
        case table(String, columns: [String])
        case row([Value])
    }

    private let file: FileHandle
    private var hash = SHA256()
    private var buffer: [UInt8] = []
    private var position = 0
    private(set) var manifest: Manifest?

    init(_ place: URL) throws {
        guard let file = try? FileHandle(forReadingFrom: place) else {
            throw StorageFault(.inputOutput, "the copy can't be read")
        }
        self.file = file
        guard try take(CopyFormat.magic.count) == CopyFormat.magic else { throw Self.damaged }
    }

    /// Hands over tables and rows in order, then proves the signature.
    func read(_ keyring: Keyring, _ body: (Part) throws -> Void) throws {
        while true {
            let before = hash
            let head = try take(5)
            let content = try take(head[1...].reduce(0) { $0 << 8 | Int($1) })
            switch CopyFormat.Tag(rawValue: head[0]) {
            case .table:
                let names = String(decoding: content, as: UTF8.self).split(separator: "\n").map(String.init)
                guard let table = names.first else { throw Self.damaged }
                try body(.table(table, columns: Array(names.dropFirst())))
            case .row:
                guard let values = CopyFormat.decode(content) else { throw Self.damaged }
                try body(.row(values))
            case .manifest:
                guard let read = try? JSONDecoder().decode(Manifest.self, from: Data(content)) else { throw Self.damaged }
                manifest = read
            case .signature:
                guard manifest != nil, keyring.verifies(content, of: Array(before.finalize()), purpose: "copy"), try isAtEnd()
                else { throw Self.damaged }
                return
            case nil: throw Self.damaged
            }
        }
    }

    static let damaged = StorageFault(.corrupt, "the copy is damaged, was altered, or was made under other keys")

    private func isAtEnd() throws -> Bool {
        guard position == buffer.count else { return false }
        return try file.read(upToCount: 1)?.isEmpty ?? true
    }

    private func take(_ count: Int) throws -> [UInt8] {
        while buffer.count - position < count {
            guard let more = try file.read(upToCount: max(1 << 20, count)), !more.isEmpty else { throw Self.damaged }
            buffer.removeFirst(position)
            position = 0
            buffer.append(contentsOf: more)
        }
        defer { position += count }
        let taken = Array(buffer[position..<position + count])
        hash.update(data: taken)
        return taken
    }
}
