import Civic
import Storage

/// What people say of sheets: how it is kept, and who may read it.
public struct OpinionDesk: Sendable {
    private let database: Database
    private let clock: Clock
    private let store: OpinionStore

    public init(_ database: Database, keyring: Keyring, clock: Clock) {
        self.database = database
        self.clock = clock
        store = OpinionStore(keyring: keyring)
    }

    /// Keeps an opinion, once. Nobody is told who gave it, because nobody knows.
    func give(_ opinion: Opinion, once: OnceKey) async throws {
        let (store, today) = (store, clock.today)
        _ = try await database.write(once: once) { transaction in
            let id = try store.insert(opinion, on: today, transaction)
            try transaction.record(Event("opinion.given", object: AuditEntry.Object("opinion", id)), by: .anonymous)
            return true
        }
    }

    /// How many found each sheet of use since a day. nil is any sheet.
    public func tallies(of sheet: Int? = nil, since day: Day) async throws -> [OpinionTally] {
        let store = store
        return try await database.read { try store.tallies(of: sheet, since: day, $0) }
    }

    /// The same of the sheets that are within the actor's reach. Throws `Forbidden` when none can be.
    func tallies(since day: Day, by actor: Actor) async throws -> [OpinionTally] {
        guard actor.maySomewhere(.readOpinions) else { throw Forbidden() }
        let store = store
        return try await database.read { snapshot in
            let tallies = try store.tallies(of: nil, since: day, snapshot)
            let owners = try SummaryStore().institutions(of: tallies.map(\.sheet), snapshot)
            return tallies.filter { actor.may(.readOpinions, Self.target(owners[$0.sheet])) }
        }
    }

    /// What was written since a day about one sheet, or all within the actor's reach, opened after the trace of each sheet was committed.
    /// Throws `Forbidden`.
    public func words(of sheet: Int? = nil, since day: Day, by actor: Actor) async throws -> [OpinionWords] {
        guard actor.maySomewhere(.readOpinions) else { throw Forbidden() }
        let store = store
        let sheets = try await database.write { transaction in
            let owners = SummaryStore()
            if let sheet { try actor.must(.readOpinions, Self.target(try owners.institutions(of: [sheet], transaction)[sheet])) }
            let found = try store.sheetsWithWords(sheet, since: day, transaction)
            let keys = try owners.institutions(of: found, transaction)
            let sheets = found.filter { actor.may(.readOpinions, Self.target(keys[$0])) }
            for sheet in sheets {
                try transaction.record(Event("opinion.read", object: AuditEntry.Object("sheet", Int64(sheet))), by: actor)
            }
            return sheets
        }
        return try await database.read { try store.words(of: sheets, since: day, $0) }
    }

    private static func target(_ institution: String?) -> Scope.Target { Scope.Target(institution: institution) }
}
