import Definitions
import ArgumentParser
import Storage
import Catalog
import Civic
import Flows
import Foundation
import Procedures

struct CatalogueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue", abstract: "The files of the catalogue.",
        subcommands: [Load.self, Verify.self, Searches.self, Feedback.self])

    struct Load: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Replaces the catalogue by the files of a folder, all or nothing.")
        @Argument(help: "The folder.") var folder = "Catalogue"

        func run() async throws {
            let catalogue = try read(folder, then: "nothing was loaded")
            let house = try Opening.withoutSecrets()
            try await house.database.join()
            try await refuse(catalogue, in: house)
            let report = try await SheetDesk(house.database).load(catalogue)
            print(report.isEmpty ? "The catalogue is as in the files: nothing to change." : "\(report)")
            await house.database.close()
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Says what is wrong in the files, without loading.",
            discussion:
                "With --in-flight it also looks at the services in the database: that no parameter, sheet or institution is taken from them."
        )
        @Argument(help: "The folder.") var folder = "Catalogue"
        @Flag(help: "Look at the services in use in the database too.") var inFlight = false

        func run() async throws {
            let catalogue = try read(folder)
            let stretches = catalogue.parameters.map { $0.values.count + $0.missing.count }.reduce(0, +)
            print("\(catalogue.parameters.count) parameters tile their days and ages, in \(stretches) stretches.")
            for parameter in catalogue.parameters {
                for absence in parameter.missing where absence.to == nil {
                    print("  \(parameter.id) is declared missing from \(absence.from.iso) on.")
                }
            }
            print("\(catalogue.sheets.count) sheets and their lists are in order.")
            let registers = try ServiceFiles.registers(folder)
            print("\(registers.names.registers.count) registers and \(registers.names.queues.count) queues are in order.")
            if inFlight {
                let house = try Opening.withoutSecrets()
                try await house.database.mustBeMigrated(House.schemas)
                try await refuse(catalogue, in: house)
                await house.database.close()
                print("No service in use misses a parameter, a sheet or an institution.")
            }
        }
    }
}

/// What a case under way, a benefit or an open service needs can't be taken away: without its parameters they would abstain for ever, and
/// without its sheet nobody would see them.
private func refuse(_ catalogue: Catalogue, in house: House) async throws {
    let names = ServiceSurroundings(
        sheets: Set(catalogue.sheets.map(\.slug)), institutions: Set(catalogue.institutions.map(\.key)))
    let missing = try await house.definitions.missing(in: catalogue.parameters, names)
    guard missing.isEmpty else {
        throw Told.stop(
            missing,
            """
            services in use need them. To say that a value ends, give it a 'to' and declare what comes after as 'missing'; \
            a sheet goes when its service is retired ('ventanilla services retire') and nothing of it is under way
            """)
    }
}

/// The catalogue of a folder, whose registers and queues are looked at with it; `then` is what follows from what is wrong.
private func read(_ folder: String, then: String? = nil) throws -> Catalogue {
    var (catalogue, defects): (Catalogue?, [FileDefect]) = (nil, [])
    do throws(FileDefects) { catalogue = try CatalogueFiles(folder: folder).catalogue() } catch { defects += error.defects }
    do throws(FileDefects) { _ = try ServiceFiles.registers(folder) } catch { defects += error.defects }
    guard let catalogue, defects.isEmpty else { throw Told.stop(defects, then) }
    return catalogue
}
