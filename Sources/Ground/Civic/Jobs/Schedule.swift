/// Work that comes again: every so often, or each day at an hour of continental Chile.
public struct Schedule: Sendable {
    public enum Rhythm: Sendable, Hashable {
        /// Milliseconds from one turn to the next.
        case every(Int64)
        /// Each local day at this hour and minute.
        case daily(hour: Int, minute: Int)
    }

    public let name: String
    public let rhythm: Rhythm
    /// The job of a turn.
    public let job: Job

    public init(_ name: StaticString, _ rhythm: Rhythm, job: Job) {
        self.name = name.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        self.rhythm = rhythm
        self.job = job
    }

    /// The first turn after a moment, in Unix milliseconds. Turns that were missed are not made up for: one follows at once, then the
    /// rhythm goes on.
    public func next(after now: Int64) -> Int64 {
        switch rhythm {
        case .every(let milliseconds):
            return now + max(1, milliseconds)
        case .daily(let hour, let minute):
            let today = Day(of: Instant(milliseconds: now))
            for day in [today, today.adding(days: 1), today.adding(days: 2)] {
                let moment = ChileanTime.instant(of: day, hour: hour, minute: minute).milliseconds
                if moment > now { return moment }
            }
            return now + 86_400_000
        }
    }
}
