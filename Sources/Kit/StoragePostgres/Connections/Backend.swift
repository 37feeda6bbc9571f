import CPostgres
import Storage

/// The process of the server that serves a connection: its number, and when it began, since numbers come again.
struct Backend: Sendable, Equatable {
    let process: Int32
    let started: String

    /// Sets up a new connection in one journey and asks who serves it.
    static func introduce(_ connection: Connection, schema: String?) throws -> Backend {
        guard connection.serverSays("server_encoding") == "UTF8" else {
            throw connection.lost("the database does not keep its text as UTF-8")
        }
        let settings = connection.settings
        let row = try connection.ask(
            """
            SELECT set_config('statement_timeout', $1, false), set_config('lock_timeout', $2, false),
                set_config('idle_in_transaction_session_timeout', $3, false), set_config('bytea_output', 'hex', false),
                set_config('DateStyle', 'ISO', false), set_config('TimeZone', 'UTC', false),
                set_config('synchronous_commit',
                    CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false),
                set_config('search_path', COALESCE($4, current_setting('search_path')), false),
                (SELECT backend_start::text FROM pg_stat_activity WHERE pid = pg_backend_pid()) AS started
            """,
            [settings.statement, settings.lock, settings.idle].map { .text("\($0.milliseconds)") } + [schema.value]
        ).first
        let started: String? = try row?["started"]
        return Backend(process: connection.process, started: started ?? "")
    }
}
