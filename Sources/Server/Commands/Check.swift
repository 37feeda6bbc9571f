import ArgumentParser
import Civic
import Storage

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks for damage in the database, and reads the whole audit against its seals.",
        discussion: "The keys that sealed the audit must be among those given, old ones too.")
    @Option(help: "A head of the audit that was kept elsewhere: from the log, a copy, a notebook.") var anchor: String?
    @Flag(help: "Of the demonstration.") var demo = false

    func run() async throws {
        let house = try Opening.withSecrets(isDemonstration: demo)
        try await house.database.mustBeMigrated(House.schemas)
        let damages = try await house.database.damages()
        let audit = try await AuditCheck(house.database, keyring: house.keyring).run(anchor: anchor)
        await house.database.close()
        for sentence in damages + audit.faults { print("  \(sentence)") }
        guard damages.isEmpty else { throw Stopped("\(damages.count) damages: stop writing, and restore the last copy.") }
        guard audit.faults.isEmpty else {
            throw Stopped(
                "The audit is not what was sealed: keep this database as evidence, tell who answers for it, and compare it with the last copy."
            )
        }
        print("The database is whole.")
        guard let head = audit.head else { return print("The audit has no seals yet.") }
        print("The audit is as it was sealed: \(audit.entries) entries in \(audit.seals) seals, \(audit.unsealed) more to be sealed.")
        print("Keep its head elsewhere, for check --anchor: \(head)")
    }
}
