import Civic

/// Counts of facts, or differences of counts, in all roll-ups at once.
struct RollUps: Sendable {
    private(set) var contacts: [ContactCell: Int] = [:]
    private(set) var products: [ProductCell: Int] = [:]
    private(set) var points: [PointCell: Int] = [:]
    private(set) var hours: [HourCell: Int] = [:]
    private(set) var demands: [DemandCell: Int] = [:]
    private(set) var productHours: [ProductHourCell: Int] = [:]
    private(set) var times: [TimeCell: Int] = [:]
    private var calendar = LocalCalendar()
    private var clock = LocalHours()

    /// Counts a fact so many times: -1 takes it away.
    mutating func add(_ fact: SpineFact, _ times: Int = 1) {
        let (month, weekday) = calendar.parts(of: fact.day)
        let half = Int32(clock.half(of: Instant(milliseconds: fact.at)))
        let channel = Int32(fact.channel)
        contacts[
            ContactCell(
                day: Int32(fact.day), channel: channel, modality: Int32(fact.modality), deed: Int32(fact.deed),
                outcome: Int32(fact.outcome),
                origin: Int32(fact.origin ?? 0)), default: 0] += times
        products[ProductCell(month: month, channel: channel, deed: Int32(fact.deed), product: fact.product ?? 0), default: 0] += times
        hours[HourCell(month: month, channel: channel, weekday: weekday, half: half), default: 0] += times
        if let point = fact.point {
            points[PointCell(month: month, channel: channel, outcome: Int32(fact.outcome), point: point), default: 0] += times
        }
        if fact.modality == Modality.assisted.rawValue {
            demands[DemandCell(point: fact.point ?? 0, channel: channel, day: Int32(fact.day), half: half), default: 0] += times
            productHours[ProductHourCell(month: month, channel: channel, half: half, product: fact.product ?? 0), default: 0] += times
        }
        for (kind, seconds) in [(Int32(1), fact.wait), (2, fact.duration)] {
            guard let seconds else { continue }
            let bin = Int32(Bins.bin(of: seconds))
            self.times[TimeCell(month: month, channel: channel, point: 0, kind: kind, bin: bin), default: 0] += times
            if let point = fact.point {
                self.times[TimeCell(month: month, channel: channel, point: point, kind: kind, bin: bin), default: 0] += times
            }
        }
    }

    /// What this has more than another: where it has less, a number below zero; where both have the same, nothing.
    func less(_ other: RollUps) -> RollUps {
        var difference = RollUps()
        difference.contacts = Self.difference(contacts, other.contacts)
        difference.products = Self.difference(products, other.products)
        difference.points = Self.difference(points, other.points)
        difference.hours = Self.difference(hours, other.hours)
        difference.demands = Self.difference(demands, other.demands)
        difference.productHours = Self.difference(productHours, other.productHours)
        difference.times = Self.difference(times, other.times)
        return difference
    }

    private static func difference<Key>(_ one: [Key: Int], _ other: [Key: Int]) -> [Key: Int] {
        one.merging(other.mapValues { -$0 }, uniquingKeysWith: +).filter { $0.value != 0 }
    }

    /// How many cells are there.
    var count: Int {
        contacts.count + products.count + points.count + hours.count + demands.count + productHours.count + times.count
    }
}

extension RollUps {
    init(
        contacts: [ContactCell: Int], products: [ProductCell: Int], points: [PointCell: Int], hours: [HourCell: Int],
        demands: [DemandCell: Int], productHours: [ProductHourCell: Int], times: [TimeCell: Int]
    ) {
        self.contacts = contacts
        self.products = products
        self.points = points
        self.hours = hours
        self.demands = demands
        self.productHours = productHours
        self.times = times
    }
}
