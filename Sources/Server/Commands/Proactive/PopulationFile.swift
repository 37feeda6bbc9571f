import Civic
import Expressions
import Flows

/// A population as CSV: an id that says nothing of who it is, and a column for each fact. What is empty is not known.
struct PopulationFile {
    let ids: [String]
    /// What is known of each, by name, in the order of the names.
    let rows: [[Value?]]
    let names: [String]
    /// The group of each person, by the columns that are groups.
    let groups: [String: [String]]

    /// `looked` are the names that the service looks at. Throws what is wrong, with its line.
    init(_ text: String, _ service: Service, looked: [String], groups: [String] = []) throws {
        let records = CommaSeparated.records(text)
        guard let head = records.first?.values, head.first == "id" else { throw Stopped("The first line names the columns, 'id' first.") }
        for name in groups where !head.contains(name) { throw Stopped("There is no column '\(name)' to look at by groups.") }
        for name in head.dropFirst() where !looked.contains(name) && !groups.contains(name) {
            throw Stopped("'\(name)' is no fact of this service; it looks at \(looked.joined(separator: ", ")).")
        }
        let columns = head.enumerated().dropFirst().map { (place: $0, name: $1) }
        let known = columns.filter { !groups.contains($0.name) }
        let cells = known.map { Cell(service, $0.name) }
        var (ids, rows) = ([String](), [[Value?]]())
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
            for (place, name) in columns where groups.contains(name) { labels[name, default: []].append(record.values[place]) }
            rows.append(
                try zip(known, cells).map { column, cell in
                    let text = record.values[column.place]
                    if text.isEmpty { return nil }
                    guard let value = cell.value(text) else { throw Stopped("Line \(record.line): '\(column.name)' is no \(cell.form).") }
                    return value
                })
        }
        (self.ids, self.rows, self.groups, names) = (ids, rows, labels, known.map(\.name))
    }

    /// As columns, for a service that can be reckoned over them.
    var population: Population {
        Population(
            count: ids.count,
            columns: Dictionary(
                uniqueKeysWithValues: names.enumerated().map { place, name in
                    (name, rows.map { $0[place].flatMap(Self.number) ?? Population.unknown })
                }))
    }

    /// What is known of one of them, as its case would have it.
    func state(_ row: Int, _ service: Service) -> FlowState {
        var state = FlowState()
        for (name, value) in zip(names, rows[row]) {
            guard let value else { continue }
            if service.fact(name) != nil {
                state.know(name, FactResult(.known, value, at: 0))
            } else {
                // Nothing else changes it meanwhile.
                try? state.apply(.answered(name, value), to: state.revision)
            }
        }
        return state
    }

    private static func number(_ value: Value) -> Int64? {
        switch value {
        case .bool(let flag): flag ? 1 : 0
        case .int(let number): number
        case .timestamp(let moment): Int64(moment.day)
        default: nil
        }
    }

    /// How the fields of a column are read.
    private struct Cell {
        let type: ValueType
        let fact: Fact?

        init(_ service: Service, _ name: String) {
            type = service.environment.type(of: name) ?? .int
            fact = service.fact(name)
        }

        var form: String { fact.map { ServiceFiles.form($0.kind) } ?? type.text }

        func value(_ text: String) -> Value? {
            switch type {
            case .bool: ["1": true, "0": false, "si": true, "no": false, "true": true, "false": false][text].map { .bool($0) }
            case .timestamp: Day(iso: text).flatMap { Timestamp(day: $0.number) }.map { .timestamp($0) }
            case .int: Int64(text).map { .int($0) }
            case .string: .string(text)
            default: fact.flatMap { ServiceFiles.value(json: text, $0) }
            }
        }
    }
}
