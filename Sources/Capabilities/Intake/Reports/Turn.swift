/// One after the other, in the order in which they came: for acts that would only meet each other.
actor Turn {
    private var last: Task<Void, Never>?

    func take<Answer: Sendable>(_ work: @escaping @Sendable () async throws -> Answer) async throws -> Answer {
        let before = last
        let mine = Task {
            await before?.value
            return try await work()
        }
        last = Task { _ = try? await mine.value }
        return try await mine.value
    }
}
