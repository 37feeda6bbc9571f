import ArgumentParser
import Foundation
import Mandates
import Storage

struct FamilyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "family", abstract: "What the family register says of parents and children.", subcommands: [Load.self])

    struct Load: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Loads a delivery of the family register.",
            discussion: """
                A file of comma-separated values with these columns:
                  child,given,first_surname,second_surname,born,parent,court
                child and parent are RUNs; born is a day such as 2016-02-29; court is empty, barred (a court took the care from this parent) \
                or restored. Lines whose parent the house does not know are passed over. Loading a delivery again changes nothing twice, so \
                one that stopped half way is simply loaded again. Lines that are wrong are named by their number, the rest is taken, and \
                the command ends with a fault.
                """)
        @Argument(help: "The file.") var file: String
        @Option(help: "Which delivery it is: persons read it as where this was told. Example: srcei-2026-11.") var source: String
        @Flag(name: .customLong("try"), help: "Only say what would change.") var isTried = false
        @Flag(help: "Of the demonstration.") var demo = false

        func run() async throws {
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw Stopped("\(file) can't be read. It must be a text in UTF-8.")
            }
            guard !source.isEmpty, source.count <= 60 else { throw Stopped("--source is a short name, such as srcei-2026-11.") }
            let house = try Opening.withSecrets(isDemonstration: demo)
            try await house.database.mustBeMigrated(House.schemas)
            try await house.database.join()
            let report: FamilyLoad.Report
            do {
                report = try await house.familyLoad.load(csv: text, source: source, isTried: isTried)
            } catch let fault as FamilyFileFault {
                await house.database.close()
                throw Stopped("\(file): \(fault)")
            }
            await house.database.close()
            print(
                """
                \(isTried ? "Nothing was written. It would be:" : "Loaded.")
                  ties that are new or mended     \(report.told)
                  ties as they were               \(report.unchanged)
                  parents barred by a court       \(report.barred)
                  parents restored by a court     \(report.restored)
                  children registered             \(report.registered)
                  lines of parents not known here \(report.unknown)
                """)
            for reject in report.rejects { print("  line \(reject.line): \(reject.problem)") }
            if !report.rejects.isEmpty {
                throw Stopped(
                    "\(report.rejects.count) lines were not taken. Mend them and load the file again; what was taken stays as it is.")
            }
        }
    }
}
