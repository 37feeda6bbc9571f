import ArgumentParser
import Civic
import Foundation
import Intake
import Storage

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "What demonstrations and measurements are made of.", subcommands: [Interactions.self])

    struct Interactions: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes up a plausible year of contacts, marked as synthetic wherever it shows.",
            discussion: """
                Channels, products and hours are in Catalogue/demonstration. The same year and number make the same contacts; asked for again, \
                it goes on where it was cut, or changes nothing. With 21 contacts of 2019 for each 100 of 2022, self-service grows by 577 % \
                and assisted attention by 8 %.
                """)
        @Option(help: "The year.") var year: Int
        @Option(help: "How many contacts.") var rows: Int
        @Flag(
            help:
                "For many millions: without the indexes of days and agents while it loads, which are made afterwards. Serve nobody meanwhile."
        )
        var bulk = false

        /// What a contact takes on the disk, with its indexes and the journal of the engine.
        private static let bytes: Int64 = 110

        func run() async throws {
            guard (2000...2100).contains(year), (1...2_000_000_000).contains(rows) else {
                throw Stopped("--year is between 2000 and 2100, and --rows between 1 and 2000000000.")
            }
            let house = try Opening.withoutSecrets()
            try await house.database.mustBeMigrated(House.schemas)
            try await house.database.join()
            if case .sqlite(let path) = house.settings.database { try checkRoom(path) }
            let made: Load
            let began = ContinuousClock.now
            do {
                made = try await house.whileAlive {
                    if bulk { try await house.database.writeAlone { try BulkRecording().dropIndexes($0) } }
                    let made = try await house.syntheticDesk().make(
                        year: year, rows: rows, by: Actor(.system(1), assurance: .verified)
                    ) { load in
                        FileHandle.standardError.write(Data("\r\(load.accepted) of \(rows) contacts".utf8))
                    }
                    FileHandle.standardError.write(Data("\n".utf8))
                    if bulk { try await house.database.writeAlone { try BulkRecording().makeIndexes($0) } }
                    return made
                }
            } catch is LoadBusy {
                throw Stopped("Another process makes the same year. Let it end, and ask again.")
            }
            let seconds = Double((ContinuousClock.now - began).components.seconds) + 0.001
            await house.database.close()
            print("\(made.accepted) contacts of \(year), made up, are in the record (\(Int(Double(made.accepted) / seconds)) a second).")
        }

        private func checkRoom(_ path: String) throws {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            guard let free = try? FileManager.default.attributesOfFileSystem(forPath: folder)[.systemFreeSize] as? NSNumber else { return }
            let needed = Int64(rows) * Self.bytes
            print("\(needed / 1_000_000) MB are needed and \(free.int64Value / 1_000_000) MB are free.")
            guard needed < free.int64Value else {
                throw Stopped("There is room for \(free.int64Value / Self.bytes) contacts. Make room, or ask for fewer.")
            }
        }
    }
}
