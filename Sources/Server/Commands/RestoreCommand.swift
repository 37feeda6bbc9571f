import ArgumentParser
import Civic
import Foundation
import Logging
import Storage

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Rebuilds the database from a copy, proves it, and only then puts it in place.",
        discussion: "The copy may come from either engine. Nothing may be using the database; what was there is kept aside.")
    @Argument(help: "The copy.") var file: String
    @Flag(help: "Of the demonstration.") var demo = false

    func run() async throws {
        let settings = try Opening.settings()
        let log = Opening.log(settings)
        let keyring = try settings.keyring(isDemonstration: demo)
        let present = Present(address: settings.database, keyring: keyring, log: log)
        try await present.mustBeAtRest()
        let restore = Restore(from: URL(fileURLWithPath: file), House.schemas, keyring: keyring)
        let result = try await restore.run(settings.database.staging(instant: Database.systemNow(), log)) {
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
