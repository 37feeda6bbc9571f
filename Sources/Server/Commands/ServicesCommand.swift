import ArgumentParser
import Catalog
import Civic
import Flows
import Foundation
import Markup
import Procedures

struct ServicesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "services", abstract: "Services that are written as data.",
        subcommands: [
            Verify.self, Load.self, List.self, Run.self, Draw.self,
            Retire.self, Reopen.self, RecallCommand.self,
        ])

    struct Draw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draws a service: in the DOT language of Graphviz, or as a picture with --svg.")
        @Argument(help: "The id of the service.") var id: String
        @Option(help: "The folder.") var folder = "Services"
        @Option(help: "The folder of the catalogue, which says what registers, queues and parameters are called.") var catalogue =
            "Catalogue"
        @Flag(help: "As SVG.") var svg = false

        func run() async throws {
            let service = try ServiceFiles.service(id, in: folder, of: catalogue)
            let parameters = try CatalogueFiles(folder: catalogue).catalogue().parameters
            let names = Dictionary(parameters.map { ("\($0.id)", $0.name.words) }) { $1 }
            let drawing = FlowDrawing(service, .house(try Languages(folder: "Texts").all[0], of: service, parameters: names))
            print(
                svg ? FlowView.svg(FlowPicture(drawing), title: service.title.es, alone: true).string + "\n" : drawing.dot,
                terminator: "")
        }
    }

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Does a whole service in this terminal. Nothing is kept.",
            discussion:
                "What registers say comes from a file of JSON by fact, as {\"nacimiento\": \"1960-05-10\", \"pension_base\": 310000}; a register whose facts are not there is down. Answers may come from another by question, as {\"cuantas\": 2, \"acepta\": true, \"hijos\": [{\"edad\": 3}]}; what is not there is asked."
        )
        @Argument(help: "The id of the service.") var id: String
        @Option(help: "The folder.") var folder = "Services"
        @Option(help: "The folder of the catalogue.") var catalogue = "Catalogue"
        @Option(help: "The file of what registers say.") var facts: String?
        @Option(help: "The file of what is answered.") var answers: String?
        @Option(help: "The day on which it is done, like 2026-11-28.") var on: String?
        @Flag(help: "Says the decision as JSON at the end.") var json = false

        func run() async throws {
            let service = try ServiceFiles.service(id, in: folder, of: catalogue)
            let territory = try Territory(folder: catalogue + "/territory")
            let day = try on.map { text in
                guard let day = Day(iso: text) else { throw Stopped("'\(text)' is no day like 2026-11-28.") }
                return day
            }
            var plain = PlainRun(
                Interpreter(service, parameters: try ServiceFiles.parameters(catalogue)), checks: .house(territory),
                texts: try Languages(folder: "Texts").all[0], territory: territory, today: day ?? Clock.system.today,
                facts: try ServiceFiles.facts(facts, of: service), answers: try ServiceFiles.answers(answers, of: service),
                attach: { path in ServiceFiles.contents(path).map { [UInt8]($0) } })
            let decision = try plain.run(read: { readLine() }, write: { print($0) })
            if let retirement = await Retiring.known()?[id] { print("This was only a trial: here \(id) is \(retirement.line)") }
            guard let decision else {
                throw Stopped(
                    "The lines ended before the last question above was answered: nothing was decided."
                        + (answers.map { " What \($0) says of it is missing, or is no answer." } ?? ""))
            }
            for line in ServiceFiles.way(of: service) { print(line) }
            for paper in plain.papers { print("\n\(paper.title)\n  \(paper.lines.joined(separator: "\n  "))") }
            if json { print(decision) }
        }
    }
}
