import Foundation
import Synchronization

/// The lines that were not taken: the byte at which each begins, why, and the line itself. They are written before their batch is in the
/// record; a load that was cut takes away what it will meet again.
final class RejectsFile: Sendable {
    private let handle: FileHandle
    private let waiting = Mutex<[UInt8]>([])

    /// `position` is where the load goes on; nil when it begins. Throws when the file can't be written.
    init(_ url: URL, goingOnAt position: Int?) throws {
        var kept = Data("byte,reason,line\r\n".utf8)
        if let position, let old = try? Data(contentsOf: url) {
            kept = Data()
            for line in old.split(separator: 0x0A, omittingEmptySubsequences: true) {
                let start = Int(String(decoding: line.prefix { $0 != 0x2C }, as: UTF8.self))
                if start.map({ $0 < position }) ?? true { kept += line + [0x0A] }
            }
        }
        try kept.write(to: url)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
        handle = try FileHandle(forWritingTo: url)
        try handle.seekToEnd()
    }

    deinit {
        try? handle.close()
    }

    /// Line breaks within a line are written as blanks: each reject is one line.
    func add(_ problem: ContactProblem, at start: Int, _ line: [UInt8]) {
        let told = String(decoding: line.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self).replacing("\"", with: "\"\"")
        waiting.withLock { $0 += Array("\(start),\"\(problem.sentence)\",\"\(told)\"\r\n".utf8) }
    }

    func flush() throws {
        let lines = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        if !lines.isEmpty { try handle.write(contentsOf: Data(lines)) }
    }
}
