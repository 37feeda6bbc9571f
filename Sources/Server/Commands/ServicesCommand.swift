import ArgumentParser
import Civic
import Definitions
import Flows
import Foundation

struct ServicesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "services", abstract: "Services (trámites) that are written as data.", subcommands: [Verify.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Says what is wrong in the definitions of a folder, without loading.")
        @Argument(help: "The folder.") var folder = "Services"
        @Option(help: "The folder of the catalogue, whose sheets and parameters are named.") var catalogue = "Catalogue"

        func run() async throws {
            let defects: [FileDefect]
            do throws(FileDefects) {
                let read = try ServiceFiles.read(folder)
                let catalogue = try ServiceFiles.catalogue(catalogue)
                defects = read.services.values.sorted { $0.id < $1.id }.flatMap {
                    ServiceCheck($0, file: read.files[$0.id] ?? "").defects(
                        parameters: catalogue.parameters, sheets: catalogue.sheets)
                }
                if defects.isEmpty { print("\(read.services.count) services can go live.") }
            } catch {
                defects = error.defects
            }
            for defect in defects { print(defect) }
            if !defects.isEmpty { throw Stopped("\(defects.count) things are wrong.") }
        }
    }
}
