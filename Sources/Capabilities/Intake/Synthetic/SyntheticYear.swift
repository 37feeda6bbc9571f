import Civic
import Foundation

/// A plausible year of contacts that never were, in the order in which they would have been. The same plan, year and number make the same
/// contacts.
struct SyntheticYear: Sendable {
    /// A point of service and how many people live around it.
    struct Point: Sendable {
        let number: Int64
        let kind: String
        let people: Int
    }

    private struct Lane: Sendable {
        let way: SyntheticPlan.Way
        let days: [Int]
        let halves: [Int]
        let deeds: Urn<Int>?
        let outcomes: Urn<Int>?
        let products: Urn<Int64>?
        let points: Urn<Int64>?
    }

    let first: Day
    private let lanes: [Lane]
    private let seed: UInt64
    private let times: [Int]

    /// `last` ends a year that is not over.
    init(
        _ plan: SyntheticPlan, year: Int, rows: Int, points: [Point], sheets: Set<Int64>, holidays: Holidays, last: Day? = nil
    ) {
        first = Day(year: year, month: 1, day: 1) ?? Day(number: 0)
        let end = min(Day(year: year, month: 12, day: 31) ?? first, last ?? Day(number: .max / 2))
        let days = first.number > end.number ? [] : (first.number...end.number).map(Day.init(number:))
        let planned = plan.planned(year)
        let assisted = apportioned(rows, by: [plan.assisted[planned] ?? 0, 1_000_000 - (plan.assisted[planned] ?? 0)])
        var lanes: [Lane] = []
        for (modality, whole) in [(Modality.assisted, assisted[0]), (.selfService, assisted[1])] {
            let ways = plan.ways.filter { $0.modality == modality }
            for (way, count) in zip(ways, apportioned(whole, by: ways.map { $0.shares[planned] ?? 0 })) {
                let here = points.filter { way.points.contains($0.kind) }.map { ($0.number, max(1, $0.people)) }
                lanes.append(
                    Lane(
                        way: way, days: apportioned(count, by: days.map { Self.weight(of: $0, way, holidays) }), halves: Self.halves(way),
                        deeds: Urn(way.deeds.map { ($0.code, $0.weight) }), outcomes: Urn(way.outcomes.map { ($0.code, $0.weight) }),
                        products: Urn(way.products.filter { sheets.contains($0.sheet) }.map { ($0.sheet, $0.weight) }), points: Urn(here)))
            }
        }
        self.lanes = lanes
        seed = UInt64(year) &* 0x1_0000_0001 &+ UInt64(rows)
        // A log-normal spread, as times of waiting and attending have it, in a thousand steps of parts of 256.
        times = (0..<1024).map { step in
            Int(256 * exp(0.75 * Normal.quantile((Double(step) + 0.5) / 1024)))
        }
    }

    var dayCount: Int { lanes.first?.days.count ?? 0 }

    /// How many contacts a day has.
    func count(onDay index: Int) -> Int { lanes.map { $0.days[index] }.reduce(0, +) }

    /// The contacts of a day, half-hour by half-hour.
    func contacts(onDay index: Int) -> [SpineRow] {
        let day = first.adding(days: index)
        var dice = Dice(seed ^ UInt64(index) &* 0x2545_f491_4f6c_dd1d)
        let split = lanes.map { apportioned($0.days[index], by: $0.halves) }
        var rows: [SpineRow] = []
        rows.reserveCapacity(count(onDay: index))
        for half in 0..<48 {
            let start = ChileanTime.instant(of: day, hour: half / 2, minute: half % 2 * 30).milliseconds
            let from = rows.count
            for (lane, counts) in zip(lanes, split) where counts[half] > 0 {
                for _ in 0..<counts[half] { rows.append(contact(of: lane, on: day.number, from: start, &dice)) }
            }
            rows[from...].sort { $0.at < $1.at }
        }
        return rows
    }

    private func contact(of lane: Lane, on day: Int, from start: Int64, _ dice: inout Dice) -> SpineRow {
        let deed = lane.deeds?.draw(&dice) ?? Deed.information.number
        let isVisit = deed == Deed.visit.number
        return SpineRow(
            at: Instant(milliseconds: start + Int64(dice.next(below: 1_800_000))), day: day, medium: lane.way.medium,
            channel: lane.way.channel, modality: lane.way.modality.rawValue, deed: deed,
            outcome: isVisit ? Outcome.unknown.number : lane.outcomes?.draw(&dice) ?? Outcome.resolved.number,
            origin: Origin.synthetic.number, point: lane.points?.draw(&dice), product: lane.products?.draw(&dice),
            wait: lane.way.wait.map { $0 * times[dice.next(below: 1024)] / 256 },
            duration: max(5, lane.way.attended * times[dice.next(below: 1024)] / 256))
    }

    /// How busy a day is: working days most, Mondays and the days of payment more, February less.
    private static func weight(of day: Day, _ way: SyntheticPlan.Way, _ holidays: Holidays) -> Int {
        let months = [100, 82, 118, 108, 104, 100, 102, 106, 96, 102, 98, 88]
        let usual = [1: 112, 2: 104, 3: 100, 4: 98, 5: 90]
        let share: Int
        if holidays.includes(day) {
            share = way.holidays
        } else if day.weekday == 6 {
            share = way.saturday
        } else if day.weekday == 7 {
            share = way.sunday
        } else {
            share = usual[day.weekday] ?? 100
        }
        return share * months[day.month - 1] * ((20...27).contains(day.day) ? 108 : 100)
    }

    /// How busy each half-hour is: a hill before noon and a smaller one after lunch, within the hours.
    private static func halves(_ way: SyntheticPlan.Way) -> [Int] {
        let hills = [
            2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 6, 9, 16, 26, 52, 68, 88, 100, 104, 102, 96, 88, 74, 62, 58, 60, 70, 76, 74, 68, 60, 52, 46,
            42,
            40, 40, 40, 38, 36, 33, 29, 24, 18, 12, 7, 4,
        ]
        return hills.indices.map { way.hours.contains($0 / 2) ? hills[$0] : 0 }
    }
}
