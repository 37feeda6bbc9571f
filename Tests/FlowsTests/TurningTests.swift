import Expressions
import Flows
import TestKit
import Testing

/// What a granted benefit comes to on another day, with the same data.
@Suite("A benefit and the calendar")
struct TurningTests {
    /// Rosa with a base pension, her data as registers say them.
    private static func turning(_ pension: Int64, _ change: (ParameterTable) -> ParameterTable = { $0 }) throws -> (
        Turning, Service, Life, FlowState
    ) {
        let service = try Pension.service("pension-garantizada-universal")
        let life = try #require(service.life)
        var state = FlowState()
        var registers = Pension.rosa
        registers["pension_base"] = .int(pension)
        registers["fallecida"] = .bool(false)
        registers["dias_fuera"] = .int(0)
        registers["meses_sin_cobrar"] = .int(0)
        for (name, value) in registers { state.know(name, FactResult(.known, value, at: 0)) }
        try state.apply(.filed(on: Pension.today), to: state.revision)
        return (Turning(service, life, state, parameters: change(Pension.parameters)), service, life, state)
    }

    /// The maximum is more from a day on.
    private static func raised(from day: Int) -> (ParameterTable) -> ParameterTable {
        { table in
            ParameterTable(holidays: table.holidays) { id, on, age in
                // The values that are known stand for the days after them too.
                let found = table.find(id, min(on, Pension.today), age)
                guard id == "pgu.maximo", on >= day, case .value(let value) = found else { return found }
                return .value(ParameterValue(value.amount + 10_000))
            }
        }
    }

    @Test("changes on the day on which a value begins, and since that day")
    func value() throws {
        let (turning, _, _, _) = try Self.turning(310_000, Self.raised(from: Pension.today + 100))
        #expect(turning.next(after: Pension.today, through: Pension.today + 365) == Pension.today + 100)
        #expect(turning.next(after: Pension.today, through: Pension.today + 99) == nil)
        #expect(turning.began(after: Pension.today, through: Pension.today + 200) == Pension.today + 100)
        #expect(turning.began(after: Pension.today + 101, through: Pension.today + 200) == nil, "nothing changed in between")
    }

    @Test("changes on a birthday, though nobody asked registers yet for what only a review looks at")
    func birthday() throws {
        let service = try Pension.service("pension-garantizada-universal")
        let life = try #require(service.life)
        var state = FlowState()
        var registers = Pension.rosa
        // 75 on 10 January 2027: a band of age begins with the month of the birthday.
        registers["nacimiento"] = Pension.day(1952, 1, 10)
        for (name, value) in registers { state.know(name, FactResult(.known, value, at: 0)) }
        try state.apply(.filed(on: Pension.today), to: state.revision)
        let turning = Turning(service, life, state, parameters: Pension.parameters)
        #expect(turning.next(after: Pension.today, through: Pension.today + 200) == Pension.today + 34)
    }

    @Test("is looked at by the rules that go on, and the limit is that of the day")
    func limit() throws {
        let table: (ParameterTable) -> ParameterTable = { table in
            ParameterTable(holidays: table.holidays) { id, on, age in
                let found = table.find(id, min(on, Pension.today), age)
                guard id == "pgu.superior", on > Pension.today, case .value(let value) = found else { return found }
                return .value(ParameterValue(value.amount + 100_000))
            }
        }
        // More than the limit of the grant, less than that of today: it is still due.
        let (_, service, life, state) = try Self.turning(1_300_000)
        let today = Review(service, life, state, today: Pension.today, parameters: table(Pension.parameters)).outcome
        guard case .stopped(let stop, _) = today else { return #expect(Bool(false), "\(today)") }
        #expect(stop.id == "pension_alta")
        let later = Review(service, life, state, today: Pension.today + 30, parameters: table(Pension.parameters)).outcome
        guard case .due(let pesos) = later else { return #expect(Bool(false), "\(later)") }
        #expect(pesos > 0 && pesos < 50_000)
    }
}
