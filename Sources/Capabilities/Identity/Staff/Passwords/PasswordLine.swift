import Civic
import Dispatch
import Synchronization

/// Where passwords are worked on: one after the other, on a thread of their own, so that those who sign in at once take neither the
/// memory nor the threads of everybody else. When too many wait, the next one is told to come back.
public final class PasswordLine: Sendable {
    private let queue = DispatchQueue(label: "passwords")
    private let waiting = Mutex(0)
    private let most: Int
    let work: PasswordWork

    public init(_ work: PasswordWork = .standard, most: Int = 40) {
        self.work = work
        self.most = most
    }

    /// A new hash of a password.
    func hash(_ password: String) async throws -> PasswordHash {
        let work = work
        return try await inLine { try PasswordHash(of: password, salt: PasswordHash.newSalt(), work: work) }
    }

    /// Whether it is the password that was stored. Without one the same work is done for nothing, so that nobody can tell by the time.
    func verify(_ password: String, against stored: PasswordHash?) async throws -> Bool {
        let (salt, work) = (stored?.salt ?? PasswordHash.newSalt(), stored?.work ?? work)
        let typed = try await inLine { try PasswordHash(of: password, salt: salt, work: work) }
        return stored?.holds(typed.hash) ?? false
    }

    private func inLine<Answer: Sendable>(_ body: @escaping @Sendable () throws -> Answer) async throws -> Answer {
        let isFree = waiting.withLock { count in
            if count >= most { return false }
            count += 1
            return true
        }
        guard isFree else { throw TooManyAttempts(seconds: 10) }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body() }) }
        }
    }
}
