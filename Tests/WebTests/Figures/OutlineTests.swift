import Civic
import Foundation
import Testing

@testable import Web

@Suite("Outlines at the size of a drawing")
struct OutlineTests {
    private func ring(_ points: [(Double, Double)]) -> [MapPoint] { points.map { MapPoint(x: $0.0, y: $0.1) } }

    private var square: [MapPoint] { ring([(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]) }

    @Test("lose the points that nobody would miss, and no others")
    func reduced() {
        let notched = ring([(0, 0), (5, 0.2), (10, 0), (10, 10), (5, 5), (0, 10), (0, 0)])
        #expect(Outline.reduced(notched, tolerance: 0.4) == ring([(0, 0), (10, 0), (10, 10), (5, 5), (0, 10), (0, 0)]))
        #expect(Outline.reduced(notched, tolerance: 0.1) == notched)
        #expect(Outline.reduced(ring([(0, 0), (1, 0), (0, 0)]), tolerance: 5).count == 3)
    }

    @Test("leave no point farther from the line than the tolerance, in 2,000 random rings")
    func property() throws {
        for _ in 0..<2_000 {
            var points = (0..<Int.random(in: 4...40)).map { step in
                let (angle, radius) = (Double(step) / 7, Double.random(in: 5...30))
                return MapPoint(x: cos(angle) * radius, y: sin(angle) * radius)
            }
            points.append(points[0])
            let reduced = Outline.reduced(points, tolerance: 2)
            try #require(reduced.first == reduced.last && reduced.count <= points.count)
            for point in points {
                let near = zip(reduced, reduced.dropFirst()).map { distance(point, $0, $1) }.min() ?? .infinity
                try #require(near <= 2 + 1e-9, "\(point)")
            }
            try #require(reduced.allSatisfy(points.contains))
        }
    }

    private func distance(_ point: MapPoint, _ a: MapPoint, _ b: MapPoint) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = dx * dx + dy * dy
        let along = length == 0 ? 0 : max(0, min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length))
        return hypot(point.x - a.x - along * dx, point.y - a.y - along * dy)
    }

    @Test("know their area, their middle, and where words have room")
    func geometry() throws {
        #expect(Outline.area(square) == 100)
        #expect(Outline.centre(square) == MapPoint(x: 5, y: 5))
        #expect(Outline.chord(square, at: 5) == 0...10)
        #expect(Outline.chord(square, at: 11) == nil)
        let stair = ring([(0, 0), (4, 0), (4, 20), (30, 20), (30, 40), (0, 40), (0, 0)])
        let room = try #require(Outline.room(stair, height: 10))
        #expect(room.width == 30 && room.middle == 15 && (25...35).contains(room.y))
        #expect(Outline.room(square, height: 11) == nil)
    }

    @Test("are written as the shortest path that comes back to where it began")
    func path() {
        #expect(Outline.path(square) == "M0 0l10 0l0 10l-10 0z")
        #expect(Outline.path(ring([(0.04, -1.26), (0.02, -1.28), (3, 2), (0.04, -1.26)])) == "M0-1.3l3 3.3z")
    }

    @Test("are true to shape at the middle latitude, with north above")
    func projection() {
        let projection = Projection(west: -72, north: -30, south: -50, scale: 10)
        #expect(projection.point(-72, -30) == MapPoint(x: 0, y: 0))
        let point = projection.point(-71, -31)
        #expect(abs(point.x - 10 * cos(40 * Double.pi / 180)) < 1e-9 && abs(point.y - 10) < 1e-9)
    }
}

@Suite("The shades of a map")
struct ShadesTests {
    @Test("hold about as many places each, the darkest for the greatest")
    func ranks() {
        let shades = Shades((1...10).map(Double.init))
        #expect(shades.steps.map(\.range) == [1...2, 3...4, 5...6, 7...8, 9...10])
        #expect(shades.steps.map(\.shade) == [0, 1, 2, 3, 4])
        #expect(shades.shade(1) == 0 && shades.shade(10) == 4 && shades.shade(10.5) == nil)
    }

    @Test("are one for equal values, whatever their number")
    func equal() {
        #expect(Shades([5, 5, 5, 5]).steps.map(\.range) == [5...5])
        #expect(Shades([5]).steps.map(\.shade) == [2])
        #expect(Shades([0, 0, 0, 0, 0, 9]).steps.map(\.shade) == [0, 4])
        #expect(Shades([]).steps.isEmpty)
    }

    @Test("give every value one shade, and a greater value none that is paler, in 5,000 random cases")
    func property() throws {
        for _ in 0..<5_000 {
            let values = (0..<Int.random(in: 1...60)).map { _ in Double(Int.random(in: -9...9)) }
            let shades = Shades(values)
            let given = try values.sorted().map { try #require(shades.shade($0)) }
            try #require(given == given.sorted() && given.allSatisfy((0...4).contains))
        }
    }
}
