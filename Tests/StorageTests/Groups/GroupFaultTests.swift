import StorageSQLite
import TestKit
import Testing

@testable import Storage

@Suite("SQLite: a fault in the middle of a group of acts")
struct GroupFaultTests {
    /// Leaves room for small rows and none for a large blob.
    private static func limit(_ database: Database) async throws {
        try await database.write { try $0.execute("PRAGMA max_page_count = 2000") }
    }

    @Test("the neighbours succeed, each once, and the act at fault leaves nothing", arguments: PlantedFault.allCases)
    func neighbours(_ fault: PlantedFault) async throws {
        try await Engine.sqlite.withDatabase([Sample.schema]) { database in
            try await Self.limit(database)
            var wereRunAgain = false
            for round in 0..<Int64(40) where !wereRunAgain {
                let runs = Runs()
                let ids = (1...7).map { round * 10 + $0 }
                let ends = try await database.together(
                    ids.map { id in
                        { transaction in
                            runs.count(id)
                            if id % 10 == 4 { try fault.act(id, transaction) } else { try Sample.openAccount(id, transaction) }
                            return id
                        }
                    })
                for (id, end) in zip(ids, ends) {
                    switch end {
                    case .success(let answer): #expect(answer == id && id % 10 != 4)
                    case .failure(let error): #expect(id % 10 == 4 && fault.isExpected(error), "\(id): \(error)")
                    }
                }
                let there = try await database.read { snapshot in
                    try snapshot.all("SELECT id FROM account WHERE id > \(round * 10) ORDER BY id") { try $0.at(0) as Int64 }
                }
                #expect(there == ids.filter { $0 % 10 != 4 })
                #expect(try await Sample.count("piece", in: database) == 0)
                #expect(try await Sample.count("entry", in: database) == 0)
                if fault.endsTheGroup {
                    wereRunAgain = ids.contains { $0 % 10 != 4 && runs[$0] == 2 }
                    #expect(ids.allSatisfy { runs[$0] <= 2 })
                } else {
                    #expect(ids.allSatisfy { runs[$0] == 1 }, "what rolls back its savepoint alone makes nobody run again")
                    wereRunAgain = true
                }
            }
            #expect(wereRunAgain, "in no round did the acts share a transaction")
        }
    }

    @Test("every act of the group leaves its row in the record once, however often it was run", arguments: PlantedFault.allCases)
    func record(_ fault: PlantedFault) async throws {
        try await Engine.sqlite.withDatabase([Sample.schema]) { database in
            try await Self.limit(database)
            let before = try await Sample.count("act", in: database)
            let ends = try await database.together(
                (1...7).map { id in
                    { transaction in
                        if id == 4 { try fault.act(Int64(id), transaction) } else { try Sample.openAccount(Int64(id), transaction) }
                        return transaction.act.number
                    }
                })
            let numbers = ends.compactMap { try? $0.get() }
            #expect(Set(numbers).count == 6)
            let kept = try await database.read {
                try $0.value("SELECT COUNT(*) FROM act WHERE id IN (\(list: numbers))", as: Int.self)
            }
            #expect(kept == 6)
            // The act that held the writer meanwhile is the seventh.
            #expect(try await Sample.count("act", in: database) == before + 7)
        }
    }

    @Test("when every act of a group fails, each gets a fault of its own")
    func all() async throws {
        try await Engine.sqlite.withDatabase([Sample.schema]) { database in
            try await Self.limit(database)
            let faults = PlantedFault.allCases
            let ends = try await database.together(
                faults.enumerated().map { index, fault in { try fault.act(Int64(index) + 1, $0) } })
            for (fault, end) in zip(faults, ends) {
                switch end {
                case .success: Issue.record("\(fault) was not noticed")
                case .failure(let error): #expect(fault.isExpected(error), "\(fault): \(error)")
                }
            }
            #expect(try await Sample.count("account", in: database) == 0)
        }
    }

    @Test("a full disk refuses what needs room; reads go on, and there is no restart when there is room again")
    func fullAndBack() async throws {
        try await Engine.sqlite.withDatabase([Sample.schema]) { database in
            try await database.write { try Sample.openAccount(1, $0) }
            try await Self.limit(database)
            let large = [UInt8](repeating: 7, count: 20_000_000)
            let insert: @Sendable (Transaction) throws -> Void = {
                try $0.execute("INSERT INTO piece (id, content) VALUES (1, \(large))")
            }
            for _ in 0..<3 { #expect(try await database.faultOfAct(insert) == .full) }
            #expect(try await Sample.pesos(of: 1, in: database) == 0)
            #expect(try await database.damages() == [])
            try await database.write { try $0.execute("PRAGMA max_page_count = 1000000") }
            #expect(try await database.faultOfAct(insert) == nil)
            #expect(try await database.read { try $0.value("SELECT LENGTH(content) FROM piece", as: Int.self) } == large.count)
        }
    }
}
