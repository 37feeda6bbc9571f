import TestKit
import Testing

@testable import Storage

@Suite("Acts that run beside each other")
struct NeighbourTests {
    @Test("a fault of one leaves the others alone", arguments: Engine.available, PlantedFault.ofBoth)
    func alone(_ engine: Engine, _ fault: PlantedFault) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let ends = try await database.together(
                (1...9).map { id in
                    { @Sendable transaction in
                        if id.isMultiple(of: 3) {
                            try fault.act(Int64(id), transaction)
                        } else {
                            try Sample.openAccount(Int64(id), transaction)
                        }
                        return id
                    }
                })
            #expect(ends.compactMap { try? $0.get() } == [1, 2, 4, 5, 7, 8])
            for case .failure(let error) in ends { #expect(fault.isExpected(error), "\(error)") }
            #expect(try await Sample.ids("account", in: database) == [1, 2, 4, 5, 7, 8])
        }
    }

    @Test("blocks that take long keep no thread from the rest of the program", arguments: Engine.available)
    func threads(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let gates = (0..<4).map { _ in Gate() }
            let blocks = gates.enumerated().map { index, gate in
                Task {
                    if index == 0 {
                        try await database.write { _ in gate.pass() }
                    } else {
                        try await database.read { _ in gate.pass() }
                    }
                }
            }
            #expect(await eventually { gates.allSatisfy(\.isReached) })
            // More tasks than the program has threads, each of which needs one.
            let sum = await withTaskGroup(of: Int.self) { group in
                for number in 1...100 {
                    group.addTask {
                        await Task.yield()
                        return number
                    }
                }
                return await group.reduce(0, +)
            }
            #expect(sum == 5050)
            for gate in gates { gate.open() }
            for block in blocks { try await block.value }
        }
    }
}
