import Foundation
@testable import StorageSQLite
import TestKit
import Testing

@testable import Storage

@Suite("SQLite: callers who go, and statements that are interrupted")
struct GroupCallerTests {
    @Test("an act that has begun is finished though its caller was cancelled, and so are its neighbours")
    func cancelledWithin() async throws {
        try await Engine.sqlite.withDatabase([Sample.schema]) { database in
            let gate = Gate()
            let act = Task {
                try await database.write { transaction in
                    try Sample.openAccount(1, transaction)
                    gate.pass()
                    // A statement of some length, so that an interruption would be met.
                    try transaction.execute("INSERT INTO task (id, done) \(Self.numbers(200_000))")
                }
            }
            #expect(await eventually { gate.isReached })
            async let neighbours = withThrowingTaskGroup(of: Void.self) { group in
                for id in 2...5 { group.addTask { try await database.write { try Sample.openAccount(Int64(id), $0) } } }
                try await group.waitForAll()
            }
            act.cancel()
            gate.open()
            try await act.value
            try await neighbours
            #expect(try await Sample.count("account", in: database) == 5)
            #expect(try await Sample.count("task", in: database) == 200_000)
        }
    }

    @Test("a caller who goes while it waits is let go at once, and its act never begins")
    func cancelledBefore() async throws {
        try await Engine.sqlite.withDatabase([Sample.schema]) { database in
            let gate = Gate()
            async let holding: Void = database.write { _ in gate.pass() }
            #expect(await eventually { gate.isReached })
            let tasks = (1...20).map { id in Task { try await database.write { try Sample.openAccount(Int64(id), $0) } } }
            try await Task.sleep(for: .milliseconds(20))
            for (index, task) in tasks.enumerated() where index.isMultiple(of: 2) { task.cancel() }
            for (index, task) in tasks.enumerated() where index.isMultiple(of: 2) {
                await #expect(throws: CancellationError.self) { try await task.value }
            }
            gate.open()
            try await holding
            for (index, task) in tasks.enumerated() where !index.isMultiple(of: 2) { try await task.value }
            #expect(try await Sample.count("account", in: database) == 10)
        }
    }

    @Test("an interrupted statement ends its group: the neighbours succeed, and so does its act when it is run again")
    func interrupted() async throws {
        try await Engine.sqlite.withPlace { place in
            let driver = try SQLiteDriver(path: place.address)
            let database = Database(driver, keyring: World.keyring)
            try await database.migrate([Sample.schema])
            try await database.join()
            let runs = Runs()
            let acts = (1...5).map { id in
                { @Sendable (transaction: Transaction) in
                    try Sample.openAccount(Int64(id), transaction)
                    guard id == 3 else { return }
                    let length = runs.count(3) == 1 ? 1_000_000_000 : 10
                    try transaction.execute("INSERT INTO task (id, done) \(Self.numbers(length))")
                }
            }
            let interrupter = Task {
                _ = await eventually { runs[3] == 1 }
                while runs[3] == 1 && !Task.isCancelled {
                    driver.interrupt()
                    try? await Task.sleep(for: .milliseconds(5))
                }
            }
            let ends = try await database.together(acts)
            interrupter.cancel()
            await interrupter.value
            let faults = ends.compactMap { end -> StorageFault.Kind? in
                if case .failure(let error) = end { (error as? StorageFault)?.kind } else { nil }
            }
            // Alone in its group, the interrupted act gets its fault; with others, it is run again.
            #expect(faults == (runs[3] == 1 ? [.tooLong] : []))
            #expect(try await Sample.count("account", in: database) == 5 - faults.count)
            #expect(try await Sample.count("task", in: database) == (faults.isEmpty ? 10 : 0))
            await database.close()
        }
    }

    @Test("a read whose caller has gone is stopped")
    func cancelledRead() async throws {
        try await Engine.sqlite.withDatabase([Sample.schema]) { database in
            let gate = Gate()
            let read = Task {
                try await database.read { snapshot in
                    gate.open()
                    gate.pass()
                    return try snapshot.all("SELECT id FROM (\(Self.numbers(1_000_000_000))) WHERE id < 0").count
                }
            }
            #expect(await eventually { gate.isReached })
            read.cancel()
            await #expect(throws: CancellationError.self) { try await read.value }
        }
    }

    @Test("closing refuses who waits, finishes the act that has begun, and stops reads")
    func closing() async throws {
        try await Engine.sqlite.withPlace { place in
            let database = Database(try place.driver(), keyring: World.keyring)
            try await database.migrate([Sample.schema])
            try await database.join()
            let (act, read) = (Gate(), Gate())
            let begun = Task {
                try await database.write { transaction in
                    act.pass()
                    try Sample.openAccount(1, transaction)
                }
            }
            let reading = Task {
                try await database.read { snapshot in
                    read.open()
                    read.pass()
                    return try snapshot.all("SELECT id FROM (\(Self.numbers(1_000_000_000))) WHERE id < 0").count
                }
            }
            #expect(await eventually { act.isReached && read.isReached })
            let waiting = Task { try await database.write { try Sample.openAccount(2, $0) } }
            try await Task.sleep(for: .milliseconds(20))
            let closing = Task { await database.driver.close() }
            #expect(await fault { try await waiting.value } == .closed)
            act.open()
            try await begun.value
            await closing.value
            #expect(await fault { _ = try await reading.value } == .tooLong)
            #expect(await fault { try await database.write { try Sample.openAccount(3, $0) } } == .closed)
            #expect(await fault { _ = try await Sample.count("account", in: database) } == .closed)
            try await place.withDatabase([Sample.schema]) { again in
                let ids = try await Sample.ids("account", in: again)
                #expect(ids == [1])
            }
        }
    }

    /// A query that gives `id` and 0 for so many numbers from 1.
    static func numbers(_ count: Int) -> SQL {
        """
        WITH RECURSIVE number (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM number WHERE id < \(count)) SELECT id, 0 FROM number
        """
    }
}
