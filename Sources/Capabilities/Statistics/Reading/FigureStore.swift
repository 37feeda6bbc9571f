import Civic
import Storage

/// The roll-ups as boards read them: sums of a period.
struct FigureStore: Sendable {
    /// Contacts of a step of time by channel, modality and deed.
    struct Flow: Sendable {
        let step: Int
        let channel: Int
        let modality: Int
        let deed: Int
        let n: Int
    }

    /// By month of a year, from 1, or by day of a month, as far as the last day.
    func flows(_ period: Period, through last: Int, _ snapshot: Snapshot) throws -> [Flow] {
        switch period {
        case .year:
            try period.months.enumerated().flatMap { index, number in
                let month = Month(number: number)
                return try flows(month.first.number...month.last.number, through: last, snapshot).map {
                    Flow(step: index + 1, channel: $0.channel, modality: $0.modality, deed: $0.deed, n: $0.n)
                }
            }
        case .month:
            try period.days.flatMap { day in
                try flows(day...day, through: last, snapshot).map {
                    Flow(step: Day(number: day).day, channel: $0.channel, modality: $0.modality, deed: $0.deed, n: $0.n)
                }
            }
        }
    }

    /// All days together.
    func flows(
        _ days: ClosedRange<Int>, through last: Int, _ snapshot: Snapshot
    ) throws -> [(channel: Int, modality: Int, deed: Int, n: Int)] {
        try snapshot.all(
            """
            SELECT channel, modality, deed, CAST(SUM(n) AS BIGINT) AS n FROM tally_contact
            WHERE day BETWEEN \(days.lowerBound) AND \(min(days.upperBound, last)) GROUP BY channel, modality, deed
            """
        ) { (try $0.at(0), try $0.at(1), try $0.at(2), try $0.at(3)) }.filter { $0.n > 0 }
    }

    /// Outcomes by channel: how many ended so.
    func outcomes(
        _ days: ClosedRange<Int>, through last: Int, _ snapshot: Snapshot
    ) throws -> [(channel: Int, outcome: Int, n: Int)] {
        try snapshot.all(
            """
            SELECT channel, outcome, CAST(SUM(n) AS BIGINT) AS n FROM tally_contact
            WHERE day BETWEEN \(days.lowerBound) AND \(min(days.upperBound, last)) GROUP BY channel, outcome
            """
        ) { (try $0.at(0), try $0.at(1), try $0.at(2)) }
    }

    /// Whether any contact of these days was made up.
    func isSynthetic(_ days: ClosedRange<Int>, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.first(
            """
            SELECT n FROM tally_contact WHERE day BETWEEN \(days.lowerBound) AND \(days.upperBound) AND origin = 3 AND n > 0 LIMIT 1
            """) != nil
    }

    /// The first and the last day with a contact; nil when there is none.
    func extent(_ snapshot: Snapshot) throws -> ClosedRange<Int>? {
        guard let first: Int = try snapshot.value("SELECT day FROM tally_contact WHERE n > 0 ORDER BY day LIMIT 1"),
            let last: Int = try snapshot.value("SELECT day FROM tally_contact WHERE n > 0 ORDER BY day DESC LIMIT 1")
        else { return nil }
        return first...last
    }

    /// The years that have a contact, as far as a day.
    func years(through last: Int, _ snapshot: Snapshot) throws -> [Int] {
        guard let extent = try extent(snapshot), extent.lowerBound <= last else { return [] }
        return try (Day(number: extent.lowerBound).year...Day(number: min(extent.upperBound, last)).year).filter { year in
            let days = Period.year(year).days
            return try snapshot.first(
                """
                SELECT n FROM tally_contact WHERE day BETWEEN \(days.lowerBound) AND \(min(days.upperBound, last)) AND n > 0 LIMIT 1
                """) != nil
        }
    }

    /// What was asked for by month, channel and deed; without a product, 0.
    func products(
        _ months: ClosedRange<Int>, _ snapshot: Snapshot
    ) throws -> [(month: Int, channel: Int, deed: Int, product: Int64, n: Int)] {
        try snapshot.all(
            """
            SELECT month, channel, deed, product, n FROM tally_product
            WHERE month BETWEEN \(months.lowerBound) AND \(months.upperBound) AND n > 0
            """
        ) { (try $0.at(0), try $0.at(1), try $0.at(2), try $0.at(3), try $0.at(4)) }
    }

    func points(_ months: ClosedRange<Int>, _ snapshot: Snapshot) throws -> [(month: Int, point: Int64, n: Int)] {
        try snapshot.all(
            """
            SELECT month, point, CAST(SUM(n) AS BIGINT) AS n FROM tally_point
            WHERE month BETWEEN \(months.lowerBound) AND \(months.upperBound) GROUP BY month, point
            """
        ) { (try $0.at(0), try $0.at(1), try $0.at(2)) }
    }

