import Storage

/// What the server can tell of damage: pages whose checksum failed, indexes that were left unfinished, constraints that were
/// never proved or whose triggers were switched off and, where the extension amcheck is installed and allowed, the order of each
/// index. It does not read every row: `pg_amcheck` and a restored backup do.
struct Inspection {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    func damages() throws -> [String] {
        _ = try connection.ask("SELECT set_config('statement_timeout', $1, false)", [.text("\(limit.milliseconds)")])
        return try [checksums(), unfinishedIndexes(), unprovedConstraints(), sleepingTriggers(), brokenIndexes()].flatMap { $0 }
    }

    private var limit: Duration { connection.settings.alone }

    private func checksums() throws -> [String] {
        let failed = try names(
            """
            SELECT checksum_failures::text AS name FROM pg_stat_database
            WHERE datname = current_database() AND checksum_failures > 0
            """)
        return failed.map { "\($0) pages failed their checksum" }
    }

    private func unfinishedIndexes() throws -> [String] {
        try names("SELECT indexrelid::regclass::text AS name FROM pg_index WHERE NOT (indisvalid AND indisready AND indislive) ORDER BY 1")
            .map { "the index \($0) is not finished" }
    }

    private func unprovedConstraints() throws -> [String] {
        try names("SELECT conrelid::regclass::text || '.' || conname AS name FROM pg_constraint WHERE NOT convalidated ORDER BY 1")
            .map { "the constraint \($0) was never proved" }
    }

    private func sleepingTriggers() throws -> [String] {
        try names(
            """
            SELECT DISTINCT tgrelid::regclass::text || '.' || conname AS name
            FROM pg_trigger JOIN pg_constraint ON pg_constraint.oid = tgconstraint
            WHERE tgisinternal AND tgenabled = 'D' ORDER BY 1
            """
        ).map { "the constraint \($0) is switched off" }
    }

    /// Checks the order of each index, one at a time, so that one that is broken hides no other.
    private func brokenIndexes() throws -> [String] {
        let procedure = try names(
            """
            SELECT quote_ident(nspname) || '.bt_index_check' AS name FROM pg_proc
            JOIN pg_namespace ON pg_namespace.oid = pronamespace JOIN pg_extension ON extname = 'amcheck'
            WHERE proname = 'bt_index_check' AND pronargs = 1 AND has_function_privilege(pg_proc.oid, 'EXECUTE')
            """
        ).first
        guard let procedure else { return [] }
        let indexes = try names(
            """
            SELECT indexrelid::regclass::text AS name FROM pg_index
            JOIN pg_class ON pg_class.oid = indexrelid JOIN pg_am ON pg_am.oid = relam
            WHERE amname = 'btree' AND indisvalid AND relkind = 'i' AND relpersistence = 'p' ORDER BY 1
            """)
        return try indexes.filter { index in
            do {
                _ = try connection.ask("SELECT \(procedure)($1::text::regclass)", [.text(index)], within: limit)
                return false
            } catch let error as ServerError where [.corrupt, .inputOutput].contains(error.fault.kind) {
                return true
            }
        }.map { "the index \($0) is out of order" }
    }

    private func names(_ text: String) throws -> [String] {
        try connection.ask(text, within: limit).map { try $0["name"] }
    }
}
