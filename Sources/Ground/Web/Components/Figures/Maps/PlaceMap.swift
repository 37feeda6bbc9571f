import Civic

/// Comunas drawn to find one's way: which of them have something, which one is meant, and where in it.
public struct PlaceMap: Sendable {
    /// One comuna as it is drawn.
    struct Area: Sendable {
        let commune: Territory.Commune
        let path: String
        /// The largest ring: where words may stand.
        let main: [MapPoint]

        /// The size of what a finger could touch.
        var size: (width: Double, height: Double) {
            let (x, y) = (main.map(\.x), main.map(\.y))
            return ((x.max() ?? 0) - (x.min() ?? 0), (y.max() ?? 0) - (y.min() ?? 0))
        }
    }

    /// The area in square units from which an island is drawn; a map of comunas has more of them than one of regions.
    private static let leastIsland = 30.0
    /// How far a line may lie from the true one, in units.
    private static let tolerance = 1.4

    let areas: [Area]
    let width: Double
    let height: Double
    private let projection: Projection
    private let offset: MapPoint

    /// Some comunas as large as they fit. Those of the open Pacific and Antártica are not drawn. Do it once and keep it.
    public init(_ communes: [Territory.Commune], _ shapes: CommuneShapes) {
        let rings = communes.flatMap { shapes.rings[$0.code] ?? [] }.filter { ring in
            ring.allSatisfy { $0.longitude > Projection.farWest }
        }
        self.init(communes, shapes, fitting: rings, box: (Drawing.Form.small.width, 460), padding: 2)
    }

    /// One comuna with what is around it; its neighbours end where the frame does. Nothing is drawn when its outline is not known.
    public init(around commune: Territory.Commune, neighbours: [Territory.Commune], _ shapes: CommuneShapes) {
        let rings = shapes.rings[commune.code] ?? []
        let sizes = rings.map { Outline.area($0.map { MapPoint(x: $0.longitude, y: $0.latitude) }) }
        let most = sizes.max() ?? 0
        // An islet far out would make the comuna itself a dot.
        let main = zip(rings, sizes).filter { $0.1 >= most / 20 }.map(\.0)
        self.init(main.isEmpty ? [] : neighbours + [commune], shapes, fitting: main, box: (Drawing.Form.small.width, 300), padding: 40)
    }

    private init(
        _ communes: [Territory.Commune], _ shapes: CommuneShapes, fitting rings: [OutlineRing], box: (width: Double, height: Double),
        padding: Double
    ) {
        let points = rings.joined()
        let (west, east) = (points.map(\.longitude).min() ?? 0, points.map(\.longitude).max() ?? 0)
        let (south, north) = (points.map(\.latitude).min() ?? 0, points.map(\.latitude).max() ?? 0)
        let size = Projection(west: west, north: north, south: south, scale: 1).point(east, south)
        let scale = min((box.width - padding * 2) / max(size.x, 1e-9), (box.height - padding * 2) / max(size.y, 1e-9))
        let projection = Projection(west: west, north: north, south: south, scale: scale)
        let width = padding > 10 ? box.width : size.x * scale + padding * 2
        let height = padding > 10 ? box.height : size.y * scale + padding * 2
        let offset = MapPoint(x: (width - size.x * scale) / 2, y: (height - size.y * scale) / 2)
        areas = communes.compactMap { commune in
            let drawn = (shapes.rings[commune.code] ?? []).map { ring in
                let points = ring.map { place in
                    let point = projection.point(place.longitude, place.latitude)
                    return MapPoint(x: point.x + offset.x, y: point.y + offset.y)
                }
                return Clipping.inside(points, width: width, height: height)
            }.map { (ring: $0, area: Outline.area($0)) }.filter { $0.area > 0 }.sorted { $0.area > $1.area }
            guard let largest = drawn.first else { return nil }
            let seen = drawn.filter { $0.area >= Self.leastIsland || $0.area == largest.area }.map {
                Outline.reduced($0.ring, tolerance: Self.tolerance)
            }
            return Area(commune: commune, path: seen.map(Outline.path).joined(), main: seen.first ?? largest.ring)
        }
        (self.width, self.height, self.projection, self.offset) = (width, height, projection, offset)
    }

    /// Where a point of the country is on the drawing; nil when it is outside of the frame.
    func place(latitude: Double, longitude: Double) -> MapPoint? {
        let point = projection.point(longitude, latitude)
        let place = MapPoint(x: point.x + offset.x, y: point.y + offset.y)
        return (0...width).contains(place.x) && (0...height).contains(place.y) ? place : nil
    }
}
