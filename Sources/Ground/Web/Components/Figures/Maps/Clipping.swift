/// A ring as far as it lies inside of a frame from (0, 0) to its size (Sutherland and Hodgman, 1974).
enum Clipping {
    /// Empty when nothing of it is inside. What leaves the frame and comes back follows its edge.
    static func inside(_ ring: [MapPoint], width: Double, height: Double) -> [MapPoint] {
        var points = Array(ring.dropLast())
        let edges: [(inside: (MapPoint) -> Bool, cross: (MapPoint, MapPoint) -> MapPoint)] = [
            ({ $0.x >= 0 }, { at($0, $1, x: 0) }), ({ $0.x <= width }, { at($0, $1, x: width) }),
            ({ $0.y >= 0 }, { at($0, $1, y: 0) }), ({ $0.y <= height }, { at($0, $1, y: height) }),
        ]
        for edge in edges {
            guard let last = points.last else { return [] }
            var before = last
            var kept: [MapPoint] = []
            for point in points {
                if edge.inside(point) != edge.inside(before) { kept.append(edge.cross(before, point)) }
                if edge.inside(point) { kept.append(point) }
                before = point
            }
            points = kept
        }
        return points.first.map { points + [$0] } ?? []
    }

    private static func at(_ a: MapPoint, _ b: MapPoint, x: Double) -> MapPoint {
        MapPoint(x: x, y: a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x))
    }

    private static func at(_ a: MapPoint, _ b: MapPoint, y: Double) -> MapPoint {
        MapPoint(x: a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y: y)
    }
}