    /// Whether anybody was attended through a channel. It looks day by day and stops at the first.
    func isAssisted(_ channel: Int, _ days: ClosedRange<Int>, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.first(
            """
            WITH RECURSIVE days (day) AS (
                SELECT CAST(\(days.lowerBound) AS BIGINT) UNION ALL SELECT day + 1 FROM days WHERE day < \(days.upperBound)
            )
            SELECT day FROM days WHERE EXISTS (
                SELECT 1 FROM tally_contact kept
                WHERE kept.day = days.day AND kept.channel = \(channel) AND kept.modality = \(Modality.assisted.rawValue) AND kept.n > 0
            ) LIMIT 1
            """) != nil
    }

    /// Contacts of a month through a channel, by half hour and by day of the week.
    struct Hours: Sendable {
        let month: Int
        let channel: Int
        var halves = Array(repeating: 0, count: 48)
        var weekdays = Array(repeating: 0, count: 7)
    }

    /// In one pass, in the order of the table.
    func hours(_ months: ClosedRange<Int>, _ snapshot: Snapshot) throws -> [Hours] {
        var found: [Hours] = []
        try snapshot.each(
            """
            SELECT month, channel, weekday, half, n FROM tally_hour
            WHERE month BETWEEN \(months.lowerBound) AND \(months.upperBound) ORDER BY month, channel, weekday, half
            """
        ) { row in
            let (month, channel, weekday, half, n): (Int, Int, Int, Int, Int) = (
                try row.at(0), try row.at(1), try row.at(2), try row.at(3), try row.at(4)
            )
            if found.last?.month != month || found.last?.channel != channel { found.append(Hours(month: month, channel: channel)) }
            found[found.count - 1].halves[half] += n
            found[found.count - 1].weekdays[weekday - 1] += n
        }
        return found
    }

    /// Times of all points together, by month, channel, kind and bin.
    func times(
        _ months: ClosedRange<Int>, _ snapshot: Snapshot
    ) throws -> [(month: Int, channel: Int, kind: Int, bin: Int, n: Int)] {
        try snapshot.all(
            """
            SELECT month, channel, kind, bin, n FROM tally_time
            WHERE month BETWEEN \(months.lowerBound) AND \(months.upperBound) AND point = 0
            """
        ) { (try $0.at(0), try $0.at(1), try $0.at(2), try $0.at(3), try $0.at(4)) }
    }

    /// The products that were asked for most in a channel: those of the last twelve months first, then those of all time.
    func mostAsked(in channel: Int, limit: Int, _ snapshot: Snapshot) throws -> [Int64] {
        guard
            let last: Int = try snapshot.value(
                "SELECT month FROM tally_product WHERE channel = \(channel) AND product <> 0 AND n > 0 ORDER BY month DESC LIMIT 1")
        else { return [] }
        return try snapshot.all(
            """
            SELECT product, CAST(SUM(CASE WHEN month > \(last - 12) THEN n ELSE 0 END) AS BIGINT) AS lately, CAST(SUM(n) AS BIGINT) AS n
            FROM tally_product WHERE channel = \(channel) AND product <> 0 GROUP BY product ORDER BY lately DESC, n DESC, product LIMIT \(limit)
            """
        ) { try $0.at(0) }
    }

    /// What people were attended for through a channel, by half hour, in some months.
    func productHalves(_ channel: Int, _ months: ClosedRange<Int>, _ snapshot: Snapshot) throws -> [(half: Int, product: Int64, n: Int)] {
        try snapshot.all(
            """
            SELECT half, product, CAST(SUM(n) AS BIGINT) AS n FROM tally_product_hour
            WHERE channel = \(channel) AND month BETWEEN \(months.lowerBound) AND \(months.upperBound) AND n > 0 GROUP BY half, product
            """
        ) { (try $0.at(0), try $0.at(1), try $0.at(2)) }
    }

    /// Assisted contacts through a channel at a point in each half hour of days, 0 being none.
    func halves(
        at point: Int64, _ channel: Int, _ first: Int, _ last: Int, _ snapshot: Snapshot
    ) throws -> [(day: Int, half: Int, count: Int)] {
        try snapshot.all(
            """
            SELECT day, half, n FROM tally_demand
            WHERE point = \(point) AND channel = \(channel) AND day BETWEEN \(first) AND \(last) AND n > 0
            """
        ) { (try $0.at(0), try $0.at(1), try $0.at(2)) }
    }

    /// How many attentions of some months fell in each bin, at a point or, for 0, in the whole channel.
    func attending(at point: Int64, _ channel: Int, _ months: ClosedRange<Int>, _ snapshot: Snapshot) throws -> [Int] {
        var counts = Array(repeating: 0, count: Bins.starts.count)
        try snapshot.each(
            """
            SELECT bin, CAST(SUM(n) AS BIGINT) AS n FROM tally_time
            WHERE month BETWEEN \(months.lowerBound) AND \(months.upperBound) AND channel = \(channel) AND point = \(point) AND kind = 2
            GROUP BY bin
            """
        ) { counts[try $0.at(0)] = try $0.at(1) }
        return counts
    }

    /// The channels through which people are attended at a point.
    func channels(at point: Int64, _ snapshot: Snapshot) throws -> [Int] {
        try snapshot.all("SELECT DISTINCT channel FROM tally_demand WHERE point = \(point) ORDER BY channel") { try $0.at(0) }
    }
}
