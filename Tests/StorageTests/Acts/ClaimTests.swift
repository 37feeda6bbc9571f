import TestKit
import Testing

@testable import Storage

@Suite("Workers share a table of tasks")
struct ClaimTests {
    @Test("many workers claim rows, and none gets a row that another has", arguments: Engine.available)
    func disjoint(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let total = Extent.of(60, long: 2_000)
            try await database.writeAlone { transaction in
                for id in 1...total { try transaction.execute("INSERT INTO task (id, done) VALUES (\(id), 0)") }
            }
            let taken = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for worker in 1...4 {
                    group.addTask {
                        var mine: [Int64] = []
                        while true {
                            let ids = try await database.write { transaction in
                                let ids = try transaction.claim(5, from: "task", where: "done = 0", orderedBy: "id")
                                try transaction.execute("UPDATE task SET done = 1, worker = \(worker) WHERE id IN (\(list: ids))")
                                return ids
                            }
                            mine += ids
                            // Empty hands may mean that others hold the rest: done is when nothing is left to do.
                            if ids.isEmpty {
                                let left = try await database.read {
                                    try $0.value("SELECT COUNT(*) FROM task WHERE done = 0", as: Int.self)
                                }
                                if left == 0 { return mine }
                            }
                        }
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(taken.count == total)
            #expect(Set(taken) == Set((1...Int64(total))))
        }
    }

    @Test("rows are claimed in the order asked for, and no more than asked", arguments: Engine.available)
    func inOrder(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let ids = try await database.write { transaction in
                try transaction.execute(
                    "INSERT INTO task (id, done, worker) VALUES (1, 0, 9), (2, 0, NULL), (3, 1, 7), (4, 0, 8), (5, 0, 7)")
                return try transaction.claim(3, from: "task", where: "done = \(0)", orderedBy: "worker NULLS LAST, id")
            }
            #expect(ids == [5, 4, 1])
        }
    }

    @Test("a claim of a refused act is free again", arguments: Engine.available)
    func freed(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            _ = try await database.write { try $0.execute("INSERT INTO task (id, done) VALUES (1, 0)") }
            await #expect(throws: Sample.Refusal.self) {
                try await database.write { transaction in
                    #expect(try transaction.claim(1, from: "task", where: "done = 0", orderedBy: "id") == [1])
                    throw Sample.Refusal(reason: "the work failed")
                }
            }
            let again = try await database.write { try $0.claim(1, from: "task", where: "done = 0", orderedBy: "id") }
            #expect(again == [1])
        }
    }
}
