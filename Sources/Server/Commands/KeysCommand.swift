import ArgumentParser
import Storage

struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "The keys of personal data: which are in use, and sealing anew under the current one.",
        subcommands: [List.self, Rotate.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says how much each key still opens.",
            discussion: """
                A key of which nothing is said any more opens nothing. Keep it in the list all the same, behind the others: the seals of the \
                audit that it made are checked with it.
                """)
        @Flag(help: "Of the demonstration.") var demo = false

        func run() async throws {
            let house = try Opening.withSecrets(isDemonstration: demo)
            try await house.database.mustBeMigrated(House.schemas)
            let uses = try await house.database.secretsByKey(House.schemas)
            await house.database.close()
            if uses.isEmpty { print("Nothing is sealed yet.") }
            for use in uses.sorted(by: { $0.key < $1.key }) { print("  key \(use.key): \(use.value) values") }
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Seals personal data anew under the current key.",
            discussion: """
                Put the new key first in VENTANILLA_KEYS, keep the old one after it, restart every server, and then run this: it works \
                while the doors are open, and can be stopped and run again. A week after it ended, ventanilla keys says what the old key \
                still opens.
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
}
