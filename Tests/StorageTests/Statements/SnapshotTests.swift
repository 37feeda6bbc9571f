import Foundation
import Synchronization
import TestKit
import Testing

@testable import Storage

@Suite("A read is a snapshot")
struct SnapshotTests {
    @Test("a read does not see what is committed while it goes on", arguments: Engine.available)
    func unchanging(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            try await database.write { try Sample.openAccount(1, $0) }
            let began = Mutex(false)
            let goOn = DispatchSemaphore(value: 0)
            async let counts = database.read { snapshot in
                let before: Int? = try snapshot.value("SELECT COUNT(*) FROM account")
                began.withLock { $0 = true }
                goOn.wait()
                return [before, try snapshot.value("SELECT COUNT(*) FROM account")]
            }
            #expect(await eventually { began.withLock { $0 } })
            try await database.write { try Sample.openAccount(2, $0) }
            let counted1 = try await Sample.count("account", in: database)
            #expect(counted1 == 2)
            goOn.signal()
            #expect(try await counts == [1, 1])
        }
    }

    @Test("an act that has returned is seen by every read that begins afterwards", arguments: Engine.available)
    func readsOwnWrites(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            for number in 1...50 {
                try await database.write { try Sample.openAccount(Int64(number), $0) }
                let counted2 = try await Sample.count("account", in: database)
                #expect(counted2 == number)
            }
        }
    }

    @Test("a read can't write", arguments: Engine.available)
    func readOnly(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let fault = try await database.faultOfRead { snapshot in
                _ = try snapshot.all("INSERT INTO account (id, name, pesos) VALUES (1, 'a', 0) RETURNING id")
            }
            #expect(fault == .readOnly)
            let counted3 = try await Sample.count("account", in: database)
            #expect(counted3 == 0)
        }
    }

    @Test("an error of the reader's own code comes back unchanged and poisons nothing", arguments: Engine.available)
    func ownErrors(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            try await database.write { transaction in for id in 1...3 { try Sample.openAccount(Int64(id), transaction) } }
            await #expect(throws: Sample.Refusal(reason: "enough")) {
                try await database.read { try $0.each("SELECT id FROM account") { _ in throw Sample.Refusal(reason: "enough") } }
            }
            let count = try await database.read { snapshot in
                try? snapshot.each("SELECT id FROM account") { _ in throw Sample.Refusal(reason: "enough") }
                return try snapshot.value("SELECT COUNT(*) FROM account", as: Int.self)
            }
            #expect(count == 3)
        }
    }

    @Test("a snapshot counts the statements that it was asked", arguments: Engine.available)
    func statementCount(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let count = try await database.read { snapshot in
                _ = try snapshot.all("SELECT id FROM account")
                _ = try snapshot.first("SELECT id FROM account")
                return snapshot.statementCount
            }
            #expect(count == 2)
        }
    }
}
