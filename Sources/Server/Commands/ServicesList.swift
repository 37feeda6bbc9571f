import ArgumentParser
import Definitions
import Flows
import Foundation
import Procedures

extension ServicesCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Lists the services of a folder, each with its version, its institution, where it is done, and whether it is retired.",
            discussion: """
                Whether a service is retired stands in the database; without one nothing is said of it. With --untranslated LANGUAGE it lists instead \
                what people would read in Spanish, each text with its line.
                """)
        @Argument(help: "The folder.") var folder = "Services"
        @Option(help: "A language, like en.") var untranslated: String?

        func run() async throws {
            let read = try Told.wrong("nothing was listed") { () throws(FileDefects) in try ServiceFiles.read(folder) }
            let services = read.services.values.sorted { $0.id < $1.id }
            if let untranslated {
                for line in ServiceList.untranslated(services, in: read.files, to: untranslated) { print(line) }
            } else {
                for line in ServiceList.lines(services, retired: await Retiring.known() ?? [:]) { print(line) }
            }
        }
    }
}

/// Services as lines of text.
enum ServiceList {
    /// Those of the files, and those without a file that are retired.
    static func lines(_ services: [Service], retired: [String: Retirement]) -> [String] {
        let gone = Set(retired.keys).subtracting(services.map(\.id)).sorted()
        return services.map { line($0) + (retired[$0.id].map { "  \($0.line)" } ?? "") } + gone.map { "\($0)  \(retired[$0]?.line ?? "")" }
    }

    static func line(_ service: Service) -> String {
        let media = Medium.allCases.filter(service.media.contains).map(\.rawValue).joined(separator: " ")
        return "\(service.id) \(service.version)  \(service.institution)  \(service.title.es)  [\(media)]"
    }

    static func untranslated(_ services: [Service], in files: [String: String], to language: String) -> [String] {
        services.flatMap { service in
            (service.texts + service.laterSteps).filter { $0.words.byLanguage[language] == nil }.map {
                ServiceCheck(service, file: files[service.id] ?? "").defect($0.path, $0.words.es).description
            }
        }
    }
}
