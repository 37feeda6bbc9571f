import Storage
import TestKit
import Testing

extension Database {
    /// Runs acts that all wait while another one holds the writer, so that on SQLite they share a commit if the machine is not
    /// too busy for it. Gives back how each ended, in the order given.
    func together<Answer: Sendable>(
        _ acts: [@Sendable (Transaction) throws -> Answer], whenAnswered: @escaping @Sendable () -> Void = {}
    ) async throws -> [Result<Answer, any Error>] {
        let gate = Gate()
        let first = Task { try await self.write { _ in gate.pass() } }
        #expect(await eventually { gate.isReached })
        let ends = await withTaskGroup(of: (Int, Result<Answer, any Error>).self) { group in
            for (index, act) in acts.enumerated() {
                group.addTask {
                    defer { whenAnswered() }
                    do { return (index, .success(try await self.write(act))) } catch { return (index, .failure(error)) }
                }
            }
            try? await Task.sleep(for: .milliseconds(20))
            gate.open()
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        try await first.value
        return acts.indices.compactMap { ends[$0] }
    }
}
