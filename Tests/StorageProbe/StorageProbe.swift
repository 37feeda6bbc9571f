import Foundation
import Storage
import StoragePostgres
import StorageSQLite

/// A process of its own for the tests of storage: it can be traced, killed, and met by another. It speaks in lines on its standard
/// output, each written with one call.
///
///     StorageProbe write ADDRESS COUNT [--unsynced] [--from N]
///                                                      COUNT acts, eight at a time: `began N` before and `ack N` or `fault N KIND` after each
///     StorageProbe join ADDRESS                        takes a node number, `node N`, and keeps it until its input ends
@main
struct StorageProbe {
    static func main() async throws {
        let words = Array(CommandLine.arguments.dropFirst())
        guard words.count >= 2 else { throw StorageFault(.statement, "write or join, and an address") }
        let database = Database(try driver(words[1], synced: !words.contains("--unsynced")), keyring: try ProbeSchema.keyring)
        try await database.migrate([ProbeSchema.marks])
        try await database.join()
        switch words[0] {
        case "write":
            let first = words.firstIndex(of: "--from").flatMap { Int(words[$0 + 1]) } ?? 0
            try await write(first..<first + (Int(words[2]) ?? 0), to: database)
        default: try await stay(in: database)
        }
        await database.close()
    }

    private static func driver(_ address: String, synced: Bool) throws -> any Driver {
        if address.hasPrefix("postgres") { return try PostgresDriver(url: address) }
        return try SQLiteDriver(path: address, settings: SQLiteSettings(isDurable: synced))
    }

    private static func write(_ acts: Range<Int>, to database: Database) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in acts {
                if number >= acts.lowerBound + 8 { try await group.next() }
                group.addTask {
                    say("began \(number)")
                    do {
                        try await database.write { transaction in
                            try transaction.execute(
                                "INSERT INTO mark (id, word) VALUES (\(transaction.newID()), \(ProbeSchema.word(number)))")
                        }
                        say("ack \(number)")
                    } catch let fault as StorageFault {
                        say("fault \(number) \(fault.kind.rawValue)")
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private static func stay(in database: Database) async throws {
        let id = try await database.write { try $0.newID() }
        say("node \(id >> 12 & 1023)")
        while readLine() != nil {}
    }

    private static func say(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        _ = Foundation.write(1, bytes, bytes.count)
    }
}
