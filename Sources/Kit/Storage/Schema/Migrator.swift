/// Brings a database to the schema that this program knows, one migration per transaction.
struct Migrator: Sendable {
    let schemas: [Schema]

    struct Done: Hashable {
        let module: String
        let ordinal: Int
        let name: String
    }

    /// Throws `schema` when the database holds a migration that this program does not know: it is newer, or another history.
    func check(_ done: [Done]) throws {
        for record in done {
            guard let schema = schemas.first(where: { $0.module == record.module }), record.ordinal < schema.migrations.count else {
                throw StorageFault(.schema, "the database is newer than this program: it has \(record.module)/\(record.name)")
            }
            let known = schema.migrations[record.ordinal].name
            guard known == record.name else {
                throw StorageFault(.schema, "the history differs: \(record.module)/\(record.name) there, \(known) here")
            }
        }
    }

    /// What is still to be done, in order: each module's own order, modules in the order given.
    func pending(_ done: [Done]) -> [(record: Done, migration: Migration)] {
        let known = Set(done)
        return schemas.flatMap { schema in
            schema.migrations.enumerated().map { (Done(module: schema.module, ordinal: $0, name: $1.name), $1) }
        }.filter { !known.contains($0.record) }
    }
}

extension Database {
    /// Does what is missing and gives back the names of what was done. Several processes may call it at once. `progress` is told
    /// each migration before it begins. Storage's own schema always comes first.
    @discardableResult
    public func migrate(_ schemas: [Schema], progress: @Sendable (String) -> Void = { _ in }) async throws -> [String] {
        let migrator = Migrator(schemas: [.storage] + schemas)
        let dialect = driver.dialect
        try await prepareHistory()
        try migrator.check(try await history())
        var done: [String] = []
        for (record, migration) in migrator.pending(try await history()) {
            progress("\(record.module)/\(record.name)")
            let ran = try await structural { session in
                let now = self.now()
                let claimed = try session.execute(
                    """
                    INSERT INTO migration (module, ordinal, name, at) VALUES (\(record.module), \(record.ordinal), \(record.name), \(now))
                    ON CONFLICT (module, ordinal) DO NOTHING
                    """)
                guard claimed == 1 else { return false }
                for step in migration.steps { _ = try session.execute(step.statement(for: dialect)) }
                return true
            }
            if ran { done.append("\(record.module)/\(record.name)") }
        }
        return done
    }

    /// Throws `schema` unless the database is just at the schema given: neither older nor newer.
    public func mustBeMigrated(_ schemas: [Schema]) async throws {
        let migrator = Migrator(schemas: [.storage] + schemas)
        try await prepareHistory()
        let done = try await history()
        try migrator.check(done)
        if let first = migrator.pending(done).first {
            throw StorageFault(.schema, "the database is older than this program: \(first.record.module)/\(first.record.name) is missing")
        }
    }

    private func prepareHistory() async throws {
        let dialect = driver.dialect
        let text = Schema.history.creation(for: dialect)
        _ = try await structural { session in
            var exists = false
            let found: SQL =
                dialect == .sqlite
                ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'migration'"
                : "SELECT to_regclass('migration') AS name WHERE to_regclass('migration') IS NOT NULL"
            try session.each(found) { _ in exists = true }
            if !exists { _ = try session.execute(text) }
            return true
        }
    }

    func history() async throws -> [Migrator.Done] {
        try await read { snapshot in
            try snapshot.all("SELECT module, ordinal, name FROM migration ORDER BY module, ordinal") { row in
                Migrator.Done(module: try row["module"], ordinal: try row["ordinal"], name: try row["name"])
            }
        }
    }

    /// A transaction on the structure itself, which leaves no row of an act.
    private func structural(_ work: @escaping @Sendable (any Session) throws -> Bool) async throws -> Bool {
        let committed = try await driver.write(.beforeLease(), alone: true) { Committed(answer: try work($0), topics: [:]) }
        return committed.answer as? Bool ?? false
    }
}
