import Foundation
import StorageSQLite
import Synchronization
import TestKit
import Testing

@testable import Storage

@Suite("SQLite: how acts share a commit")
struct GroupBoundsTests {
    /// Runs acts that came together; the one that is run as number `stop` waits until so many others were answered, or until it
    /// is plain that they are not. Gives back how many were answered before it ended.
    private func answered(
        _ count: Int, stoppingAt stop: Int, until enough: Int, in database: Database, _ body: @escaping @Sendable () -> Void = {}
    ) async throws -> Int {
        let (gate, runs, answers) = (Gate(), Tally(), Tally())
        let observer = Task {
            _ = await eventually { gate.isReached }
            _ = await eventually(within: .seconds(2)) { answers.value >= enough }
            defer { gate.open() }
            return answers.value
        }
        let acts = (0..<count).map { _ in
            { @Sendable (_: Transaction) in
                runs.add()
                if runs.value == stop { gate.pass() } else { body() }
            }
        }
        _ = try await database.together(acts, whenAnswered: { answers.add() })
        #expect(answers.value == count)
        return await observer.value
    }

    @Test("a group closes at 64 acts: the sixty-fifth never keeps the first one waiting")
    func atSixtyFour() async throws {
        try await Engine.sqlite.withDatabase { database async throws in
            for _ in 0..<Extent.of(5, long: 40) {  // the clock stands still, and a millisecond has 4,096 ids
                let meanwhile = try await answered(90, stoppingAt: 65, until: 1, in: database)
                #expect((1...64).contains(meanwhile))
            }
        }
    }

    @Test("a group closes after 5 milliseconds: of twelve acts that take 2 each, at least six are answered before the last")
    func afterFiveMilliseconds() async throws {
        try await Engine.sqlite.withDatabase { database async throws in
            let meanwhile = try await answered(12, stoppingAt: 12, until: 6, in: database) { usleep(2_000) }
            #expect(meanwhile >= 6)
        }
    }

    @Test("every result, value or refusal, is delivered only after COMMIT")
    func afterCommit() async throws {
        try await Engine.sqlite.withDatabase([Sample.schema]) { database in
            var wasSeen = false
            for round in 0..<Int64(200) where !wasSeen {
                let (gate, answers) = (Gate(), Tally())
                let runs = Order<Int>()
                let acts: [@Sendable (Transaction) throws -> Void] = [
                    { try Sample.openAccount(round, $0) },
                    { _ in throw Sample.Refusal(reason: "planted") },
                    { try $0.execute("UPDATE account SET pesos = -1") },
                    { _ in gate.pass() },
                ]
                let noted = acts.enumerated().map { index, act in
                    { @Sendable (transaction: Transaction) in
                        runs.append(index)
                        try act(transaction)
                    }
                }
                async let ends = database.together(noted, whenAnswered: { answers.add() })
                #expect(await eventually { gate.isReached })
                try await Task.sleep(for: .milliseconds(30))
                // The order is the machine's. What ran after a row that is not yet committed shares its transaction.
                let order = runs.all
                let isCommitted = try await Sample.pesos(of: round, in: database) != nil
                if order.first == 0 && order.count == 4 && !isCommitted {
                    #expect(answers.value == 0)
                    wasSeen = true
                }
                gate.open()
                #expect(try await ends.count == 4)
                #expect(answers.value == 4)
                #expect(try await Sample.pesos(of: round, in: database) == 0)
            }
            #expect(wasSeen, "in no round did all four wait for their COMMIT")
        }
    }

    @Test("a long act runs alone: who came before is answered before it, who comes later waits")
    func alone() async throws {
        try await Engine.sqlite.withDatabase([Sample.schema]) { database in
            let (first, long) = (Gate(), Gate())
            async let holding: Void = database.write { _ in first.pass() }
            #expect(await eventually { first.isReached })
            async let before: Void = database.write { try Sample.openAccount(1, $0) }
            try await Task.sleep(for: .milliseconds(20))
            async let alone: Void = database.writeAlone { transaction in
                try Sample.openAccount(2, transaction)
                long.pass()
            }
            try await Task.sleep(for: .milliseconds(20))
            async let after: Void = database.write { try Sample.openAccount(3, $0) }
            try await Task.sleep(for: .milliseconds(20))
            first.open()
            try await holding
            try await before
            #expect(await eventually { long.isReached })
            #expect(try await Sample.ids("account", in: database) == [1])
            long.open()
            try await alone
            try await after
            #expect(try await Sample.count("account", in: database) == 3)
        }
    }
}
