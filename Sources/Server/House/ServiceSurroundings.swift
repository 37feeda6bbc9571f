import Catalog
import Definitions
import Flows
import Foundation
import Mandates
import Procedures

/// What the files of a catalogue have that definitions of services may name.
extension ServiceFiles {
    static func surroundings(_ folder: String) throws(FileDefects) -> ServiceSurroundings {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw FileDefects([FileDefect(file: folder, message: "there is no such folder here; --catalogue names that of the catalogue")])
        }
        let catalogue = try CatalogueFiles(folder: folder).catalogue()
        let registers = try registers(folder)
        return ServiceSurroundings(
            parameters: catalogue.parameters.shapes, sheets: Set(catalogue.sheets.map(\.slug)), registers: registers.shapes,
            queues: Set(registers.names.queues.keys),
            institutions: Set(catalogue.institutions.map(\.key)), instruments: Instrument.powers)
    }

    /// The registers that this installation asks, with that of the house itself, and its queues.
    static func registers(_ folder: String) throws(FileDefects) -> RegisterFile {
        let file = "registers.yaml"
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)"), let text = String(validating: data, as: UTF8.self)
        else {
            throw FileDefects([FileDefect(file: file, message: "cannot be read in \(folder): it says which registers there are")])
        }
        var registers = try RegisterReader.registers(text, file: file)
        registers.shapes.merge(RegisterShape.own) { $1 }
        return registers
    }

    /// A service of a folder, with what a catalogue calls its registers and queues.
    static func service(_ id: String, in folder: String, of catalogue: String) throws -> Service {
        var service = try service(id, in: folder)
        service.names = try Told.wrong("nothing was done") { () throws(FileDefects) in try registers(catalogue).names }
        return service
    }

    /// Everything that is wrong with the services of a folder, by a catalogue, and how many there are. What can be read is looked at even
    /// when a file beside it can't.
    static func check(_ folder: String, in surroundings: ServiceSurroundings) throws(FileDefects) -> (
        services: Int, unread: Int, defects: [FileDefect]
    ) {
        let texts = try texts(folder)
        let (read, unread) = ServiceFolder.reading(texts)
        let found = read.services.values.flatMap { ServiceCheck($0, file: read.files[$0.id] ?? "", in: surroundings).defects }
        return (texts.count, Set(unread.map(\.file)).count, (unread + found).sorted())
    }
}
