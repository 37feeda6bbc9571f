import Storage

/// How often one may try something within a window, counted in the database, so that it holds for all servers together and after a restart.
public struct AttemptLimit: Sendable {
    public let name: String
    public let most: Int
    /// Milliseconds from the first attempt.
    public let window: Int64

    public init(_ name: StaticString, most: Int, window: Int64) {
        self.name = name.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        self.most = max(1, most)
        self.window = max(1, window)
    }
}

/// Where attempts are counted.
public struct AttemptDesk: Sendable {
    private let database: Database
    private let keyring: Keyring
    private let store = AttemptStore()

    public init(_ database: Database, keyring: Keyring) {
        self.database = database
        self.keyring = keyring
    }

    /// Counts an attempt of whoever `key` names (a number, an address: only its digest is kept). It is an act of its own, so that it counts
    /// even when what is tried is refused. Throws `TooManyAttempts` beyond the limit.
    public func take(_ limit: AttemptLimit, of key: String) async throws {
        let digest = digest(limit, key)
        let (count, until, now) = try await database.write { transaction in
            let counted = try store.count(digest, window: limit.window, transaction)
            return (counted.count, counted.until, transaction.now)
        }
        guard count <= limit.most else { throw TooManyAttempts(seconds: Int((until - now + 999) / 1000)) }
    }

    /// Forgets the attempts of a key: it succeeded.
    public func forget(_ limit: AttemptLimit, of key: String) async throws {
        let digest = digest(limit, key)
        try await database.write { try store.forget(digest, $0) }
    }

    /// Throws away what no longer counts, and gives back how many rows.
    @discardableResult
    public func sweep() async throws -> Int { try await database.write { try store.sweep($0) } }

    private func digest(_ limit: AttemptLimit, _ key: String) -> [UInt8] {
        keyring.lookup("\(limit.name)\u{0}\(key)", in: "attempt.digest")
    }
}

/// Too often in too short a time.
public struct TooManyAttempts: Refusal {
    /// How long to wait.
    public let seconds: Int

    public init(seconds: Int) {
        self.seconds = max(1, seconds)
    }

    public var kind: RefusalKind { .tooMany }
    public var title: TextKey { "error.tooMany.title" }
    public var advice: TextKey { "error.tooMany.advice" }
}
