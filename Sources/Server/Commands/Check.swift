import ArgumentParser
import Storage

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Looks for damage in the database.")

    func run() async throws {
        let house = try Opening.withoutSecrets()
        try await house.database.mustBeMigrated(House.schemas)
        let damages = try await house.database.damages()
        await house.database.close()
        for damage in damages { print("  \(damage)") }
        guard damages.isEmpty else { throw Stopped("\(damages.count) damages: stop writing, and restore the last copy.") }
        print("The database is whole.")
    }
}
