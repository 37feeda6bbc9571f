import Civic
import Ports

/// What is expected of a day at a place, how many agents it needs, and what comes of those who are planned.
struct Plan: Sendable {
    let place: PlannedPlace
    let day: Day
    let forecast: Forecast
    let times: Times
    let target: Target
    /// Agents in each half hour.
    let agents: [Int]
    let outcome: Simulation.Outcome

    /// How many days are played.
    static let days = 60

    /// Half hours in which somebody comes or attends.
    var shown: ClosedRange<Int>? {
        let busy = (0..<48).filter { forecast.halves[$0] >= 0.5 || agents[$0] > 0 }
        return busy.first.flatMap { first in busy.last.map { first...$0 } }
    }

    func needed(_ half: Int) -> Int {
        Erlang.needed(perHour: forecast.halves[half] * 2, seconds: times.mean, share: target.share, within: target.seconds)
    }
}

/// A change to try: so many agents more or fewer, so much more or less demand, in percent.
struct WhatIf: Sendable, Hashable {
    var agents = 0
    var demand = 0

    var isNothing: Bool { self == WhatIf() }
}

/// How many people are expected for a product in each half hour of a day.
struct ExpectedProduct: Sendable, Hashable {
    let product: Int64
    let halves: [Double]

    var people: Double { halves.reduce(0, +) }
}

/// Reckons plans. Nothing is kept of them.
public struct PlanDesk: Sendable {
    let demand: DemandFigures
    let times: AttendingTimes
    let products: ProductDemand
    let points: ServicePoints
    let rosters: RosterDesk
    let target: Target
    let holidays: Holidays
    let clock: Clock

    public init(
        demand: DemandFigures, times: AttendingTimes, products: ProductDemand, points: ServicePoints, rosters: RosterDesk, target: Target,
        holidays: Holidays, clock: Clock
    ) {
        self.demand = demand
        self.times = times
        self.products = products
        self.points = points
        self.rosters = rosters
        self.target = target
        self.holidays = holidays
        self.clock = clock
    }

    /// nil when the same weekday never had anybody there, or it is not known how long attentions take.
    func plan(_ place: PlannedPlace, _ day: Day, _ agents: [Int], _ whatIf: WhatIf = WhatIf()) async throws -> Plan? {
        let point = try await points.all().first { $0.number == place.point }
        let holidays = holidays
        let past = try await demand.halves([place.point], place.channel, day.adding(days: -7 * Forecast.most), day.adding(days: -1))
        guard let forecast = Forecast(of: day, from: past, isClosed: { Self.isClosed(point, $0, holidays) }) else { return nil }
        let reading = try await times.at(place.point, place.channel, day)
        guard let times = Times(starts: reading.starts, counts: reading.counts) else { return nil }
        let arrivals = forecast.halves.map { $0 * (1 + Double(whatIf.demand) / 100) }
        let changed = agents.map { $0 == 0 ? 0 : max(0, $0 + whatIf.agents) }
        let simulation = Simulation(arrivals: arrivals, agents: changed, times: times, limit: target.seconds)
        return Plan(
            place: place, day: day, forecast: forecast, times: times, target: target, agents: changed,
            outcome: simulation.run(days: Plan.days, seed: UInt64(bitPattern: Int64(day.number))))
    }

    /// A point is closed on its own days and on the holidays of its comuna; whoever attends from afar has none.
    static func isClosed(_ point: ServicePoints.Point?, _ day: Day, _ holidays: Holidays) -> Bool {
        guard let point else { return false }
        return point.closed.contains(day.number) || holidays.includes(day, in: point.commune.map { "\($0)" })
    }

    /// Who attends in each half hour.
    static func agents(_ lines: [RosterDesk.Line]) -> [Int] {
        (0..<48).map { half in lines.count { !$0.isAway && $0.roster?.halves[half] == .attends } }
    }

    /// How many of a day's people come for what in each half hour, as the channel's last year had it; the greatest first.
    func expected(_ plan: Plan, limit: Int) async throws -> [ExpectedProduct] {
        let shares = try await products.shares(plan.place.channel, plan.day.adding(days: -1))
        return Array(
            shares.map { product, shares in ExpectedProduct(product: product, halves: zip(shares, plan.forecast.halves).map(*)) }
                .filter { $0.people > 0 }.sorted { ($1.people, $0.product) < ($0.people, $1.product) }.prefix(limit))
    }
}
