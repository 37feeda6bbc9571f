import Civic
import Synchronization

/// How fast one client may go at this node: a bucket for each, filled at an even pace. In memory alone.
public final class RateLimit: Sendable {
    private struct Bucket {
        /// What it holds, in thousandths of a request.
        var level: Int64
        var at: Int64
    }

    private struct State {
        var buckets: [String: Bucket] = [:]
        var swept: Int64 = 0
    }

    private let state = Mutex(State())
    private let perMinute: Int64
    private let burst: Int64
    private let capacity: Int

    /// `burst` requests at once, `perMinute` in the long run, for at most `capacity` clients; those who come when it is full and nobody's
    /// bucket can be thrown away share one.
    public init(perMinute: Int, burst: Int, capacity: Int = 100_000) {
        self.perMinute = Int64(max(1, perMinute))
        self.burst = Int64(max(1, burst)) * 1000
        self.capacity = max(1, capacity)
    }

    /// Takes one request of a client. Throws `TooManyAttempts` when its bucket is empty.
    public func take(_ client: String, at now: Instant) throws(TooManyAttempts) {
        let wait = state.withLock { state in
            var key = Self.household(client)
            if state.buckets[key] == nil, state.buckets.count >= capacity {
                sweep(&state, now.milliseconds)
                if state.buckets.count >= capacity { key = "" }
            }
            let level = level(state.buckets[key] ?? Bucket(level: burst, at: now.milliseconds), now.milliseconds)
            guard level >= 1000 else {
                state.buckets[key] = Bucket(level: level, at: now.milliseconds)
                return Int(((1000 - level) * 60 + perMinute * 1000 - 1) / (perMinute * 1000))
            }
            state.buckets[key] = Bucket(level: level - 1000, at: now.milliseconds)
            return 0
        }
        guard wait == 0 else { throw TooManyAttempts(seconds: wait) }
    }

    /// How many clients are known now.
    var count: Int { state.withLock { $0.buckets.count } }

    /// Throws away the buckets that are full again: they say nothing. At most once a second, however many knock.
    private func sweep(_ state: inout State, _ now: Int64) {
        guard now - state.swept >= 1000 else { return }
        state.swept = now
        state.buckets = state.buckets.filter { level($0.value, now) < burst }
    }

    private func level(_ bucket: Bucket, _ now: Int64) -> Int64 {
        let passed = min(max(0, now - bucket.at), 3_600_000)
        return min(burst, bucket.level + passed * perMinute / 60)
    }

    /// One household or firm: an IPv4 address, or the network of 64 bits that IPv6 gives to each (RFC 4291 section 2.5.1).
    public static func household(_ address: String) -> String {
        guard address.contains(":") else { return address }
        let halves = address.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        let head = halves[0].split(separator: ":")
        let tail = halves.count > 1 ? halves[1].split(separator: ":").count : 0
        let zeros = halves.count > 1 ? max(0, 8 - head.count - tail) : 0
        let groups = head.map(String.init) + Array(repeating: "0", count: zeros)
        return groups.prefix(4).joined(separator: ":")
    }
}
