import Definitions
import Civic
import Foundation

/// The files of a catalogue, read as a whole or not at all.
public struct CatalogueFiles: Sendable {
    /// Texts by their path in the folder.
    let texts: [String: String]

    static let lists =
        [
            "institutions.csv", "topics.yaml", "life-events.yaml", "places.yaml", "points-of-service.csv", "territory/communes.csv",
            "withdrawn.yaml",
        ] + PointFactReader.files
    static let sheets = "sheets/"
    static let parameters = "parameters/"

    init(texts: [String: String]) {
        self.texts = texts
    }

    /// Reads the folder's files into memory. Throws when they are not there or are not UTF-8. It blocks on the disk.
    public init(folder: String) throws(FileDefects) {
        let root = URL(fileURLWithPath: folder, isDirectory: true)
        func paths(in folder: String) -> [String] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)) ?? []
            return names.filter { !$0.hasPrefix(".") }.map { folder + $0 }.sorted()
        }
        let sheets = paths(in: Self.sheets)
        var texts: [String: String] = [:]
        var defects: [FileDefect] = []
        for path in Self.lists + paths(in: Self.parameters) + sheets {
            let list = DefectList(file: path)
            if let data = try? Data(contentsOf: root.appendingPathComponent(path)) {
                if let text = String(data: data, encoding: .utf8) { texts[path] = text } else { list.add("is not UTF-8 text") }
            } else {
                list.add("cannot be read: there is no such file, or it may not be opened")
            }
            defects += list.defects
        }
        if sheets.isEmpty { defects.append(FileDefect(file: "sheets", line: 0, column: 0, field: "", message: "there are no sheets")) }
        guard defects.isEmpty else { throw FileDefects(defects) }
        self.texts = texts
    }

    /// The catalogue, or every defect of every file.
    public func catalogue() throws(FileDefects) -> Catalogue {
        var defects: [FileDefect] = []
        func read<Value>(_ file: String, _ make: (String, DefectList) -> Value?) -> Value? {
            let list = DefectList(file: file)
            defer { defects += list.defects }
            guard let text = texts[file] else {
                list.add("is missing")
                return nil
            }
            let value = make(text, list)
            return list.defects.isEmpty ? value : nil
        }
        let institutions = read("institutions.csv") { InstitutionReader().institutions($0, $1) }
        let groups = read("topics.yaml") { ListReader(defects: $1).groups($0) }
        let slugs = Set(texts.keys.filter { $0.hasPrefix(Self.sheets) }.map(Self.slug))
        let lifeEvents = read("life-events.yaml") { ListReader(defects: $1).lifeEvents($0, sheets: slugs) }
        let places = read("places.yaml") { ListReader(defects: $1).places($0) }
        var parameterReader = ParameterReader()
        let parameterLists = texts.keys.filter { $0.hasPrefix(Self.parameters) }.sorted().map { path in
            read(path) { text, list in
                if !path.hasSuffix(".yaml") { list.add("a file of parameters ends in .yaml") }
                return parameterReader.parameters(text, list)
            }
        }
        let parameters = parameterLists.compactMap { $0 }.flatMap { $0 }.sorted { $0.id < $1.id }
        // With one of the files unread, a name that is not there may be in it.
        let known = parameterLists.contains { $0 == nil } ? nil : Dictionary(parameters.map { ($0.id, $0) }) { first, _ in first }
        let communes = read("territory/communes.csv") { PointReader.communes($0, $1) }
        let points = read("points-of-service.csv") { PointReader(communes: communes, defects: $1).points($0) }
        var reader = SheetReader(
            references: .init(
                institutions: institutions.map { Set($0.map(\.key)) }, topics: groups.map { Set($0.flatMap(\.topics).map(\.slug)) },
                lifeEvents: lifeEvents.map { Set($0.map(\.slug)) }, places: places.map { Set($0.map(\.key)) },
                parameters: known))
        let sheets = texts.keys.filter { $0.hasPrefix(Self.sheets) }.sorted().compactMap { path in
            read(path) { sheet(path, $0, &reader, $1) }
        }
        for replacement in reader.replacements where reader.owners[replacement.number] == nil {
            defects.append(replacement.defect)
        }
        let owners = defects.isEmpty ? reader.owners : nil
        let withdrawn = read("withdrawn.yaml") { ListReader(defects: $1).withdrawn($0, owners: owners) }
        let isWhole = defects.isEmpty
        var facts = PointFactReader(
            points, communes: communes, places: places.map { Set($0.map(\.key)) },
            sheets: isWhole ? Set(sheets.map(\.number.value)) : nil)
        for path in PointFactReader.files { _ = read(path) { facts.read(path, $0, $1) } }
        guard defects.isEmpty, let institutions, let groups, let lifeEvents, let places, let points, let withdrawn else {
            throw FileDefects(defects.sorted())
        }
        return Catalogue(
            institutions: institutions, groups: groups, lifeEvents: lifeEvents, places: places, parameters: parameters,
            sheets: sheets, points: points.compactMap { facts.points?[$0.number] }, withdrawn: withdrawn)
    }

    private func sheet(_ path: String, _ text: String, _ reader: inout SheetReader, _ list: DefectList) -> ServiceSheet? {
        guard path.hasSuffix(".yaml") else {
            list.add("a sheet's file ends in .yaml")
            return nil
        }
        return reader.sheet(slug: Self.slug(path), text: text, list)
    }

    private static func slug(_ path: String) -> String { String(path.dropFirst(sheets.count).dropLast(".yaml".count)) }
}
