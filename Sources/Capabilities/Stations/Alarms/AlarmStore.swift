import Civic
import Storage

/// Calls for help from a window.
struct AlarmStore: Sendable {
    struct Alarm: Sendable, Hashable {
        let id: Int64
        let shift: Int64
        let at: Instant
    }

    /// One that goes on is not doubled.
    func insert(_ shift: Int64, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO station_alarm (id, shift, at) VALUES (\(try transaction.newID()), \(shift), \(transaction.now)) ON CONFLICT DO NOTHING
            """)
    }

    /// Those that nobody answered, the oldest first.
    func open(_ snapshot: Snapshot) throws -> [Alarm] {
        try snapshot.all("SELECT id, shift, at FROM station_alarm WHERE answered IS NULL ORDER BY at, id") {
            Alarm(id: try $0["id"], shift: try $0["shift"], at: Instant(milliseconds: try $0["at"]))
        }
    }

    /// The shift that it came from; nil when it was answered before.
    func answer(_ id: Int64, by staff: Int64, _ transaction: Transaction) throws -> Int64? {
        try transaction.value(
            """
            UPDATE station_alarm SET answerer = \(staff), answered = \(transaction.now) WHERE id = \(id) AND answered IS NULL RETURNING shift
            """)
    }

    func shift(of id: Int64, _ snapshot: Snapshot) throws -> Int64? {
        try snapshot.value("SELECT shift FROM station_alarm WHERE id = \(id)")
    }
}
