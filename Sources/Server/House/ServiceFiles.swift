import Catalog
import Civic
import Definitions
import Expressions
import Flows
import Foundation
import Procedures

/// Where the definitions of services are read from disk.
enum ServiceFiles {
    static func read(_ folder: String) throws(FileDefects) -> ServiceFolder { try ServiceFolder(try texts(folder)) }

    /// The files of a folder, which must have some: a folder that is not there is a slip of whoever named it.
    static func texts(_ folder: String) throws(FileDefects) -> [String: String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw FileDefects([FileDefect(file: folder, message: "there is no such folder here")])
        }
        let almost = names.filter { $0.hasSuffix(".yml") }.sorted()
        guard almost.isEmpty else { throw FileDefects(almost.map { FileDefect(file: $0, message: "a file of a service ends in .yaml") }) }
        var texts: [String: String] = [:]
        for name in names where name.hasSuffix(".yaml") {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)"), let text = String(validating: data, as: UTF8.self)
            else {
                throw FileDefects([FileDefect(file: name, message: "can't be read as UTF-8")])
            }
            texts[name] = text
        }
        guard !texts.isEmpty else { throw FileDefects([FileDefect(file: folder, message: "has no file that ends in .yaml")]) }
        return texts
    }

    /// One service of a folder.
    static func service(_ id: String, in folder: String) throws -> Service {
        do {
            let services = try read(folder).services
            guard let service = services[id] else {
                throw Stopped(sentence("There is no service '\(id)' in \(folder)\(Spelling.choices(for: id, among: services.keys))"))
            }
            return service
        } catch let error as FileDefects {
            throw Stopped("\(error)")
        }
    }

    /// The parameters of a catalogue's files.
    static func parameters(_ folder: String) throws -> ParameterTable {
        Parameters.table(
            try CatalogueFiles(folder: folder).catalogue().parameters, try Holidays(file: folder + "/calendar/holidays.csv"))
    }

    /// What registers say, by fact, as plain JSON. Days are written without an hour.
    static func facts(_ file: String?, of service: Service) throws -> [String: Value] {
        guard let file else { return [:] }
        guard let data = contents(file) else { throw Stopped("\(file) can't be read.") }
        guard let plain = try? JSONDecoder().decode([String: PlainValue].self, from: data) else {
            throw Stopped("\(file) is no JSON object of facts, like {\"nacimiento\": \"1960-05-10\"}.")
        }
        for name in plain.keys.sorted() where service.fact(name) == nil {
            throw Stopped(
                sentence("\(file): this service has no fact '\(name)'\(Spelling.choices(for: name, among: service.facts.map(\.id)))"))
        }
        var facts: [String: Value] = [:]
        for fact in service.facts {
            guard let given = plain[fact.id] else { continue }
            guard let value = value(given, fact) else {
                throw Stopped("\(file): '\(fact.id)' must be \(form(fact.kind)).")
            }
            facts[fact.id] = value
        }
        return facts
    }

    /// What a person answers, by question, as plain JSON.
    static func answers(_ file: String?, of service: Service) throws -> [String: AnswerInput] {
        guard let file else { return [:] }
        guard let data = contents(file) else { throw Stopped("\(file) can't be read.") }
        guard let answers = PlainRun.answers(data) else {
            throw Stopped("\(file) is no JSON object of answers, like {\"cuantas\": 2, \"acepta\": true}.")
        }
        let known = service.questions.map(\.id)
        for name in answers.keys.sorted() where !known.contains(name) {
            throw Stopped(sentence("\(file): this service has no question '\(name)'\(Spelling.choices(for: name, among: known))"))
        }
        for (name, answer) in answers.sorted(by: { $0.key < $1.key }) {
            guard case .groups(let groups) = answer, case .groups(let fields, _, _)? = service.question(name)?.kind else { continue }
            for (place, group) in groups.enumerated() {
                for key in group.keys.sorted() where !fields.contains(where: { $0.id == key }) {
                    let advice = Spelling.choices(for: key, among: fields.map(\.id))
                    throw Stopped(sentence("\(file): '\(name)[\(place + 1)]' has no field '\(key)'\(advice)"))
                }
            }
        }
        return answers
    }

    /// A question that ends it has its own mark.
    private static func sentence(_ text: String) -> String { text.hasSuffix("?") ? text : text + "." }

    /// Of a file, or of whatever can be read in its place.
    static func contents(_ path: String) -> Data? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        return try? handle.readToEnd() ?? Data()
    }

    /// What comes after it is filed, stage by stage.
    static func way(of service: Service) -> [String] {
        if service.outcome.isImmediate { return ["", "Nothing is filed: the paper is given at once."] }
        return ["", "What comes after:"]
            + service.stages.map { stage in
                let parts =
                    [
                        stage.owner.map { service.names.queues[$0]?.es ?? $0 }, stage.businessDays.map { "\($0) business days" },
                        stage.decides ? "decides" : nil,
                        stage.refers ? "may refer" : nil,
                    ]
                    .compactMap(\.self)
                return "  \(stage.title.es)" + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
            }
    }

    /// One fact as JSON; nil when it is none, or of another kind.
    static func value(json: String, _ fact: Fact) -> Value? {
        (try? JSONDecoder().decode(PlainValue.self, from: Data(json.utf8))).flatMap { value($0, fact) }
    }

    private static func value(_ plain: PlainValue, _ fact: Fact) -> Value? {
        var read = plain
        if case .string(let text) = plain, fact.kind == .date { read = .string(text + "T00:00:00Z") }
        return read.value(as: fact.kind.type).map { fact.kind == .records ? days($0) : $0 }
    }

    /// Texts of a record that are days are days, as registers give them.
    private static func days(_ value: Value) -> Value {
        switch value {
        case .list(let values): return .list(values.map(days))
        case .map(let map):
            var read = ValueMap()
            for (key, value) in map.entries { _ = read.insert(key, days(value)) }
            return .map(read)
        case .string(let text): return Day(iso: text).flatMap { Timestamp(day: $0.number) }.map { .timestamp($0) } ?? value
        default: return value
        }
    }

    static func form(_ kind: FactKind) -> String {
        switch kind {
        case .date: "a day like \"1960-05-10\""
        case .yesNo: "true or false"
        case .wholeNumber, .money: "a whole number"
        case .text: "text"
        case .commune: "the five digits of a comuna, as \"13101\""
        case .texts: "a list of texts"
        case .records: "a list of objects"
        }
    }
}
