import Civic
import Outbound
import Storage

/// Gives out return codes and takes what people say when they come back.
public struct ExitDesk: Sendable {
    private let database: Database
    private let clock: Clock
    private let term: Int
    private let store = ExitStore()

    /// A code is good for `term` days after its own.
    public init(_ database: Database, clock: Clock, term: Int) {
        self.database = database
        self.clock = clock
        self.term = term
    }

    /// A new code for a way out to the address of a sheet.
    func leave(to sheet: Int) async throws -> ReturnCode {
        let (store, today) = (store, clock.today)
        return try await database.write { transaction in
            var random = SystemRandomNumberGenerator()
            var code = ReturnCode(using: &random)
            while try !store.insert(code, to: sheet, on: today, transaction) { code = ReturnCode(using: &random) }
            return code
        }
    }

    func state(of code: ReturnCode) async throws -> CodeState {
        let (store, today, term) = (store, clock.today, term)
        return try await database.read { snapshot in
            guard let exit = try store.exit(code, snapshot) else { return .unknown }
            if exit.isAnswered { return .answered }
            return exit.day.adding(days: term) < today ? .expired : .open(sheet: exit.sheet)
        }
    }

    /// Keeps the answer. Only an open code takes one, and only one.
    func come(back answer: Return, with code: ReturnCode, once: OnceKey) async throws {
        let (store, today, term) = (store, clock.today, term)
        _ = try await database.write(once: once) { transaction in
            guard let exit = try store.exit(code, transaction), exit.day.adding(days: term) >= today,
                try store.insert(answer, of: exit.id, on: today, transaction)
            else { return false }
            try transaction.record(Event("outside.answered", object: AuditEntry.Object("exit", exit.id)), by: .anonymous)
            return true
        }
    }
}
