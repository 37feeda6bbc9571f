import ArgumentParser
import Storage

struct Rotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Seals personal data anew under the current key.",
        discussion: """
            Put the new key first in VENTANILLA_KEYS, keep the old one after it, restart every server, and then run this: it works \
            while the doors are open, and can be stopped and run again. Take the old key away a week after it ended.
            """)
    @Flag(help: "Of the demonstration.") var demo = false

    func run() async throws {
        let house = try Opening.withSecrets(isDemonstration: demo)
        try await house.database.mustBeMigrated(House.schemas)
        try await house.database.join()
        let count = try await house.database.rotateSecrets(House.schemas) { print("  \($0): \($1) rows") }
        print(count == 0 ? "Everything is under the current key already." : "\(count) rows are under the current key now.")
        await house.database.close()
    }
}
