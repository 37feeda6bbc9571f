import TestKit
import Testing

@testable import Storage

@Suite("An act happens whole or not at all")
struct RefusalTests {
    @Test("a refused act leaves nothing behind", arguments: Engine.available)
    func refused(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let acts = try await Sample.count("act", in: database)
            await #expect(throws: Sample.Refusal(reason: "closed on Mondays")) {
                try await database.write { transaction in
                    try Sample.openAccount(1, transaction)
                    transaction.announce("accounts")
                    throw Sample.Refusal(reason: "closed on Mondays")
                }
            }
            let counted12 = try await Sample.count("account", in: database)
            #expect(counted12 == 0)
            let counted13 = try await Sample.count("act", in: database)
            #expect(counted13 == acts)
            let counted14 = try await Sample.count("topic", in: database)
            #expect(counted14 == 0)
        }
    }

    @Test("a constraint of the schema refuses the act, and the next one goes on", arguments: Engine.available)
    func constraints(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            try await database.write { try Sample.openAccount(1, $0) }
            #expect(try await database.faultOfAct { try Sample.openAccount(1, $0) } == .constraint)
            #expect(try await database.faultOfAct { try $0.execute("UPDATE account SET pesos = -1") } == .constraint)
            #expect(
                try await database.faultOfAct { try $0.execute("INSERT INTO entry (id, account, pesos) VALUES (1, 99, 0)") } == .constraint)
            #expect(try await database.faultOfAct { try $0.execute("INSERT INTO account (id, pesos) VALUES (5, 0)") } == .constraint)
            #expect(
                try await database.faultOfAct { try $0.execute("INSERT INTO account (id, name, pesos) SELECT 6, name, 0 FROM account") }
                    == .constraint)
            try await database.write { try Sample.openAccount(2, $0) }
            let counted15 = try await Sample.count("account", in: database)
            #expect(counted15 == 2)
        }
    }

    @Test("a failed statement poisons its act even when the block catches it", arguments: Engine.available)
    func poison(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let fault = try await database.faultOfAct { transaction in
                try Sample.openAccount(1, transaction)
                try? Sample.openAccount(1, transaction)
            }
            #expect(fault == .constraint)
            let counted16 = try await Sample.count("account", in: database)
            #expect(counted16 == 0)
        }
    }

    @Test("after a failed statement every other is refused", arguments: Engine.available)
    func poisoned(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let inAct = try await database.faultOfAct { transaction in
                _ = try? transaction.execute("SELECT nothing FROM nowhere")
                #expect(throws: StorageFault.self) { try Sample.openAccount(2, transaction) }
                do { try transaction.execute("SELECT 1") } catch { #expect((error as? StorageFault)?.kind == .poisoned) }
            }
            let inRead = try await database.faultOfRead { snapshot in
                _ = try? snapshot.all("SELECT nothing FROM nowhere")
                do { _ = try snapshot.all("SELECT 1") } catch { #expect((error as? StorageFault)?.kind == .poisoned) }
            }
            #expect(inAct == .statement)
            #expect(inRead == .statement)
            let counted17 = try await Sample.count("account", in: database)
            #expect(counted17 == 0)
        }
    }

    @Test("an act can't begin or end transactions of its own", arguments: Engine.available)
    func control(_ engine: Engine) async throws {
        let words: [SQL] = ["COMMIT", " rollback", "\n  END", "BEGIN", "SAVEPOINT a", "RELEASE act", "START TRANSACTION", "Abort"]
        try await engine.withDatabase([Sample.schema]) { database in
            for word in words {
                let fault = try await database.faultOfAct { transaction in
                    try Sample.openAccount(1, transaction)
                    try transaction.execute(word)
                }
                #expect(fault == .statement, "\(word)")
                #expect(try await database.faultOfRead { _ = try $0.all(word) } == .statement)
            }
            let count = try await Sample.count("account", in: database)
            #expect(count == 0)
        }
    }

    @Test("an expected conflict is nothing returned, and the act goes on", arguments: Engine.available)
    func expectedConflict(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let answers = try await database.write { transaction in
                try Sample.openAccount(1, transaction)
                let insert: SQL = "INSERT INTO account (id, name, pesos) VALUES (1, 'otra', 0) ON CONFLICT DO NOTHING RETURNING id"
                let conflict = try transaction.first(insert)
                try Sample.openAccount(2, transaction)
                let fresh = try transaction.first(
                    "INSERT INTO account (id, name, pesos) VALUES (3, 'otra', 0) ON CONFLICT DO NOTHING RETURNING id")
                return (conflict == nil, try fresh?["id"] as Int64?)
            }
            #expect(answers == (true, 3))
            let counted18 = try await Sample.count("account", in: database)
            #expect(counted18 == 3)
        }
    }

    @Test("a fault never repeats a value that somebody typed", arguments: Engine.available)
    func faultsKeepQuiet(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let name = World.Citizen.name
            let insert: @Sendable (Transaction) throws -> Void = {
                try $0.execute("INSERT INTO account (id, name, pesos) VALUES (\($0.newID()), \(name), 0)")
            }
            try await database.write(insert)
            do {
                try await database.write(insert)
                Issue.record("a name stands there twice")
            } catch let fault as StorageFault {
                #expect(!"\(fault)".contains(name))
                #expect("\(fault)".contains("account"))
            }
        }
    }

    @Test("an act says how many rows it touched", arguments: Engine.available)
    func touched(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let counts = try await database.write { transaction in
                for id in 1...3 { try Sample.openAccount(Int64(id), transaction) }
                return [
                    try transaction.execute("UPDATE account SET pesos = 5 WHERE id > 1"),
                    try transaction.execute("UPDATE account SET pesos = 5 WHERE id > 9"),
                    try transaction.execute("DELETE FROM account"),
                ]
            }
            #expect(counts == [2, 0, 3])
        }
    }

    @Test("every act has an id of its own in the record of acts", arguments: Engine.available)
    func actIDs(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let ids = try await withThrowingTaskGroup(of: Int64.self) { group in
                for _ in 0..<60 { group.addTask { try await database.write { $0.act.number } } }
                return try await group.reduce(into: Set<Int64>()) { $0.insert($1) }
            }
            let kept = try await database.read { snapshot in
                try snapshot.value("SELECT COUNT(*) FROM act WHERE id IN (\(list: Array(ids)))", as: Int.self)
            }
            #expect(ids.count == 60)
            #expect(kept == 60)
        }
    }

    @Test("an act whose caller was cancelled before it began never begins", arguments: Engine.available)
    func cancelledBefore(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                try await database.write { try Sample.openAccount(1, $0) }
            }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            let counted19 = try await Sample.count("account", in: database)
            #expect(counted19 == 0)
        }
    }
}
