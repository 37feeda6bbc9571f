/// Lets a few through at a time, in order, so that many tests in parallel don't ask for more connections than a server has.
public actor Turnstile {
    static let ofPlaces = Turnstile(letting: 6)

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    public init(letting count: Int) {
        free = count
    }

    public nonisolated func passing<Answer>(_ body: () async throws -> Answer) async rethrows -> Answer {
        await enter()
        do {
            let answer = try await body()
            await leave()
            return answer
        } catch {
            await leave()
            throw error
        }
    }

    private func enter() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func leave() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
