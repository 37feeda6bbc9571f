import ArgumentParser
import Civic
import Storage
import Foundation

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Writes one consistent, signed copy of everything while the system goes on.")
    @Argument(help: "The file to write.") var file: String
    @Flag(help: "Of the demonstration.") var demo = false

    func run() async throws {
        let house = try Opening.withSecrets(isDemonstration: demo)
        try await house.database.mustBeMigrated(House.schemas)
        if let head = try await Sealing(house.database, keyring: house.keyring).lastHead() { print("  head of the audit: \(head)") }
        let manifest = try await house.database.backup(to: URL(fileURLWithPath: file), House.schemas) { print("  \($0): \($1) rows") }
        print("\(file): \(manifest.rows.values.reduce(0, +)) rows of \(manifest.rows.count) tables, head \(manifest.head.prefix(16)).")
        await house.database.close()
    }
}
