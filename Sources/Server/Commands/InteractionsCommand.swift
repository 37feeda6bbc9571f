import ArgumentParser
import Civic
import Foundation
import Intake
import Storage

struct InteractionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interactions", abstract: "Contacts from elsewhere.", subcommands: [Import.self])

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes in a file of contacts from before, exactly once.",
            discussion: """
                Comma-separated values in UTF-8 (or with semicolons or tabs), with a first line that names the columns:
                  at,medium,channel,act                 needed
                  outcome,modality,point,product,wait,duration,agent,id
                at is a moment with its zone, such as 2022-03-01T10:30:00-03:00; medium, channel, act, outcome and modality are names of the \
                record's lists (ventanilla codes); point and product are numbers of the catalogue; wait and duration are whole seconds.

                A line that is wrong goes to the file of rejects with its reason, and the rest is taken. A load that was cut goes on where it \
                was; the same content again changes nothing.
                """)
        @Argument(help: "The file.") var file: String
        @Option(help: "Where lines that are wrong are written. Example: contacts.rejects.csv") var rejects: String?

        func run() async throws {
            let (source, target) = (URL(fileURLWithPath: file), URL(fileURLWithPath: rejects ?? file + ".rejects.csv"))
            let house = try Opening.withoutSecrets()
            try await house.database.mustBeMigrated(House.schemas)
            try await house.database.join()
            let load: Load
            do {
                load = try await house.whileAlive {
                    try await house.importDesk.take(source, rejects: target, by: Actor(.system(1), assurance: .verified)) { load, size in
                        let text =
                            "\r\(load.accepted) taken, \(load.refused) refused, \(load.position / 1_000_000) of \(size / 1_000_000) MB"
                        FileHandle.standardError.write(Data(text.utf8))
                    }
                }
            } catch let fault as ImportFault {
                await house.database.close()
                throw Stopped(fault.description)
            } catch is LoadBusy {
                await house.database.close()
                throw Stopped("Another process takes the same file. Let it end, and ask again.")
            }
            FileHandle.standardError.write(Data("\n".utf8))
            await house.database.close()
            print("\(load.accepted) contacts of this file are in the record.")
            if load.refused > 0 {
                throw Stopped(
                    "\(load.refused) lines were refused. They are in \(target.path) with the reason of each; mend and import them.")
            }
        }
    }
}
