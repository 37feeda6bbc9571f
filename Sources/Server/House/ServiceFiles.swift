import Catalog
import Civic
import Definitions
import Flows
import Foundation

/// Where the definitions of services are read from disk.
enum ServiceFiles {
    static func read(_ folder: String) throws(FileDefects) -> ServiceFolder { try ServiceFolder(try texts(folder)) }

    static func texts(_ folder: String) throws(FileDefects) -> [String: String] {
        var texts: [String: String] = [:]
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasSuffix(".yaml") {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)"), let text = String(validating: data, as: UTF8.self)
            else {
                throw FileDefects([FileDefect(file: name, message: "can't be read as UTF-8")])
            }
            texts[name] = text
        }
        return texts
    }

    /// The ids of parameters and sheets that definitions may name.
    static func catalogue(_ folder: String) throws(FileDefects) -> (parameters: Set<String>, sheets: Set<String>) {
        let catalogue = try CatalogueFiles(folder: folder).catalogue()
        return (Set(catalogue.parameters.map { "\($0.id)" }), Set(catalogue.sheets.map(\.slug)))
    }
}
