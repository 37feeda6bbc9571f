import Civic
@_spi(Disclosure) import Storage

/// Mergers asked for, and what came meanwhile.
struct UnionStore: Sendable {
    let keyring: Keyring

    func insert(
        _ kind: MergerRequest.Kind, _ merged: PersonID, _ kept: PersonID, merger: Int64?, _ staff: Int64, _ reason: String,
        _ transaction: Transaction
    ) throws -> Int64 {
        let id = try transaction.newID()
        let sealed = try keyring.seal(reason, at: Cell(table: "merger_request", column: "reason", row: id))
        try transaction.execute(
            """
            INSERT INTO merger_request (id, kind, merged, kept, merger, proposer, reason, asked)
            VALUES (\(id), \(kind.rawValue), \(merged), \(kept), \(merger), \(staff), \(sealed), \(transaction.now))
            """)
        return id
    }

    /// False when it was decided already.
    func decide(_ id: Int64, _ staff: Int64, isDone: Bool, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE merger_request SET decider = \(staff), decided = \(transaction.now), outcome = \(isDone ? "done" : "refused")
            WHERE id = \(id) AND outcome IS NULL
            """) == 1
    }

    func open(_ kind: MergerRequest.Kind, _ merged: PersonID, _ kept: PersonID, _ snapshot: Snapshot) throws -> Int64? {
        try snapshot.value(
            """
            SELECT id FROM merger_request
            WHERE kind = \(kind.rawValue) AND merged = \(merged) AND kept = \(kept) AND outcome IS NULL
            """)
    }

    func request(_ id: Int64, _ snapshot: Snapshot) throws -> MergerRequest? {
        try snapshot.first("SELECT \(Self.columns) FROM merger_request WHERE id = \(id) AND outcome IS NULL").map(request)
    }

    /// Opens the reasons: they are read by whoever may decide.
    func requests(_ snapshot: Snapshot) throws -> [(request: MergerRequest, reason: String)] {
        try snapshot.all("SELECT \(Self.columns), reason FROM merger_request WHERE outcome IS NULL ORDER BY id LIMIT 100") { row in
            (
                try request(row), try Sealed(row, "reason", of: "merger_request", id: try row["id"]).open(with: keyring)
            )
        }
    }

    func insert(_ kind: Remainder.Kind, _ reference: Int64, _ merger: Merger, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO merger_allotment (id, merger, kept, merged, kind, reference)
            VALUES (\(try transaction.newID()), \(merger.id), \(merger.kept), \(merger.merged), \(kind.rawValue), \(reference))
            """)
    }

    /// False when it was allotted already.
    func allot(_ id: Int64, _ owner: Remainder.Owner, _ staff: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE merger_allotment SET owner = \(owner.rawValue), staff = \(staff), at = \(transaction.now)
            WHERE id = \(id) AND owner IS NULL
            """) == 1
    }

    func remainder(_ id: Int64, _ snapshot: Snapshot) throws -> Remainder? { try remainders("id = \(id)", snapshot).first }

    func remainders(_ snapshot: Snapshot) throws -> [Remainder] { try remainders("1 = 1", snapshot) }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        let requests = try transaction.execute("DELETE FROM merger_request WHERE merged = \(person) OR kept = \(person)")
        return try requests + transaction.execute("DELETE FROM merger_allotment WHERE merged = \(person) OR kept = \(person)")
    }

    private func remainders(_ condition: SQL, _ snapshot: Snapshot) throws -> [Remainder] {
        try snapshot.all(
            """
            SELECT id, merger, merged, kept, kind, reference FROM merger_allotment
            WHERE owner IS NULL AND \(condition) ORDER BY merger, id LIMIT 500
            """
        ) { row in
            guard let kind = Remainder.Kind(rawValue: try row["kind"]) else {
                throw StorageFault(.shape, "merger_allotment holds a kind that this program does not know")
            }
            return Remainder(
                id: try row["id"], merger: try row["merger"], merged: PersonID(try row["merged"]), kept: PersonID(try row["kept"]),
                kind: kind, reference: try row["reference"])
        }
    }

    private func request(_ row: Row) throws -> MergerRequest {
        guard let kind = MergerRequest.Kind(rawValue: try row["kind"]) else {
            throw StorageFault(.shape, "merger_request holds a kind that this program does not know")
        }
        return MergerRequest(
            id: try row["id"], kind: kind, merged: PersonID(try row["merged"]), kept: PersonID(try row["kept"]), merger: try row["merger"],
            proposer: try row["proposer"], asked: Instant(milliseconds: try row["asked"]))
    }

    private static let columns: SQL = "id, kind, merged, kept, merger, proposer, asked"
}
