/// How somebody who was wrong is slowed down: some tries are free, then each wait is twice the one before.
struct BrakePolicy: Sendable, Hashable {
    let name: String
    let free: Int
    /// Milliseconds.
    let first: Int64
    let longest: Int64

    /// One account from one client that never got into it.
    static let pair = BrakePolicy(name: "pair", free: 5, first: 15_000, longest: 15 * 60_000)
    /// One account from all clients that never got into it.
    static let account = BrakePolicy(name: "account", free: 30, first: 5_000, longest: 5 * 60_000)
    /// One client, whatever it tries.
    static let client = BrakePolicy(name: "client", free: 40, first: 15_000, longest: 15 * 60_000)
    /// One account from a browser that got into it before.
    static let device = BrakePolicy(name: "device", free: 10, first: 15_000, longest: 15 * 60_000)
    /// The second factor of an account whose password was right.
    static let code = BrakePolicy(name: "code", free: 5, first: 15_000, longest: 15 * 60_000)

    /// How long to wait after so many tries.
    func wait(after failures: Int) -> Int64 {
        guard failures >= free else { return 0 }
        return min(longest, first << Int64(min(failures - free, 20)))
    }
}
