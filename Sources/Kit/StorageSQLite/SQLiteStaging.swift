import Foundation
import Storage

/// Stages a restore in a file beside the real one. The former file is kept under a name with the instant.
public struct SQLiteStaging: Staging {
    private let path: String
    private let suffix: String
    private var staged: String { path + ".restoring" }

    /// `instant` (Unix milliseconds) names the former file.
    public init(path: String, instant: Int64) {
        self.path = path
        suffix = ".before-\(instant)"
    }

    public func begin() async throws -> any Driver {
        await discard()
        return try SQLiteDriver(path: staged)
    }

    /// The former file gets a second name first; then the new one takes its place in one step.
    public func replace() async throws -> String? {
        guard isSettled(staged) else { throw Self.notReplaced }
        let exists = FileManager.default.fileExists(atPath: path)
        if exists {
            await settle()
            for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: path + ending) {
                guard link(path + ending, path + suffix + ending) == 0 else { throw Self.notReplaced }
            }
            for ending in ["-wal", "-shm"] { unlink(path + ending) }
        }
        guard rename(staged, path) == 0, syncFolder(of: URL(fileURLWithPath: path)) else { throw Self.notReplaced }
        await discard()
        return exists ? path + suffix : nil
    }

    /// Brings what stands in the former file's log into the file itself. A file too damaged for that keeps its log beside it.
    private func settle() async {
        if let former = try? SQLiteDriver(path: path) { await former.close() }
    }

    /// Whether everything stands in the file itself, and nothing in its log.
    private func isSettled(_ path: String) -> Bool {
        let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
        return (log ?? 0) == 0
    }

    private static let notReplaced = StorageFault(.inputOutput, "the restored file could not be put in its place")

    public func discard() async {
        for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: staged + ending) }
    }
}
