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

    /// What was written since a day, opened after the trace of each sheet was committed. Throws `Forbidden`.
    public func words(of sheet: Int? = nil, since day: Day, by actor: Actor) async throws -> [OpinionWords] {
        try actor.must(.readOpinions)
        let store = store
        let sheets = try await database.write { transaction in
            let sheets = try store.sheetsWithWords(sheet, since: day, transaction)
            for sheet in sheets {
                try transaction.record(Event("opinion.read", object: AuditEntry.Object("sheet", Int64(sheet))), by: actor)
            }
            return sheets
        }
        return try await database.read { try store.words(of: sheets, since: day, $0) }
    }
}
