import ArgumentParser
import Civic
import Definitions
import Flows
import Mandates
import Foundation
import Markup
import Procedures
import Storage

struct ServicesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "services", abstract: "Services that are written as data.",
        subcommands: [
            Verify.self, Load.self, Run.self, Draw.self,
            RecallCommand.self,
        ])

    struct Draw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draws a service: in the DOT language of Graphviz, or as a picture with --svg.")
        @Argument(help: "The id of the service.") var id: String
        @Option(help: "The folder.") var folder = "Services"
        @Flag(help: "As SVG.") var svg = false

        func run() async throws {
            let service = try ServiceFiles.service(id, in: folder)
            let drawing = FlowDrawing(service, .house(try Languages(folder: "Texts").all[0], parameters: [:]))
            print(
                svg ? FlowView.svg(FlowPicture(drawing), title: service.title.es, alone: true).string + "\n" : drawing.dot,
                terminator: "")
        }
    }

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Does a whole service in this terminal. Nothing is kept.",
            discussion:
                "What registers say comes from a file of JSON by fact, as {\"nacimiento\": \"1960-05-10\", \"pension_base\": 310000}; a register whose facts are not there is down."
        )
        @Argument(help: "The id of the service.") var id: String
        @Option(help: "The folder.") var folder = "Services"
        @Option(help: "The folder of the catalogue.") var catalogue = "Catalogue"
        @Option(help: "The file of what registers say.") var facts: String?
        @Option(help: "The day on which it is done, like 2026-11-28.") var on: String?
        @Flag(help: "Says the decision as JSON at the end.") var json = false

        func run() async throws {
            let service = try ServiceFiles.service(id, in: folder)
            let territory = try Territory(folder: catalogue + "/territory")
            let day = try on.map { text in
                guard let day = Day(iso: text) else { throw Stopped("'\(text)' is no day like 2026-11-28.") }
                return day
            }
            var plain = PlainRun(
                Interpreter(service, parameters: try ServiceFiles.parameters(catalogue)), checks: .house(territory),
                texts: try Languages(folder: "Texts").all[0], territory: territory, today: day ?? Clock.system.today,
                facts: try ServiceFiles.facts(facts, of: service),
                attach: { path in FileManager.default.contents(atPath: path).map { [UInt8]($0) } })
            let decision = try plain.run(read: { readLine() }, write: { print($0) })
            guard let decision else { throw Stopped("The lines ended before the end: nothing was decided.") }
            if json { print(decision) }
        }
    }

    struct Load: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes the services of a folder that are new, all or none.",
            discussion: "Cases that are under way keep the version that they began with.")
        @Argument(help: "The folder.") var folder = "Services"

        func run() async throws {
            let house = try Opening.withoutSecrets()
            try await house.database.mustBeMigrated(House.schemas)
            try await house.database.join()
            let folder = folder
            let loaded: [String]
            do {
                loaded = try await house.whileAlive {
                    try await house.definitions.load(ServiceFiles.texts(folder), by: Actor(.system(1), assurance: .verified))
                }
            } catch let error as FileDefects {
                for defect in error.defects { print(defect) }
                throw Stopped("\(error.defects.count) things are wrong; nothing was loaded.")
            }
            await house.database.close()
            print(
                loaded.isEmpty
                    ? "The services are as in the files: nothing to load." : loaded.map { "loaded \($0)" }.joined(separator: "\n"))
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Says what is wrong in the definitions of a folder, without loading.",
            discussion: "With --in-flight it also looks at what is under way in the database: that no new version strands it.")
        @Argument(help: "The folder.") var folder = "Services"
        @Option(help: "The folder of the catalogue, whose sheets and parameters are named.") var catalogue = "Catalogue"

        @Flag(help: "Look at what is under way too.") var inFlight = false

        func run() async throws {
            var (defects, catalogued) = ([FileDefect](), (sheets: Set<String>(), institutions: Set<String>()))
            do throws(FileDefects) {
                let read = try ServiceFiles.read(folder)
                let catalogue = try ServiceFiles.catalogue(catalogue)
                catalogued = (catalogue.sheets, catalogue.institutions)
                defects = read.services.values.sorted { $0.id < $1.id }.flatMap {
                    ServiceCheck($0, file: read.files[$0.id] ?? "").defects(
                        parameters: catalogue.parameters, sheets: catalogue.sheets, registers: Texts.registers,
                        institutions: catalogue.institutions, instruments: Instrument.powers)
                }
                if defects.isEmpty { print("\(read.services.count) services can go live.") }
            } catch {
                defects = error.defects
            }
            if inFlight, !catalogued.sheets.isEmpty { defects += try await stranded(catalogued.sheets, catalogued.institutions) }
            for defect in defects { print(defect) }
            if !defects.isEmpty { throw Stopped("\(defects.count) things are wrong.") }
        }

        /// A case whose sheet is lost is found by nobody.
        private func stranded(_ sheets: Set<String>, _ institutions: Set<String>) async throws -> [FileDefect] {
            let house = try Opening.withoutSecrets()
            try await house.database.mustBeMigrated(House.schemas)
            let found = try await house.definitions.stranded(ServiceFiles.texts(folder), sheets: sheets, institutions: institutions)
            await house.database.close()
            for line in found.underWay { print(line) }
            return found.defects
        }
    }
}
