import Foundation

/// The one door to the data: `read` for a snapshot, `write` for an act. Both engines behave alike.
public struct Database: Sendable {
    let driver: any Driver
    let keyring: Keyring
    let now: @Sendable () -> Int64
    let identifiers: Identifiers
    let announcements = Announcements()
    /// Tells this process from others that held the same node number.
    let holder: [UInt8] = (0..<16).map { _ in UInt8.random(in: 0...255) }

    /// `now` gives Unix milliseconds, UTC.
    public init(_ driver: any Driver, keyring: Keyring, now: @escaping @Sendable () -> Int64 = Database.systemNow) {
        self.driver = driver
        self.keyring = keyring
        self.now = now
        identifiers = Identifiers(now: now)
    }

    /// Unix milliseconds of the machine's clock.
    public static let systemNow: @Sendable () -> Int64 = {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    public var dialect: Dialect { driver.dialect }

    /// Reads on one unchanging snapshot and gives back what the block returned.
    public func read<Answer: Sendable>(_ block: @escaping @Sendable (Snapshot) throws -> Answer) async throws -> Answer {
        let answer = try await driver.read { session in
            let snapshot = Snapshot(session)
            let answer = try block(snapshot)
            try snapshot.mustBeWhole()
            return answer
        }
        return answer as! Answer  // swift-format-ignore: NeverForceUnwrap
    }

    /// One act: serialisable, and durable when this returns. A refusal thrown by the block comes back unchanged and leaves
    /// nothing behind; a `StorageFault` says what the engine could not do.
    @discardableResult
    public func write<Answer: Sendable>(_ block: @escaping @Sendable (Transaction) throws -> Answer) async throws -> Answer {
        try await act(newAct(), alone: false, block)
    }

    /// An act that takes long (a bulk load, a migration): no group of acts waits for it to share its commit.
    @discardableResult
    public func writeAlone<Answer: Sendable>(_ block: @escaping @Sendable (Transaction) throws -> Answer) async throws -> Answer {
        try await act(newAct(), alone: true, block)
    }

    /// An act that happens once per key. Bringing the key again, even at the same moment, gives the first answer; a refused act
    /// leaves the key free.
    @discardableResult
    public func write<Answer: Codable & Sendable>(
        once key: OnceKey, _ block: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        let store = OnceStore(keyring: keyring)
        return try await write { transaction in
            if let first = try store.claim(key, transaction) {
                return try JSONDecoder().decode([Answer].self, from: Data(first))[0]
            }
            let answer = try block(transaction)
            try store.keep(Array(try JSONEncoder().encode([answer])), for: key, transaction)
            return answer
        }
    }

    /// Versions of a topic, each time that it moves here or on another node. Take it as a hint, and read again.
    public func listen(_ topic: String) -> AsyncStream<Int64> {
        announcements.listen(topic)
    }

    /// Throws unless the engine answers and this process may write.
    public func ping() async throws {
        try await driver.ping()
    }

    /// Faults of the stored structure, one sentence each; empty when it is whole.
    public func damages() async throws -> [String] {
        try await driver.damages()
    }

    /// Ends the lease and every connection. Acts that wait get `closed`.
    public func close() async {
        await releaseNode()
        announcements.finish()
        await driver.close()
    }

    /// An id for an act. A lease that ran out while the disk was full or the machine slept is taken again first.
    private func newAct() async throws -> ActID {
        do {
            return try await identifiers.nextAct()
        } catch let fault as StorageFault where fault.kind == .node && identifiers.node != nil {
            try await renewNode()
            return try await identifiers.nextAct()
        }
    }

    func act<Answer: Sendable>(
        _ act: ActID, alone: Bool, _ block: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        try Task.checkCancellation()
        let (identifiers, now, keyring) = (identifiers, now, keyring)
        let committed = try await driver.write(act, alone: alone) { session in
            let transaction = Transaction(session, act: act, at: now(), keyring: keyring, identifiers: identifiers)
            let answer = try block(transaction)
            try transaction.mustBeWhole()
            return Committed(answer: answer, topics: try transaction.finish(), rings: transaction.rung)
        }
        if !committed.topics.isEmpty {
            announcements.deliver(committed.topics)
            driver.notify(Set(committed.topics.keys))
        }
        if !committed.rings.isEmpty {
            announcements.deliver(Dictionary(uniqueKeysWithValues: committed.rings.map { ($0, act.number) }))
        }
        return committed.answer as! Answer  // swift-format-ignore: NeverForceUnwrap
    }
}
