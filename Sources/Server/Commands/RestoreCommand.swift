import ArgumentParser
import Civic
import Foundation
import Storage
import StorageSQLite

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Rebuilds the database from a copy, proves it, and only then puts it in place.")
    @Argument(help: "The copy.") var file: String
    @Flag(help: "Of the demonstration.") var demo = false

    func run() async throws {
        let settings = try Opening.settings()
        guard case .sqlite(let path) = settings.database else {
            throw ValidationError("Restoring in place works on the embedded engine. Restore to sqlite:PATH first.")
        }
        let keyring = try settings.keyring(isDemonstration: demo)
        let restore = Restore(from: URL(fileURLWithPath: file), House.schemas, keyring: keyring)
        let result = try await restore.run(SQLiteStaging(path: path, instant: Database.systemNow())) {
            try await mustBeAtRest(settings, keyring, path)
        } progress: {
            print("  \($0): \($1) rows")
        }
        print("Restored \(result.restored.rows.values.reduce(0, +)) rows, all proved.")
        if let former = result.former { print("The former database is kept as \(former).") }
    }

    /// A database that a process is using is not replaced under it.
    private func mustBeAtRest(_ settings: Settings, _ keyring: Keyring, _ path: String) async throws {
        guard FileManager.default.fileExists(atPath: path), let driver = try? SQLiteDriver(path: path) else { return }
        let present = Database(driver, keyring: keyring)
        // A file too damaged to say so has nobody working on it.
        let live = (try? await present.liveNodes()) ?? 0
        await present.close()
        guard live == 0 else {
            throw ValidationError("A process is using the database. Stop it, wait half a minute, and restore again.")
        }
    }
}
