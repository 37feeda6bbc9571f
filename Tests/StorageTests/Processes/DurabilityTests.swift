import Foundation
import StorageSQLite
import TestKit
import Testing

@testable import Storage

@Suite("SQLite: an act is on the disk before it is acknowledged", .enabled(if: Probe.strace != nil))
struct DurabilityTests {
    private func trace(_ count: Int, _ options: [String] = []) async throws -> SystemCalls {
        try await Engine.sqlite.withPlace { place in
            let file = place.folder.appendingPathComponent("trace")
            let said = try await Probe.run(["write", place.address, "\(count)"] + options, tracing: SystemCalls.traced, to: file)
            #expect(said.filter { $0.hasPrefix("ack ") }.count == count)
            return try SystemCalls(file)
        }
    }

    @Test("between the writes of each group and its first acknowledgement, the log is synced")
    func synced() async throws {
        let count = Extent.of(150, long: 3_000)
        let calls = try await trace(count)
        #expect(Set(calls.acknowledged) == Set(0..<count))
        #expect(calls.tooEarly == [])
        #expect(calls.syncs > count / 64)
    }

    @Test("without syncs this check sees acknowledgements that come too early")
    func unsynced() async throws {
        let calls = try await trace(60, ["--unsynced"])
        #expect(calls.acknowledged.count == 60)
        #expect(calls.tooEarly.count == 60)
    }
}

@Suite("SQLite: settings of the connection that writes")
struct ConnectionSettingsTests {
    @Test("it writes ahead to a log and syncs it at each commit")
    func settings() async throws {
        try await Engine.sqlite.withDatabase { database in
            let (mode, synchronous, keys) = try await database.write { transaction in
                (
                    try transaction.value("PRAGMA journal_mode", as: String.self),
                    try transaction.value("PRAGMA synchronous", as: Int.self),
                    try transaction.value("PRAGMA foreign_keys", as: Int.self)
                )
            }
            #expect(mode == "wal")
            #expect(synchronous == 2, "FULL")
            #expect(keys == 1)
        }
    }

    @Test("the file, its log and its index are for their owner alone")
    func rights() async throws {
        try await Engine.sqlite.withPlace { place in
            try await place.withDatabase { _ in
                for ending in ["", "-wal", "-shm"] {
                    let rights = try FileManager.default.attributesOfItem(atPath: place.address + ending)[.posixPermissions] as? Int
                    #expect(rights == 0o600, "\(ending)")
                }
            }
        }
    }
}
