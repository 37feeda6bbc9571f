import Civic
import Expressions
import Markup

extension JSON {
    /// An answer as programs send it.
    init(answer value: Expressions.Value) {
        switch value {
        case .bool(let bool): self = .bool(bool)
        case .int(let number): self = .integer(Int(number))
        case .string(let text): self = .string(text)
        case .timestamp(let moment): self = .string(Day(number: moment.day).iso)
        case .list(let values): self = .array(values.map { JSON(answer: $0) })
        case .map(let map):
            self = .object(
                map.entries.compactMap { entry in
                    if case .string(let name) = entry.key { JSON.Member(name, JSON(answer: entry.value)) } else { nil }
                })
        default: self = .null
        }
    }
}
