import ArgumentParser
import Civic
import DataRights
import Foundation
import Logging
import Storage

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Rebuilds the database from a copy, proves it, and only then puts it in place.",
        discussion: """
            The copy may come from either engine. Nothing may be using the database; what was there is kept aside. Whoever was erased since \
            the copy was made is erased in it again before it takes its place: that is read in the database that it replaces and, when that \
            one may be lost, in a file of 'ventanilla erasures'.
            """)
    @Argument(help: "The copy.") var file: String
    @Option(help: "A file that 'ventanilla erasures' wrote after the copy was made.") var erasures: String?
    @Flag(help: "Of the demonstration.") var demo = false

    func run() async throws {
        let settings = try Opening.settings()
        let log = Opening.log(settings)
        let keyring = try settings.keyring(isDemonstration: demo)
        let present = Present(address: settings.database, keyring: keyring, log: log)
        try await present.mustBeAtRest()
        let restore = Restore(from: URL(fileURLWithPath: file), House.schemas, keyring: keyring)
        let since = Instant(milliseconds: try restore.inspect().takenAt)
        let known = try await present.erasures(after: since)
        let again = try (known ?? []) + (erasures.map { try ErasureFile.read($0, after: since) } ?? [])
        if known == nil, erasures == nil {
            print("The database that is replaced can't be read: whoever was erased in it since the copy was made comes back with the copy.")
        }
        let result = try await restore.run(settings.database.staging(instant: Database.systemNow(), log)) { staged in
            guard !again.isEmpty else { return }
            try await staged.migrate(House.schemas)
            try await staged.join()
            let house = try House(settings: settings, clock: .system, database: staged, keyring: keyring, log: log)
            print("  erased again: \(try await house.erasureDesk.reapply(again))")
        } mayReplace: {
            try await present.mustBeAtRest()
        } progress: {
            print("  \($0): \($1) rows")
        }
        print("Restored \(result.restored.rows.values.reduce(0, +)) rows, all proved.")
        if let former = result.former { print("The former database is kept as \(former). Delete it when you no longer need it.") }
        print("Run 'ventanilla migrate' before opening the doors.")
    }
}

/// The database that a restore would take the place of.
private struct Present {
    let address: DatabaseAddress
    let keyring: Keyring
    let log: Logger

    /// What was erased in it since then; nil when it can't be read.
    func erasures(after moment: Instant) async throws -> [ErasureDesk.Erasure]? {
        guard address.exists, let driver = try? address.driver(log) else { return nil }
        let database = Database(driver, keyring: keyring)
        let found = try? await ErasureDesk.erasures(after: moment, in: database, keyring: keyring)
        await database.close()
        return found
    }

    /// A database that a process is using is not replaced under it.
    func mustBeAtRest() async throws {
        guard address.exists, let driver = try? address.driver(log) else { return }
        let database = Database(driver, keyring: keyring)
        // One too damaged to say so, or still empty, has nobody working on it.
        let live = (try? await database.liveNodes()) ?? 0
        await database.close()
        guard live == 0 else {
            throw Stopped("A process is using the database. Stop it, wait half a minute, and restore again.")
        }
    }
}
