import Foundation

/// Reads a file of comma-separated values (RFC 4180) piece by piece, so that its size does not matter, and knows at which byte each line
/// begins.
final class ImportFile {
    /// A line longer than this is refused and passed over.
    static let longest = 16_384

    struct Line {
        /// The byte at which it begins, and the one at which the next does.
        let start: Int
        let next: Int
        /// nil when the line is too long.
        let bytes: [UInt8]?
    }

    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var place = 0
    private(set) var offset: Int
    private var isAtEnd = false

    /// Throws what opening and seeking throw.
    init(_ url: URL, at offset: Int) throws {
        handle = try FileHandle(forReadingFrom: url)
        try handle.seek(toOffset: UInt64(offset))
        self.offset = offset
    }

    deinit {
        try? handle.close()
    }

    /// The next line, without its end; nil after the last.
    func next() throws -> Line? {
        let start = offset
        var line: [UInt8] = []
        var (length, isLong, isQuoted) = (0, false, false)
        while true {
            if place == buffer.count {
                guard try fill() else { break }
            }
            let byte = buffer[place]
            place += 1
            offset += 1
            length += 1
            if byte == 0x22 { isQuoted.toggle() }
            // A quote that is never closed must not swallow the file: a long line ends at its first line break.
            if byte == 0x0A, !isQuoted || length > Self.longest {
                if line.last == 0x0D { line.removeLast() }
                return Line(start: start, next: offset, bytes: isLong ? nil : line)
            }
            if length > Self.longest { isLong = true } else { line.append(byte) }
        }
        return length == 0 ? nil : Line(start: start, next: offset, bytes: isLong ? nil : line)
    }

    private func fill() throws -> Bool {
        guard !isAtEnd, let data = try handle.read(upToCount: 1 << 20), !data.isEmpty else {
            isAtEnd = true
            return false
        }
        buffer = [UInt8](data)
        place = 0
        return true
    }
}
