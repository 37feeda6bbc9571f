import Civic
import Storage

/// Measures months once they are closed.
public struct MonthDesk: Sendable {
    private let database: Database
    private let clock: Clock
    private let store = MonthStore()
    private let contacts = InteractionDesk()

    public init(_ database: Database, clock: Clock) {
        self.database = database
        self.clock = clock
    }

    /// Measures every month that is closed and was not measured: its last day, and the days after it in which somebody would have come again.
    /// Gives back how many.
    @discardableResult
    public func close() async throws -> Int {
        try await CountingDesk(database).countAll()
        guard let extent = try await database.read({ try FigureStore().extent($0) }) else { return 0 }
        let last = Month(of: clock.today.adding(days: -MonthMeasure.days - 1)).number
        let range = Month(of: Day(number: extent.lowerBound)).number...max(Month(of: Day(number: extent.lowerBound)).number, last)
        let done = try await database.read { Set(try store.measures(range, $0).map(\.month.number)) }
        var closed = 0
        for number in range where !done.contains(number) {
            let month = Month(number: number)
            guard month.last.adding(days: MonthMeasure.days) < clock.today else { continue }
            let measure = try await database.read { snapshot in
                var named: [(contact: PastContact, person: PersonID)] = []
                try contacts.named(from: month.first, to: month.last.adding(days: MonthMeasure.days), snapshot) { named += $0 }
                let flows = try FigureStore().flows(month.first.number...month.last.number, through: month.last.number, snapshot)
                return MonthMeasure(month, named, contacts: flows.filter { $0.deed != Deed.visit.number }.map(\.n).reduce(0, +))
            }
            guard measure.contacts > 0 else { continue }
            try await database.write { transaction in
                try store.insert(measure, transaction)
                transaction.announce(CountingDesk.past)
            }
            closed += 1
        }
        return closed
    }
}
