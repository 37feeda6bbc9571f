import Civic
import Ports

extension PointDesk {
    /// Every point of service, for whoever counts or checks contacts.
    public var servicePoints: ServicePoints {
        ServicePoints(all: { try await everyPoint().map(ServicePoints.Point.init) }) { numbers in
            try await points(numbers.compactMap { Int(exactly: $0) }).map(ServicePoints.Point.init)
        }
    }
}

extension ServicePoints.Point {
    init(_ point: PointOfService) {
        let closed = point.exceptions.filter { $0.hours.intervals.isEmpty }
            .flatMap { $0.days.lowerBound.number...$0.days.upperBound.number }
        let minutes = point.week.map { week in
            (1...7).flatMap { week.intervals(on: $0) }.map { $0.to - $0.from }.reduce(0, +)
        }
        self.init(
            number: Int64(point.number), name: point.name, kind: point.kind.rawValue, commune: point.commune,
            isSeen: point.evidence == .seen, closed: Set(closed), weeklyMinutes: minutes)
    }
}
