import Storage

/// The spine as it is counted: contacts without anybody in them, and the queue of those that nobody has counted yet.
public struct SpineCountStore: Sendable {
    public init() {}

    /// A row that waits to be counted, and the row in whose place it stands.
    public struct Waiting: Sendable {
        public let id: Int64
        public let corrects: Int64?
    }

    /// Up to `limit` rows that are not counted yet. A correction brings what it corrects, when that waits too.
    public func take(_ limit: Int, _ transaction: Transaction) throws -> [Waiting] {
        try with(try transaction.claim(limit, from: "uncounted", where: "id > 0", orderedBy: "id"), transaction)
    }

    /// These rows, out of the queue, with what they correct as far as that waits.
    public func with(_ ids: [Int64], _ transaction: Transaction) throws -> [Waiting] {
        var taken = ids
        var found: [Waiting] = []
        while !taken.isEmpty {
            let rows = try transaction.all("SELECT id, corrects FROM interaction WHERE id IN (\(list: taken))") {
                Waiting(id: try $0["id"], corrects: try $0["corrects"])
            }
            try transaction.execute("DELETE FROM uncounted WHERE id IN (\(list: taken))")
            found += rows
            let before = rows.compactMap(\.corrects)
            taken = before.isEmpty ? [] : try transaction.all("SELECT id FROM uncounted WHERE id IN (\(list: before))") { try $0["id"] }
        }
        return found
    }

    /// What the rows with these ids say.
    public func facts(_ ids: [Int64], _ snapshot: Snapshot) throws -> [Int64: SpineFact] {
        var facts: [Int64: SpineFact] = [:]
        for start in stride(from: 0, to: ids.count, by: 500) {
            let some = ids[start..<min(start + 500, ids.count)]
            try snapshot.each("SELECT \(Self.columns) FROM interaction i WHERE i.id IN (\(list: Array(some)))") { row in
                facts[try row.at(11)] = try Self.fact(row)
            }
        }
        return facts
    }

    /// Every contact of some days, as its last correction says.
    public func each(from first: Int, to last: Int, _ snapshot: Snapshot, _ body: (SpineFact) throws -> Void) throws {
        try snapshot.each(
            """
            SELECT \(Self.columns) FROM interaction i WHERE i.day BETWEEN \(first) AND \(last)
                AND NOT EXISTS (SELECT 1 FROM interaction later WHERE later.corrects = i.id)
            """
        ) { try body(Self.fact($0)) }
    }

    /// The first and the last day of the spine; nil when it is empty.
    public func extent(_ snapshot: Snapshot) throws -> (first: Int, last: Int)? {
        guard let first: Int = try snapshot.value("SELECT day FROM interaction ORDER BY day LIMIT 1"),
            let last: Int = try snapshot.value("SELECT day FROM interaction ORDER BY day DESC LIMIT 1")
        else { return nil }
        return (first, last)
    }

    /// Whether anything waits to be counted.
    public func isWaiting(_ snapshot: Snapshot) throws -> Bool {
        try snapshot.first("SELECT id FROM uncounted LIMIT 1") != nil
    }

    /// All that waits to be counted.
    public func waiting(_ snapshot: Snapshot) throws -> [Waiting] {
        try snapshot.all("SELECT i.id AS id, i.corrects AS corrects FROM uncounted u JOIN interaction i ON i.id = u.id") {
            Waiting(id: try $0["id"], corrects: try $0["corrects"])
        }
    }

    private static let columns: SQL = """
        i.at, i.day, i.channel, i.modality, COALESCE(i.corrected_deed, i.deed) AS deed, i.outcome, i.point, i.product, i.wait, i.duration,
            i.origin, i.id
        """

    private static func fact(_ row: Row) throws -> SpineFact {
        SpineFact(
            at: try row.at(0), day: try row.at(1), channel: try row.at(2), modality: try row.at(3), deed: try row.at(4),
            outcome: try row.at(5), point: try row.at(6), product: try row.at(7), wait: try row.at(8), duration: try row.at(9),
            origin: try row.at(10))
    }
}
