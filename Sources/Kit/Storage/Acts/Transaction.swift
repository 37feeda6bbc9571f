/// An act in progress. What it writes is seen by nobody until it commits, and by everybody afterwards.
public final class Transaction: Snapshot {
    /// The act's own id.
    public let act: ActID
    /// When this run of the act began: Unix milliseconds UTC, by the database's clock.
    public let now: Int64
    /// What seals the secrets that the act writes.
    public let keyring: Keyring
    private let identifiers: Identifiers
    private var announced: Set<String> = []
    private(set) var rung: Set<String> = []
    private var isEntered = false

    init(_ session: any Session, act: ActID, at now: Int64, keyring: Keyring, identifiers: Identifiers) {
        self.act = act
        self.now = now
        self.keyring = keyring
        self.identifiers = identifiers
        super.init(session)
    }

    /// Runs a statement and gives back how many rows it touched.
    @discardableResult
    public func execute(_ sql: SQL) throws -> Int {
        try attempt {
            try sql.mustBeStorable()
            return try session.execute(sql)
        }
    }

    /// Adds many rows of numbers to a table at once. They are held to the same constraints as any other row.
    public func load(_ table: StaticString, _ rows: IntegerRows) throws {
        if rows.isEmpty { return }
        try attempt { try session.load(table.description, rows) }
    }

    /// A new id: 41 bits of milliseconds since 2020, 10 of node, 12 of sequence. It waits when the clock runs back.
    public func newID() throws -> Int64 {
        try identifiers.next()
    }

    /// Waits for a row before anything about it is read, so that acts on one aggregate (a point's queue, a slot, a case) take
    /// turns. Take it first in the act.
    public func hold(_ table: StaticString, _ id: Int64) throws {
        try attempt { try session.hold(table.description, id) }
    }

    /// Takes up to `limit` rows that no other act is holding and gives back their ids, in the order asked for. Rows that
    /// another act holds are passed over, so that many workers can share one table.
    public func claim(_ limit: Int, from table: StaticString, where condition: SQL, orderedBy order: SQL) throws -> [Int64] {
        let lock: SQL = session.dialect == .postgres ? " FOR UPDATE SKIP LOCKED" : ""
        let name = SQL.composed(table.description)
        return try all("SELECT id FROM \(name) WHERE \(condition) ORDER BY \(order) LIMIT \(limit)\(lock)") { try $0.at(0) }
    }

    /// Tells local listeners after COMMIT, and other nodes soon after, that `topic` moved. Never on a rollback.
    public func announce(_ topic: String) {
        announced.insert(topic)
    }

    /// Tells local listeners after COMMIT, and nobody else: nothing is written, so that acts which ring the same topic at once don't wait
    /// for each other. For listeners who look by themselves again and again, like workers.
    public func ring(_ topic: String) {
        rung.insert(topic)
    }

    /// Writes the act's own row, unless it stands there already. What refers to the act needs it first.
    public func enter() throws {
        if isEntered { return }
        try execute("INSERT INTO act (id, at) VALUES (\(act.number), \(now))")
        isEntered = true
    }

    /// Writes what every act leaves: its own row, and the version of each topic it announced.
    func finish() throws -> [String: Int64] {
        try enter()
        for topic in announced.sorted() {
            try execute(
                """
                INSERT INTO topic (name, version) VALUES (\(topic), \(act.number))
                ON CONFLICT (name) DO UPDATE SET version = excluded.version
                """)
        }
        return Dictionary(uniqueKeysWithValues: announced.map { ($0, act.number) })
    }
}
