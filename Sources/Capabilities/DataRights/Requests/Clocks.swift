import Civic
import Storage

/// The terms of the law, as the parameters of the day have them. What nobody has stated is nil: the page says so, and a person decides.
struct Clocks: Sendable {
    let holidays: Holidays
    private let desk = ParameterDesk()

    init(_ holidays: Holidays) { self.holidays = holidays }

    /// The last day to answer what is filed on a day.
    func due(_ right: Right, filed day: Day, _ snapshot: Snapshot) throws -> Day? {
        for name in Self.terms(of: right) {
            if let term = try term(name, on: day, snapshot) { return end(of: term, from: day) }
        }
        return nil
    }

    /// The last day after an extension that is granted on a day; nil when none may be, as once the term has passed.
    func extended(_ request: RightsRequest, on day: Day, _ snapshot: Snapshot) throws -> Day? {
        guard let due = request.due, !(due < day), request.right != .blocking, request.extended == nil,
            let times = try value("ley-21719.prorrogas", on: day, snapshot), times > 0,
            let term = try term("ley-21719.prorroga-plazo", on: day, snapshot)
        else { return nil }
        return end(of: term, from: due)
    }

    /// From which day what was granted on a day is erased: until then the person can read the answer and change their mind.
    func erasure(granted day: Day, _ snapshot: Snapshot) throws -> Day {
        try term("ventanilla.espera-supresion", on: day, snapshot).flatMap { end(of: $0, from: day) } ?? day.adding(days: 1)
    }

    /// The parameters in which the term is looked for, the newer law first. Before it was in force another one ruled part of this.
    private static func terms(of right: Right) -> [String] {
        switch right {
        case .blocking: ["ley-21719.bloqueo", "ley-19628.respuesta"]
        case .access, .rectification, .erasure: ["ley-21719.respuesta", "ley-19628.respuesta"]
        case .opposition, .portability, .question: ["ley-21719.respuesta"]
        }
    }

    /// nil too where the calendar of holidays does not reach: a term is never guessed.
    private func end(of term: Term, from day: Day) -> Day? { try? term.end(from: day, BusinessCalendar(holidays)) }

    private func value(_ name: String, on day: Day, _ snapshot: Snapshot) throws -> Int? {
        guard let id = Parameter.ID(name) else { return nil }
        return try desk.parameter(id, snapshot)?.value(on: day).map { Int($0.amount) }
    }

    private func term(_ name: String, on day: Day, _ snapshot: Snapshot) throws -> Term? {
        guard let id = Parameter.ID(name), let parameter = try desk.parameter(id, snapshot), let value = parameter.value(on: day) else {
            return nil
        }
        return switch parameter.unit {
        case .days: .days(Int(value.amount))
        case .businessDays: .businessDays(Int(value.amount))
        case .months: .months(Int(value.amount))
        default: nil
        }
    }
}
