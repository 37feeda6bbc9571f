import Storage

/// When each schedule is next due. Many servers share it: one of them takes a turn.
struct ScheduleStore: Sendable {
    /// Takes the turn of a schedule that is due, or gives nil. The first time it is seen it is due at once.
    func take(_ name: String, next: Int64, _ transaction: Transaction) throws -> Bool {
        let now = transaction.now
        if let row = try transaction.first("SELECT id, next FROM schedule WHERE name = \(name)") {
            let due: Int64 = try row["next"]
            guard due <= now else { return false }
            let id: Int64 = try row["id"]
            try transaction.execute("UPDATE schedule SET next = \(next), last = \(now) WHERE id = \(id)")
            return true
        }
        let made = try transaction.first(
            """
            INSERT INTO schedule (id, name, next, last) VALUES (\(try transaction.newID()), \(name), \(next), \(now))
            ON CONFLICT (name) DO NOTHING RETURNING id
            """)
        return made != nil
    }

    func isDue(_ name: String, at now: Int64, _ snapshot: Snapshot) throws -> Bool {
        guard let next: Int64 = try snapshot.value("SELECT next FROM schedule WHERE name = \(name)") else { return true }
        return next <= now
    }
}
