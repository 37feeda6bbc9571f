import ArgumentParser
import Definitions
import Flows
import Foundation

extension ServicesCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the services of a folder, each with its version, its institution and where it is done.",
            discussion: "With --untranslated LANGUAGE it lists instead what people would read in Spanish, each text with its line.")
        @Argument(help: "The folder.") var folder = "Services"
        @Option(help: "A language, like en.") var untranslated: String?

        func run() async throws {
            let read = try Told.wrong("nothing was listed") { () throws(FileDefects) in try ServiceFiles.read(folder) }
            let services = read.services.values.sorted { $0.id < $1.id }
            let lines = untranslated.map { ServiceList.untranslated(services, in: read.files, to: $0) } ?? services.map(ServiceList.line)
            for line in lines { print(line) }
        }
    }
}

/// Services as lines of text.
enum ServiceList {
    static func line(_ service: Service) -> String {
        let media = Medium.allCases.filter(service.media.contains).map(\.rawValue).joined(separator: " ")
        return "\(service.id) \(service.version)  \(service.institution)  \(service.title.es)  [\(media)]"
    }

    static func untranslated(_ services: [Service], in files: [String: String], to language: String) -> [String] {
        services.flatMap { service in
            service.texts.filter { $0.words.byLanguage[language] == nil }.map {
                ServiceCheck(service, file: files[service.id] ?? "").defect($0.path, $0.words.es).description
            }
        }
    }
}
