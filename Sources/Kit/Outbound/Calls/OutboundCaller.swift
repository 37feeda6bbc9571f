/// Asks the systems of other institutions, within limits of time and size, again only where that is safe, and not at all while they are
/// not well.
public struct OutboundCaller: Sendable {
    /// Carries one question over and its answer back, whatever its status.
    public typealias Transport = @Sendable (OutboundCall, Limits) async throws(CallFailure) -> CallAnswer

    /// Times in milliseconds.
    public struct Limits: Sendable {
        /// For one question with its answer.
        public var patience: Int64 = 6000
        /// Before the one retry.
        public var pause: Int64 = 150
        /// Of an answer's body.
        public var mostBytes = 262_144

        public init() {}
    }

    private let limits: Limits
    private let breaker: CircuitBreaker
    private let transport: Transport
    private let now: @Sendable () -> Int64
    private let failed: @Sendable (WebAddress, CallFailure) -> Void

    /// One for each system, since it remembers how that system is. `now` is the time in milliseconds; `failed` is told of each question
    /// that was sent and came to nothing.
    public init(
        limits: Limits = Limits(), breaker: CircuitBreaker = CircuitBreaker(most: 5, pause: 20_000),
        transport: @escaping Transport = NetworkTransport.carry,
        failed: @escaping @Sendable (WebAddress, CallFailure) -> Void = { _, _ in },
        now: @escaping @Sendable () -> Int64
    ) {
        self.limits = limits
        self.breaker = breaker
        self.transport = transport
        self.failed = failed
        self.now = now
    }

    /// The answer, when it is a success.
    public func answer(to call: OutboundCall) async throws(CallFailure) -> CallAnswer {
        guard Self.isSafe(call.address) else { throw .unsafeAddress }
        do {
            return try await attempt(call)
        } catch  where error.isTheirs && call.isRepeatable {
            try? await Task.sleep(for: .milliseconds(limits.pause))
            return try await attempt(call)
        }
    }

    /// https, or this very machine: what we say to others is read by nobody on the way.
    static func isSafe(_ address: WebAddress) -> Bool {
        address.scheme == "https" || ["localhost", "127.0.0.1", "[::1]", "::1"].contains(address.host)
    }

    private func attempt(_ call: OutboundCall) async throws(CallFailure) -> CallAnswer {
        guard breaker.lets(at: now()) else { throw .down }
        switch await timed(call) {
        case .success(let answer) where (200...299).contains(answer.status):
            breaker.succeeded()
            return answer
        case .success(let answer): throw judged(.refused(answer.status), call)
        case .failure(let failure): throw judged(failure, call)
        }
    }

    private func judged(_ failure: CallFailure, _ call: OutboundCall) -> CallFailure {
        failed(call.address, failure)
        if Task.isCancelled {
            breaker.gaveUp()
        } else if failure.isTheirs {
            breaker.failed(at: now())
        } else {
            breaker.succeeded()
        }
        return failure
    }

    /// Whoever sends a byte now and then keeps nobody: what has not come in time has not come.
    private func timed(_ call: OutboundCall) async -> Result<CallAnswer, CallFailure> {
        let (limits, transport) = (limits, transport)
        return await withTaskGroup(of: Result<CallAnswer, CallFailure>.self) { group in
            group.addTask {
                do throws(CallFailure) {
                    return .success(try await transport(call, limits))
                } catch {
                    return .failure(error)
                }
            }
            group.addTask {
                try? await Task.sleep(for: .milliseconds(limits.patience))
                return .failure(.slow)
            }
            defer { group.cancelAll() }
            return await group.next() ?? .failure(.down)
        }
    }
}
