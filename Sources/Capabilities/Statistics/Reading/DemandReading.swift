import Civic
import Ports
import Storage

extension CountingDesk {
    /// What is asked for most in a channel, the last twelve months first.
    public func demand() -> ProductDemand {
        let database = database
        return ProductDemand { channel, limit in
            try await database.read { try FigureStore().mostAsked(in: channel.number, limit: limit, $0) }
        }
    }

    /// How many people were attended in each half hour of days.
    public var figures: DemandFigures {
        let database = database
        return DemandFigures { points, channel, first, last in
            try await database.read { snapshot in
                var days: [Day: [Int]] = [:]
                for point in points {
                    for channel in try channel.map({ [$0.number] }) ?? FigureStore().channels(at: point ?? 0, snapshot) {
                        for (day, half, count) in try FigureStore().halves(at: point ?? 0, channel, first.number, last.number, snapshot) {
                            days[Day(number: day), default: Array(repeating: 0, count: 48)][half] += count
                        }
                    }
                }
                return days
            }
        }
    }

    /// How long people waited just now.
    public var recentWaits: RecentWaits {
        let database = database
        return RecentWaits { point, now in try await database.read { try RecentWaitStore().mean(at: point, now, $0) } }
    }
}
