import TestKit
import Testing

@testable import Storage
@testable import StorageProbe

@Suite("Several processes on one place")
struct ProcessTests {
    @Test("two that write at the same time lose nothing and wait for each other", arguments: Engine.available)
    func write(_ engine: Engine) async throws {
        try await engine.withPlace { place in
            let count = Extent.of(60, long: 2_000)
            try await place.withDatabase([ProbeSchema.marks]) { database in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        let said = try await Probe.run(["write", place.address, "\(count)"])
                        #expect(said.filter { $0.hasPrefix("ack ") }.count == count)
                    }
                    group.addTask {
                        for number in 0..<count {
                            try await database.write { transaction in
                                try transaction.execute(
                                    "INSERT INTO mark (id, word) VALUES (\(transaction.newID()), \("here \(number)"))")
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                #expect(try await Sample.count("mark", in: database) == 2 * count)
                #expect(try await database.damages() == [])
            }
        }
    }

    @Test("another process has a number of its own, and gives it back at its end", arguments: Engine.available)
    func nodes(_ engine: Engine) async throws {
        try await engine.withPlace { place in
            try await place.withDatabase { database in
                let first = try #require(database.identifiers.node)
                let said = try await Probe.run(["join", place.address])
                #expect(said.count == 1)
                #expect(said.first != "node \(first)")
                #expect(try await database.liveNodes() == 1)
            }
        }
    }
}
