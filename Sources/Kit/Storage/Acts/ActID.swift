/// The id of an act, made before it starts and unique in the record of acts. It tells after a lost connection whether the act
/// was committed.
public struct ActID: Sendable, Hashable {
    public let number: Int64

    public init(_ number: Int64) {
        self.number = number
    }

    /// For acts before a node number is held (taking the lease itself): negative, so that it never meets an ordinary id.
    static func beforeLease() -> ActID {
        ActID(Int64.random(in: Int64.min + 1 ... -1))
    }
}
