import Civic
import Foundation

/// A point of a drawing, in its units.
struct MapPoint: Sendable, Equatable {
    var x: Double
    var y: Double
}

/// From degrees to the units of a drawing: equidistant cylindrical, true to shape at the middle latitude of what is drawn.
struct Projection: Sendable {
    let west: Double
    let north: Double
    /// The cosine of the middle latitude: how much shorter a degree of longitude is there.
    let stretch: Double
    /// Units for one degree of latitude.
    let scale: Double

    /// Where longitudes end that are drawn: the islands of the open Pacific lie beyond it and would make the country a dot.
    static let farWest = -76.5

    init(west: Double, north: Double, south: Double, scale: Double) {
        self.west = west
        self.north = north
        self.scale = scale
        stretch = cos((north + south) / 2 * .pi / 180)
    }

    func point(_ longitude: Double, _ latitude: Double) -> MapPoint {
        MapPoint(x: (longitude - west) * stretch * scale, y: (north - latitude) * scale)
    }
}

/// A ring at the size of a drawing.
enum Outline {
    /// The points that are needed so that no point that is left out is farther than `tolerance` from the line (Douglas and Peucker,
    /// 1973). The ring is closed: its last point is its first.
    static func reduced(_ ring: [MapPoint], tolerance: Double) -> [MapPoint] {
        guard ring.count > 4, let first = ring.first else { return ring }
        let far = ring.indices.max { distance(ring[$0], first) < distance(ring[$1], first) } ?? 0
        var kept = Set([0, far, ring.count - 1])
        var waiting = [(0, far), (far, ring.count - 1)]
        while let (start, end) = waiting.popLast() {
            guard end - start > 1 else { continue }
            let (index, away) = ((start + 1)..<end).map { ($0, offset(ring[$0], ring[start], ring[end])) }.max { $0.1 < $1.1 } ?? (start, 0)
            guard away > tolerance else { continue }
            kept.insert(index)
            waiting += [(start, index), (index, end)]
        }
        return kept.sorted().map { ring[$0] }
    }

    /// The area inside of the ring, in square units.
    static func area(_ ring: [MapPoint]) -> Double {
        abs(zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }) / 2
    }

    /// The middle of its area.
    static func centre(_ ring: [MapPoint]) -> MapPoint {
        var (x, y, twice) = (0.0, 0.0, 0.0)
        for (a, b) in zip(ring, ring.dropFirst()) {
            let cross = a.x * b.y - b.x * a.y
            (x, y, twice) = (x + (a.x + b.x) * cross, y + (a.y + b.y) * cross, twice + cross)
        }
        return twice == 0 ? ring.first ?? MapPoint(x: 0, y: 0) : MapPoint(x: x / (3 * twice), y: y / (3 * twice))
    }

    /// The widest stretch inside of the ring at a height; nil when the height is outside.
    static func chord(_ ring: [MapPoint], at y: Double) -> ClosedRange<Double>? {
        let crossings = zip(ring, ring.dropFirst()).compactMap { a, b in
            (a.y > y) == (b.y > y) ? nil : a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)
        }.sorted()
        let stretches = stride(from: 0, to: crossings.count - 1, by: 2).map { crossings[$0]...crossings[$0 + 1] }
        return stretches.max { $0.upperBound - $0.lowerBound < $1.upperBound - $1.lowerBound }
    }

    /// A stretch inside of a ring.
    struct Room {
        let y: Double
        let middle: Double
        let width: Double
    }

    /// Where words of this height have the most room inside of the ring; nil when they have none.
    static func room(_ ring: [MapPoint], height: Double) -> Room? {
        guard let top = ring.map(\.y).min(), let bottom = ring.map(\.y).max() else { return nil }
        var best: Room?
        for y in stride(from: top + height / 2, through: bottom - height / 2, by: 2) {
            let chords = [-0.5, -0.25, 0, 0.25, 0.5].compactMap { chord(ring, at: y + height * $0) }
            let (left, right) = (chords.map(\.lowerBound).max() ?? 0, chords.map(\.upperBound).min() ?? 0)
            guard chords.count == 5, right - left > best?.width ?? 0 else { continue }
            best = Room(y: y, middle: (left + right) / 2, width: right - left)
        }
        return best
    }

    /// The ring as path data, each point relative to the last one: the shortest form.
    static func path(_ ring: [MapPoint]) -> String {
        var (x, y) = (0, 0)
        var path = ""
        for (index, point) in ring.dropLast().enumerated() {
            let (toX, toY) = (Coordinate.tenths(point.x), Coordinate.tenths(point.y))
            if index > 0, toX == x, toY == y { continue }
            let second = Coordinate.text(tenths: index == 0 ? toY : toY - y)
            path +=
                (index == 0 ? "M" : "l") + Coordinate.text(tenths: index == 0 ? toX : toX - x) + (second.hasPrefix("-") ? "" : " ") + second
            (x, y) = (toX, toY)
        }
        return path + "z"
    }

    private static func distance(_ a: MapPoint, _ b: MapPoint) -> Double { (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y) }

    /// How far a point is from the stretch between two others.
    private static func offset(_ point: MapPoint, _ a: MapPoint, _ b: MapPoint) -> Double {
        let (x, y) = (b.x - a.x, b.y - a.y)
        let length = x * x + y * y
        let along = length == 0 ? 0 : max(0, min(1, ((point.x - a.x) * x + (point.y - a.y) * y) / length))
        return distance(point, MapPoint(x: a.x + along * x, y: a.y + along * y)).squareRoot()
    }
}
