import ArgumentParser
import Foundation
import Statistics
import Storage

struct StatisticsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statistics", abstract: "The figures of the network.", subcommands: [Verify.self, Publish.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Counts the whole record anew and says where the figures differ from it.",
            discussion: "It ends with an error when something differed and was not mended.")
        @Flag(help: "Mends what differs.") var repair = false

        func run() async throws {
            let house = try Opening.withoutSecrets()
            try await house.database.mustBeMigrated(House.schemas)
            try await house.database.join()
            let repair = repair
            let report = try await house.whileAlive {
                try await VerificationDesk(house.database).run(repair: repair) { done, all in
                    FileHandle.standardError.write(Data("\r\(done) of \(all) days".utf8))
                }
            }
            FileHandle.standardError.write(Data("\n".utf8))
            await house.database.close()
            for fault in report.faults { print("  \(fault)") }
            print("\(report.contacts) contacts were counted against \(report.cells) cells.")
            switch (report.faults.isEmpty, report.isRepaired) {
            case (true, _): print("Every figure is what the record says.")
            case (false, true): print("\(report.faults.count) cells differed and were mended.")
            case (false, false):
                throw Stopped("\(report.faults.count) cells differ. Mend them with: ventanilla statistics verify --repair")
            }
        }
    }

    struct Publish: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Publishes the files of months that are over; the server does it each night.",
            discussion: "What was published never changes: when the record says otherwise now, there is a new version beside it.")

        func run() async throws {
            let house = try Opening.withoutSecrets()
            try await house.database.mustBeMigrated(House.schemas)
            try await house.database.join()
            let published = try await house.whileAlive { try await house.openFigures.publish() }
            await house.database.close()
            print(published == 0 ? "Every month that is over is published as the record has it." : "\(published) files were published.")
        }
    }
}
