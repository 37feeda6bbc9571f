/// What the product needs of an engine. StorageSQLite and StoragePostgres fill it; Tests/StorageTests holds both to the same
/// sentences. Blocks run on a thread of the driver, never on the cooperative pool.
public protocol Driver: Sendable {
    var dialect: Dialect { get }

    /// Runs a block on one unchanging snapshot and gives back what it returned.
    func read(_ work: @escaping @Sendable (any Session) throws -> any Sendable) async throws -> any Sendable

    /// Runs an act: serialisable, durable when this returns. A block that throws leaves nothing behind. The block may be run
    /// again, so it has no effect outside of the database. `alone` is for long acts (bulk loads, migrations): no group waits
    /// for them.
    func write(_ act: ActID, alone: Bool, _ work: @escaping @Sendable (any Session) throws -> Committed) async throws -> Committed

    /// Tells the other nodes that these topics moved. A hint: it may be lost, and is sent outside of any act.
    func notify(_ topics: Set<String>)

    /// Hints from other nodes, as they come in.
    func hints() -> AsyncStream<Set<String>>

    /// Throws unless the engine answers.
    func ping() async throws

    /// Faults of the stored structure itself, one sentence each; empty when it is whole.
    func damages() async throws -> [String]

    /// Ends what waits with `closed` and lets go of every connection.
    func close() async
}

/// One connection inside of a transaction, used on one thread at a time.
public protocol Session: AnyObject {
    var dialect: Dialect { get }

    /// Runs a query and hands over its rows one by one, without keeping them.
    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws

    /// Runs a statement and gives back how many rows it touched.
    func execute(_ sql: SQL) throws -> Int

    /// Adds many rows of numbers to a table, as fast as the engine can.
    func load(_ table: String, _ rows: IntegerRows) throws

    /// Waits for the row, so that acts on the same aggregate queue up instead of being run again.
    func hold(_ table: String, _ id: Int64) throws
}

/// What an act leaves when its block has returned: its answer, and what it announced.
public struct Committed: Sendable {
    public let answer: any Sendable
    /// The versions of the topics that moved.
    public let topics: [String: Int64]
    /// The topics whose listeners here are told, without a version that is kept.
    public let rings: Set<String>

    public init(answer: any Sendable, topics: [String: Int64], rings: Set<String> = []) {
        self.answer = answer
        self.topics = topics
        self.rings = rings
    }
}
