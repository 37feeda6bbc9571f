import Civic
import Ports
import Storage

extension CountingDesk {
    /// What is asked for most in a channel, the last twelve months first.
    public func demand() -> ProductDemand {
        let database = database
        return ProductDemand(
            most: { channel, limit in
                try await database.read { try FigureStore().mostAsked(in: channel.number, limit: limit, $0) }
            },
            shares: { channel, until in
                let last = Month(of: until).number
                let rows = try await database.read { try FigureStore().productHalves(channel.number, (last - 11)...last, $0) }
                let all = rows.reduce(into: Array(repeating: 0, count: 48)) { $0[$1.half] += $1.n }
                return rows.filter { $0.product != 0 }.reduce(into: [:]) { shares, row in
                    shares[row.product, default: Array(repeating: 0, count: 48)][row.half] += Double(row.n) / Double(all[row.half])
                }
            })
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

    /// How long attentions take where and through which channel, from the histograms of the last twelve months.
    public var attendingTimes: AttendingTimes {
        let database = database
        return AttendingTimes { point, channel, until in
            let last = Month(of: until).number
            return try await database.read { snapshot in
                let own = try FigureStore().attending(at: point ?? 0, channel.number, (last - 11)...last, snapshot)
                let counts =
                    point == nil || own.reduce(0, +) >= 100
                    ? own : try FigureStore().attending(at: 0, channel.number, (last - 11)...last, snapshot)
                return AttendingTimes.Reading(starts: Bins.starts, counts: counts)
            }
        }
    }
}
