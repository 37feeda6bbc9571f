import Civic
import Expressions
import Flows

/// A population as CSV: an id that says nothing of who it is, and a column for each fact. What is empty is not known.
struct PopulationFile {
    let ids: [String]
    let population: Population
    /// The group of each person, by the columns that are groups.
    let groups: [String: [String]]

    /// Throws what is wrong, with its line.
    init(_ text: String, _ batch: ServiceBatch, groups: [String] = []) throws {
        let records = CommaSeparated.records(text)
        guard let head = records.first?.values, head.first == "id" else { throw Stopped("The first line names the columns, 'id' first.") }
        for name in groups where !head.contains(name) { throw Stopped("There is no column '\(name)' to look at by groups.") }
        for name in head.dropFirst() where !batch.columns.contains(name) && !groups.contains(name) {
            throw Stopped("'\(name)' is no fact of this service; it looks at \(batch.columns.joined(separator: ", ")).")
        }
        var (ids, columns) = ([String](), Array(repeating: [Int64](), count: head.count - 1))
        var labels: [String: [String]] = [:]
        for record in records.dropFirst() {
            guard record.values.count == head.count else {
                throw Stopped("Line \(record.line) has \(record.values.count) fields, not \(head.count).")
            }
            let id = record.values[0]
            guard id.wholeMatch(of: #/[A-Za-z0-9_]{1,40}/#) != nil else {
                throw Stopped("Line \(record.line): an id has letters, digits and low lines; it is no RUN and no name.")
            }
            ids.append(id)
            for (place, name) in head.dropFirst().enumerated() {
                if groups.contains(name) {
                    labels[name, default: []].append(record.values[place + 1])
                    continue
                }
                guard let number = Self.number(record.values[place + 1], Self.type(of: name, batch)) else {
                    throw Stopped("Line \(record.line): '\(name)' is no \(Self.type(of: name, batch).text).")
                }
                columns[place].append(number)
            }
        }
        self.ids = ids
        self.groups = labels
        population = Population(
            count: ids.count,
            columns: Dictionary(uniqueKeysWithValues: zip(head.dropFirst(), columns).filter { !groups.contains($0.0) }.map { ($0, $1) }))
    }

    private static func type(of name: String, _ batch: ServiceBatch) -> ValueType { batch.service.environment.type(of: name) ?? .int }

    private static func number(_ text: String, _ type: ValueType) -> Int64? {
        if text.isEmpty { return Population.unknown }
        switch type {
        case .bool: return ["1": 1, "0": 0, "si": 1, "no": 0, "true": 1, "false": 0][text]
        case .timestamp: return Day(iso: text).map { Int64($0.number) }
        default: return Int64(text)
        }
    }
}
