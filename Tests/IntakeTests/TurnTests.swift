import Synchronization
import Testing

@testable import Intake

@Suite("Taking turns")
struct TurnTests {
    private struct Fault: Error {}

    /// How many are inside at once.
    private final class Count: Sendable {
        private let state = Mutex((inside: 0, most: 0))

        var most: Int { state.withLock { $0.most } }

        func enter() {
            state.withLock { state in
                state.inside += 1
                state.most = max(state.most, state.inside)
            }
        }

        func leave() { state.withLock { $0.inside -= 1 } }
    }

    @Test("lets one act at a time, goes on after one that failed, and gives each its own answer")
    func oneAtATime() async throws {
        let turn = Turn()
        let count = Count()
        let answers = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<20 {
                group.addTask {
                    try await turn.take {
                        count.enter()
                        await Task.yield()
                        count.leave()
                        return number
                    }
                }
            }
            return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(answers.count == 20 && count.most == 1)
        await #expect(throws: Fault.self) { try await turn.take { throw Fault() } }
        #expect(try await turn.take { 7 } == 7)
    }
}
