import CPostgres
import Storage

// A row lock is no good for waiting under SERIALIZABLE: the snapshot is taken before the wait, so that the waiter fails when the
// other commits. A lock of the session, taken before BEGIN and let go of after the end, makes a waiter begin on what the other left.
extension Connection {
    /// Waits for locks of the session, in the order given. They end with the connection at the latest.
    func take(_ keys: [HoldKey], _ patience: Patience) throws {
        guard !keys.isEmpty else { return }
        try send(keys.map { .once("SELECT pg_advisory_lock($1)", Parameters(values: [.int($0.number)])) })
        for _ in keys { try pass(patience) }
        try finish(patience)
    }

    /// Waits for the turn of an act that runs alone. Those before it may take long, so it asks again and again.
    func takeTurn() throws {
        let end = ContinuousClock.now + settings.alone
        var backoff = Backoff(from: .milliseconds(5), to: .milliseconds(100))
        while ContinuousClock.now < end && !brake.isPulled {
            let row = try ask("SELECT pg_try_advisory_lock($1) AS taken", [.int(HoldKey.alone.number)]).first
            if let row, try row["taken"] as Bool { return }
            brake.sleep(backoff.pause())
        }
        throw StorageFault(.busy, "another long act runs")
    }
}

extension SQL {
    static func locking(_ table: String, _ id: Int64) -> SQL {
        "SELECT 1 FROM \(named: table) WHERE id = \(id) FOR UPDATE"
    }
}

extension SQL.StringInterpolation {
    /// A name that this module knows, as a quoted identifier.
    mutating func appendInterpolation(named name: String) {
        appendLiteral("\"" + name.replacing("\"", with: "\"\"") + "\"")
    }
}
