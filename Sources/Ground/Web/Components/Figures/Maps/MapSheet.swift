import Civic

/// Shapes drawn side by side at one scale, as far as they don't depend on values: made once and drawn on many pages.
struct MapSheet<Code: Hashable & Sendable>: Sendable {
    /// How far a line may lie from the true one, in units: as much as the width of the line itself.
    static var tolerance: Double { 1 }
    /// The area in square units from which an island is drawn: a dot of four by five.
    static var leastIsland: Double { 20 }

    /// One place of the map.
    struct Shape: Sendable {
        let code: Code
        /// The path data of all its rings that can be seen at this size.
        let path: String
        /// The largest ring: where a label may stand.
        let main: [MapPoint]

        var centre: MapPoint { Outline.centre(main) }
    }

    let shapes: [Shape]
    let width: Double
    let height: Double

    /// Fits the rings of the places into a box, or draws them at `scale` units for a degree of latitude. What lies in the far west is not
    /// drawn, and a place of which nothing is left has no shape. Tiny islands are left out, unless they are all there is.
    init(
        _ places: [(code: Code, rings: [OutlineRing])], scale fixed: Double? = nil,
        box: (width: Double, height: Double) = (Drawing.Form.small.width, 480)
    ) {
        let near = places.map { place in
            (code: place.code, rings: place.rings.filter { $0.allSatisfy { $0.longitude > Projection.farWest } })
        }
        let points = near.flatMap(\.rings).joined()
        let (west, east) = (points.map(\.longitude).min() ?? 0, points.map(\.longitude).max() ?? 0)
        let (south, north) = (points.map(\.latitude).min() ?? 0, points.map(\.latitude).max() ?? 0)
        let plain = Projection(west: west, north: north, south: south, scale: 1)
        let size = plain.point(east, south)
        let margin = 2.0
        let scale = fixed ?? min((box.width - margin * 2) / max(size.x, 1e-9), (box.height - margin * 2) / max(size.y, 1e-9))
        let projection = Projection(west: west, north: north, south: south, scale: scale)
        shapes = near.compactMap { place in
            let rings = place.rings.map { ring in
                ring.map {
                    let point = projection.point($0.longitude, $0.latitude)
                    return MapPoint(x: point.x + margin, y: point.y + margin)
                }
            }.map { (ring: $0, area: Outline.area($0)) }.sorted { $0.area > $1.area }
            guard let largest = rings.first else { return nil }
            let seen = rings.filter { $0.area >= Self.leastIsland || $0.area == largest.area }.map {
                Outline.reduced($0.ring, tolerance: Self.tolerance)
            }
            return Shape(code: place.code, path: seen.map(Outline.path).joined(), main: seen.first ?? largest.ring)
        }
        (width, height) = (size.x * scale + margin * 2, size.y * scale + margin * 2)
    }
}
