import Civic
import Storage

/// The rows of shifts, and of what was done in them.
struct ShiftStore: Sendable {
    /// nil when somebody else is at the window.
    func open(_ place: ShiftPlace, of staff: Int64, _ transaction: Transaction) throws -> Int64? {
        let id = try transaction.newID()
        let made: Int64? = try transaction.value(
            """
            INSERT INTO station_shift (id, staff, point, place, channel, began)
            VALUES (\(id), \(staff), \(place.point), \(place.window), \(place.channel.number), \(transaction.now))
            ON CONFLICT DO NOTHING RETURNING id
            """)
        if made != nil { try begin(.available, nil, in: id, transaction) }
        return made
    }

    func begin(_ state: Spell.State, _ pause: String?, in shift: Int64, _ transaction: Transaction) throws {
        try endSpell(of: shift, at: transaction.now, transaction)
        try transaction.execute(
            """
            INSERT INTO station_spell (id, shift, state, pause, began)
            VALUES (\(try transaction.newID()), \(shift), \(state.rawValue), \(pause), \(transaction.now))
            """)
    }

    func end(_ shift: Int64, at moment: Int64, _ transaction: Transaction) throws {
        try endSpell(of: shift, at: moment, transaction)
        try transaction.execute("UPDATE station_shift SET ended = \(moment) WHERE id = \(shift) AND ended IS NULL")
    }

    private func endSpell(of shift: Int64, at moment: Int64, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE station_spell SET ended = CASE WHEN began > \(moment) THEN began ELSE \(moment) END
            WHERE shift = \(shift) AND ended IS NULL
            """)
    }

    func open(of staff: Int64, _ snapshot: Snapshot) throws -> Shift? {
        try snapshot.first("SELECT \(Self.columns) FROM station_shift WHERE staff = \(staff) AND ended IS NULL").map(Self.shift)
    }

    /// Every one that nobody closed.
    func open(_ snapshot: Snapshot) throws -> [Shift] {
        try snapshot.all("SELECT \(Self.columns) FROM station_shift WHERE ended IS NULL ORDER BY point, place, id", Self.shift)
    }

    func shift(_ id: Int64, _ snapshot: Snapshot) throws -> Shift? {
        try snapshot.first("SELECT \(Self.columns) FROM station_shift WHERE id = \(id)").map(Self.shift)
    }

    /// Those of somebody that began since, the newest first.
    func all(of staff: Int64, since: Instant, _ snapshot: Snapshot) throws -> [Shift] {
        try snapshot.all(
            """
            SELECT \(Self.columns) FROM station_shift WHERE staff = \(staff) AND began >= \(since.milliseconds)
            ORDER BY began DESC, id DESC LIMIT 400
            """, Self.shift)
    }

    /// Who was at which point since a moment.
    func staff(since: Instant, _ snapshot: Snapshot) throws -> [(staff: Int64, point: Int64?)] {
        try snapshot.all("SELECT DISTINCT staff, point FROM station_shift WHERE began >= \(since.milliseconds)") {
            (try $0["staff"], try $0["point"])
        }
    }

    /// Forgets the shifts that began before a moment, and all that hangs on them. Gives back how many.
    func sweep(beganBefore moment: Int64, _ transaction: Transaction) throws -> Int {
        try transaction.execute(
            "DELETE FROM quality_mark WHERE review IN (SELECT id FROM quality_review WHERE drawn < \(moment))")
        try transaction.execute("DELETE FROM quality_review WHERE drawn < \(moment)")
        for table: SQL in ["shift_contest", "station_alarm", "station_spell"] {
            try transaction.execute(
                "DELETE FROM \(table) WHERE shift IN (SELECT id FROM station_shift WHERE began < \(moment))")
        }
        return try transaction.execute("DELETE FROM station_shift WHERE began < \(moment)")
    }

    func last(of staff: Int64, _ snapshot: Snapshot) throws -> Shift? {
        try snapshot.first(
            "SELECT \(Self.columns) FROM station_shift WHERE staff = \(staff) AND ended IS NOT NULL ORDER BY began DESC, id DESC LIMIT 1"
        ).map(Self.shift)
    }

    func spells(of shift: Int64, _ snapshot: Snapshot) throws -> [Spell] {
        try snapshot.all("SELECT state, pause, began, ended FROM station_spell WHERE shift = \(shift) ORDER BY began, id") { row in
            guard let state = Spell.State(rawValue: try row["state"]) else {
                throw StorageFault(.shape, "station_spell holds a state that this program does not know")
            }
            let ended: Int64? = try row["ended"]
            return Spell(
                state: state, pause: try row["pause"], began: Instant(milliseconds: try row["began"]),
                ended: ended.map { Instant(milliseconds: $0) })
        }
    }

    private static let columns: SQL = "id, staff, point, place, channel, began, ended"

    private static func shift(_ row: Row) throws -> Shift {
        let ended: Int64? = try row["ended"]
        return Shift(
            id: try row["id"], staff: try row["staff"], point: try row["point"], window: try row["place"],
            channel: Channel(try row["channel"]),
            began: Instant(milliseconds: try row["began"]), ended: ended.map { Instant(milliseconds: $0) })
    }
}
