import Storage

/// A contact of a bulk load, in the codes of the record: it was validated before, and nobody is tied to it.
public struct SpineRow: Sendable, Hashable {
    public var at: Instant
    /// The local day of that moment, as its number.
    public var day: Int
    public var medium: Int
    public var channel: Int
    public var modality: Int
    public var deed: Int
    public var outcome: Int
    public var origin: Int
    public var point: Int64?
    public var product: Int64?
    public var agent: Int64?
    /// Whole seconds.
    public var wait: Int?
    /// Whole seconds.
    public var duration: Int?

    public init(
        at: Instant, day: Int, medium: Int, channel: Int, modality: Int, deed: Int, outcome: Int, origin: Int, point: Int64? = nil,
        product: Int64? = nil, agent: Int64? = nil, wait: Int? = nil, duration: Int? = nil
    ) {
        self.at = at
        self.day = day
        self.medium = medium
        self.channel = channel
        self.modality = modality
        self.deed = deed
        self.outcome = outcome
        self.origin = origin
        self.point = point
        self.product = product
        self.agent = agent
        self.wait = wait
        self.duration = duration
    }
}

/// The bulk path of the record: many validated contacts in one act, with one entry of the audit for all. Whoever uses it counts them in the
/// same act; they never wait in the queue of what is uncounted.
public struct BulkRecording: Sendable {
    public init() {}

    public func write(_ rows: [SpineRow], _ verb: AuditEntry.Verb, by actor: Actor, _ transaction: Transaction) throws {
        if rows.isEmpty { return }
        try transaction.enter()
        var cells = IntegerRows(
            [
                "id", "act", "at", "day", "medium", "channel", "modality", "deed", "outcome", "origin", "point", "product", "agent", "wait",
                "duration",
            ], capacity: rows.count)
        for row in rows {
            cells.add(try transaction.newID())
            cells.add(transaction.act.number)
            cells.add(row.at.milliseconds)
            for number in [row.day, row.medium, row.channel, row.modality, row.deed, row.outcome, row.origin] { cells.add(number) }
            cells.add(row.point)
            cells.add(row.product)
            cells.add(row.agent)
            cells.add(row.wait.map(Int64.init))
            cells.add(row.duration.map(Int64.init))
        }
        try transaction.load("interaction", cells)
        try transaction.record(Event(verb, object: AuditEntry.Object("contacts", Int64(rows.count))), by: actor)
    }

    /// Takes away what slows a load of many millions: the indexes of days and of agents. Nobody should be served meanwhile.
    public func dropIndexes(_ transaction: Transaction) throws {
        try BulkIndexStore().drop(transaction)
    }

    /// Makes them anew. Does nothing when they are there.
    public func makeIndexes(_ transaction: Transaction) throws {
        try BulkIndexStore().make(transaction)
    }
}
