import Foundation

/// Rebuilds a database from a copy, proves it, and only then lets it take the place of the real one.
public struct Restore: Sendable {
    private let place: URL
    private let schemas: [Schema]
    private let keyring: Keyring

    public init(from place: URL, _ schemas: [Schema], keyring: Keyring) {
        self.place = place
        self.schemas = schemas
        self.keyring = keyring
    }

    /// What the copy holds. Reads it to its end first: throws `corrupt` unless every byte is as it was signed.
    public func inspect() throws -> Manifest {
        let reader = try CopyReader(place)
        var counts: [String: Int] = [:]
        var table = ""
        try reader.read(keyring) { part in
            switch part {
            case .table(let name, _): table = name; counts[name] = 0
            case .row: counts[table, default: 0] += 1
            }
        }
        guard let manifest = reader.manifest, manifest.rows == counts else { throw CopyReader.damaged }
        return manifest
    }

    /// Restores over `staging`. `amend` may change what was restored and proved, before anybody serves it; `mayReplace` is asked at the very
    /// end. Gives back what was restored and the name under which the former database was kept.
    public func run(
        _ staging: any Staging, amend: @Sendable (Database) async throws -> Void = { _ in },
        mayReplace: @Sendable () async throws -> Void,
        progress: @escaping @Sendable (String, Int) -> Void = { _, _ in }
    ) async throws -> (restored: Manifest, former: String?) {
        let manifest = try inspect()
        do {
            let staged = Database(try await staging.begin(), keyring: keyring)
            try await staged.migrate(limited(to: manifest))
            try await load(into: staged, progress)
            try await prove(staged, manifest)
            try await amend(staged)
            await staged.close()
            try await mayReplace()
            return (manifest, try await staging.replace())
        } catch {
            await staging.discard()
            throw error
        }
    }

    /// The schemas as the copied database had them: later migrations run when the restored one is first used.
    private func limited(to manifest: Manifest) throws -> [Schema] {
        let done = manifest.history.map { Migrator.Done(module: $0.module, ordinal: $0.ordinal, name: $0.name) }
        try Migrator(schemas: [.storage] + schemas).check(done)
        return schemas.map { schema in
            let count = done.filter { $0.module == schema.module }.count
            return Schema(schema.module, Array(schema.migrations.prefix(count)))
        }
    }

    private func load(into staged: Database, _ progress: @escaping @Sendable (String, Int) -> Void) async throws {
        let (place, keyring) = (place, keyring)
        _ = try await staged.driver.write(.beforeLease(), alone: true) { session in
            var target = ("", "")
            var count = 0
            try CopyReader(place).read(keyring) { part in
                switch part {
                case .table(let name, let columns):
                    if !target.0.isEmpty { progress(target.0, count) }
                    target = (name, columns.joined(separator: ", "))
                    count = 0
                    // Migrations put rows of their own into some tables: the copy has them too.
                    _ = try session.execute("DELETE FROM \(.composed(name))")
                case .row(let values):
                    let bound = values.enumerated().flatMap { index, value -> [SQL.Piece] in
                        [.text(index > 0 ? ", " : ""), .value(value)]
                    }
                    _ = try session.execute(
                        "INSERT INTO \(.composed(target.0)) (\(.composed(target.1))) VALUES (\(SQL(pieces: bound)))")
                    count += 1
                }
            }
            if !target.0.isEmpty { progress(target.0, count) }
            return Committed(answer: count, topics: [:])
        }
    }

    /// Structure whole, every table's rows counted, and the head of the record of acts the same.
    private func prove(_ staged: Database, _ manifest: Manifest) async throws {
        let damages = try await staged.damages()
        guard damages.isEmpty else { throw StorageFault(.corrupt, "the restored copy is damaged: \(damages[0])") }
        let tables = ([.storage] + (try limited(to: manifest))).flatMap(\.tables).filter { !$0.isTransient }
        let (counts, head) = try await staged.read { snapshot in
            (try tables.reduce(into: [:]) { $0[$1.name] = try snapshot.count($1) }, try snapshot.headOfActs())
        }
        guard counts == manifest.rows else { throw StorageFault(.corrupt, "the restored copy has other numbers of rows") }
        guard head == manifest.head else { throw StorageFault(.corrupt, "the restored copy has another record of acts") }
    }
}
