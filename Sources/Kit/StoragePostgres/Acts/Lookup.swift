import Storage

/// Finds out what became of an act whose COMMIT was not answered. As long as the process that served it lives, it may still
/// commit; once that has ended, the record of acts tells.
struct Lookup {
    enum Finding {
        case committed, absent, unknown
    }

    let act: ActID
    let former: Backend

    func find(at seat: Seat) -> Finding {
        let end = ContinuousClock.now + seat.settings.outcome
        var backoff = Backoff(from: .milliseconds(5), to: .milliseconds(250))
        while ContinuousClock.now < end {
            do {
                let connection = try seat.ready(until: end)
                if try hasEnded(connection) { return try isRecorded(connection) ? .committed : .absent }
            } catch let fault as StorageFault where fault.kind == .closed {
                return .unknown
            } catch {
                seat.leave()
            }
            seat.brake.sleep(backoff.pause())
        }
        return .unknown
    }

    /// Ends the former process, unless it is waiting for a standby to have what it has already committed.
    private func hasEnded(_ connection: Connection) throws -> Bool {
        let alive = try connection.ask(
            """
            SELECT CASE WHEN wait_event IS DISTINCT FROM 'SyncRep' THEN pg_terminate_backend(pid) END AS asked
            FROM pg_stat_activity WHERE pid = $1 AND backend_start::text = $2
            """,
            [.int(Int64(former.process)), .text(former.started)])
        return alive.isEmpty
    }

    private func isRecorded(_ connection: Connection) throws -> Bool {
        let here = try connection.ask("SELECT pg_is_in_recovery() AS standby, to_regclass('act') IS NOT NULL AS recorded").first
        guard let here, try !(here["standby"] as Bool) else { throw connection.lost("only a standby answers") }
        guard try here["recorded"] as Bool else { return false }
        return try !connection.ask("SELECT id FROM act WHERE id = $1", [.int(act.number)]).isEmpty
    }
}
