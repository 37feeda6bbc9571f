import ArgumentParser
import Civic
import Foundation
import Procedures
import Storage

struct RecallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recall", abstract: "Finds who was decided under a faulty version or value, and what it comes to now.",
        discussion: """
            Each case is reckoned again with its own answers and data, by the newest version and today's values. It writes a CSV with the code of each \
            case and the change, and no data of persons; each opening leaves its trace. With --drafts every change waits in its queue for the \
            signature of an official, with the words of the letter. Nothing is corrected by itself. The column 'change' is 'none' (it comes to the \
            same), 'granted' (it was refused or ended, and is due), 'ended' (it was granted, and is not due), 'raised', 'lowered', or 'open' (what it \
            comes to can't be said: something is not known, or a person looks at it). 'before' and 'after' are whole pesos a month, empty where \
            nothing was or would be paid.
            """)
    @Argument(help: "The id of the service.") var id: String
    @Option(help: "The version that was faulty.") var version: Int?
    @Option(help: "The parameter whose value was faulty, like pgu.maximo.") var parameter: String?
    @Flag(help: "Draft the corrections.") var drafts = false
    @Flag(help: "Of the demonstration.") var demo = false

    func run() async throws {
        let faults: [RecallDesk.Fault] = [version.map { .version($0) }, parameter.map { .parameter($0) }].compactMap(\.self)
        guard faults.count == 1 else { throw Stopped("Say one of --version or --parameter.") }
        let house = try Opening.withSecrets(isDemonstration: demo)
        try await house.database.mustBeMigrated(House.schemas)
        try await house.database.join()
        let (id, drafts, isDemonstration) = (id, drafts, demo)
        let recalled = try await house.whileAlive {
            try await RecallDesk(house.runDesk(isDemonstration: isDemonstration)).run(id, faults[0], drafts: drafts)
        }
        await house.database.close()
        print("code,change,before,after,drafted")
        for each in recalled {
            let (before, after) = (each.before.map { "\($0)" } ?? "", each.after.map { "\($0)" } ?? "")
            print("\(each.code.plain),\(each.change.rawValue),\(before),\(after),\(each.isDrafted ? "yes" : "no")")
        }
        let changed = recalled.count { $0.change != .none }
        FileHandle.standardError.write(Data("\(recalled.count) were decided under it; \(changed) would change.\n".utf8))
    }
}
