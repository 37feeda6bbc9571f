/// How the embedded engine is run.
public struct SQLiteSettings: Sendable {
    /// Connections that read at the same time.
    public var readers: Int
    /// How long an act waits for another process that is writing, in seconds.
    public var busySeconds: Double
    /// false skips every fsync: only to show in a test that durability is lost without it.
    public var isDurable: Bool

    public init(readers: Int = 4, busySeconds: Double = 10, isDurable: Bool = true) {
        self.readers = readers
        self.busySeconds = busySeconds
        self.isDurable = isDurable
    }
}
