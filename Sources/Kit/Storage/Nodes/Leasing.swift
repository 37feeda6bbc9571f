import Logging

extension Database {
    /// Takes a node number, which every process needs before its first act. Throws `node` when all 1,024 are held.
    public func join() async throws {
        let store = NodeStore()
        let (holder, now) = (holder, now)
        let taken = try await act(.beforeLease(), alone: false) { transaction in
            let instant = now()
            return try store.take(holder: holder, now: instant, transaction).map { ($0, instant) }
        }
        guard let (number, instant) = taken else {
            throw StorageFault(.node, "all node numbers are held: end a process, or wait half a minute")
        }
        identifiers.lease(number, until: instant + NodeStore.term)
    }

    /// Keeps the lease, follows topics and lets go of old keys, until the task is cancelled.
    public func keepAlive(_ log: Logger) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await every(.seconds(10)) {
                    try await renewNode()
                } onFault: {
                    log.error("lease: \($0)")
                }
            }
            group.addTask {
                await every(.seconds(1)) {
                    try await pollTopics()
                } onFault: {
                    log.warning("topics: \($0)")
                }
            }
            group.addTask {
                await every(.seconds(3600)) {
                    try await sweep()
                } onFault: {
                    log.warning("sweep: \($0)")
                }
            }
            group.addTask {
                for await _ in driver.hints() {
                    do { try await pollTopics() } catch { log.warning("topics: \(error)") }
                }
            }
        }
    }

    /// Reads the versions of all topics and tells listeners what has moved.
    public func pollTopics() async throws {
        announcements.deliver(try await read { try TopicStore().versions($0) })
    }

    /// How many processes hold a node number now, this one included.
    public func liveNodes() async throws -> Int {
        let now = now
        return try await read { try NodeStore().held(now: now(), $0) }
    }

    func renewNode() async throws {
        let (holder, now) = (holder, now)
        guard let number = identifiers.node else { return try await join() }
        let renewed = try await act(.beforeLease(), alone: false) { transaction in
            let instant = now()
            return try NodeStore().renew(number, holder: holder, now: instant, transaction) ? instant : nil
        }
        guard let renewed else { return try await join() }
        identifiers.lease(number, until: renewed + NodeStore.term)
    }

    func releaseNode() async {
        guard let number = identifiers.node else { return }
        let (holder, last) = (holder, identifiers.last)
        // A lease that can't be given back ends by itself with its term.
        try? await act(.beforeLease(), alone: false) { transaction in
            try NodeStore().release(number, holder: holder, last: last, transaction)
        }
    }

    private func sweep() async throws {
        let now = now
        _ = try await write { try OnceStore.sweep(before: now(), $0) }
    }

    private func every(_ pause: Duration, _ work: () async throws -> Void, onFault: (any Error) -> Void) async {
        while !Task.isCancelled {
            do { try await work() } catch { if !Task.isCancelled { onFault(error) } }
            try? await Task.sleep(for: pause)
        }
    }
}
