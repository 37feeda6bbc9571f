/// How the driver uses a PostgreSQL server. Every duration bounds a wait: nothing waits for ever.
public struct PostgresSettings: Sendable {
    /// Connections for reads and acts together. A quarter of them, at least one, is kept free for either kind. Default 8.
    public var connections = 8
    /// How many reads and acts may wait for a connection; one more gets `unavailable` at once. Default 1,024.
    public var queue = 1024
    /// How long a read or an act waits for a connection that works, and how long a lost one is made again. Default 10 s.
    public var wait = Duration.seconds(10)
    /// For making one connection, per host of the URL; whole seconds, at least 2. The URL's `connect_timeout` goes first. Default 5 s.
    public var connecting = Duration.seconds(5)
    /// A statement that runs longer is cancelled: `tooLong`. Default 30 s.
    public var statement = Duration.seconds(30)
    /// The same for acts that run alone (migrations, bulk loads). Default 30 min.
    public var alone = Duration.seconds(1800)
    /// A block that leaves its transaction idle for longer loses it: `tooLong`. Default 60 s.
    public var idle = Duration.seconds(60)
    /// A statement that waits longer for a lock is given up: `busy`. Default 10 s.
    public var lock = Duration.seconds(10)
    /// What the server gets beyond its own limits to answer, before the statement is cancelled from here and, after as long
    /// again, the connection is cut. Default 2 s.
    public var grace = Duration.seconds(2)
    /// How long the outcome of a COMMIT that was not answered is looked for. Default 15 s.
    public var outcome = Duration.seconds(15)
    /// How often an act is run again when it met others (40001, 40P01), before it is `busy`. Default 20.
    public var reruns = 20
    /// Prepared statements kept per connection. Default 256.
    public var statements = 256
    /// A connection that was idle for longer is asked whether it lives before it is used. Default 5 s.
    public var check = Duration.seconds(5)
    /// How long `close` waits for work that runs. Default 10 s.
    public var closing = Duration.seconds(10)

    public init() {}
}
