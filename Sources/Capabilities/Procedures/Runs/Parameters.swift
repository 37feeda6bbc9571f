import Civic
import Flows
import Storage

/// The catalogue's dated parameters, as a run looks at them.
public enum Parameters {
    /// Those that a service names, as they are now.
    static func table(for service: Service, _ holidays: Holidays, _ snapshot: Snapshot) throws -> ParameterTable {
        let found = try ParameterDesk().parameters(service.parameters.compactMap { Parameter.ID($0.parameter) }, snapshot)
        return table(Array(found.values), holidays)
    }

    /// Of the values themselves.
    public static func table(_ parameters: [Parameter], _ holidays: Holidays) -> ParameterTable {
        let byName = Dictionary(uniqueKeysWithValues: parameters.map { ("\($0.id)", $0) })
        return ParameterTable(
            holidays: holidays.days.map(\.number),
            words: { id in byName[id].map { ParameterTable.Words(name: $0.name.words, unit: $0.unit.rawValue) } }
        ) { id, day, age in
            guard let parameter = byName[id] else { return .missing(reason: id) }
            guard let value = parameter.value(on: Day(number: day), age: age) else {
                let reason = parameter.missing.first { $0.holds(on: Day(number: day)) }?.reason
                return .missing(reason: reason ?? parameter.name.es)
            }
            let reading: ParameterValue.Reading = value.isUnread ? .unread : value.isConfirmed ? .official : .unconfirmed
            return .value(
                ParameterValue(
                    value.amount, basis: parameter.basis, sources: value.sources.map(\.name), reading: reading,
                    isAssumed: parameter.isAssumed))
        }
    }
}

extension Parameter.Name {
    /// By language, as a service has its own words.
    public var words: Words { Words(["es": es, "en": en].compactMapValues(\.self)) }
}
