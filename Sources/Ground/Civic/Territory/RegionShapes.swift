import Foundation

/// The outlines of the regions at the size of a map on a page. Source: Biblioteca del Congreso Nacional de Chile, mapas vectoriales.
public struct RegionShapes: Sendable {
    /// One ring, its last point the same as its first: longitude and latitude in degrees (RFC 7946).
    public typealias Ring = [(longitude: Double, latitude: Double)]

    /// The outer rings of each region, the largest first.
    public let rings: [RegionCode: [Ring]]

    /// Reads a GeoJSON collection of polygons (RFC 7946) whose features carry the code in `cut`. Throws `ReferenceFault`.
    public init(geoJSON data: Data) throws(ReferenceFault) {
        guard let file = try? JSONDecoder().decode(Collection.self, from: data) else {
            throw ReferenceFault("the outlines of the regions are no GeoJSON of polygons")
        }
        var rings: [RegionCode: [Ring]] = [:]
        for feature in file.features {
            guard let code = RegionCode(feature.properties.cut) else {
                throw ReferenceFault("the outlines name a region '\(feature.properties.cut)', which is no code")
            }
            rings[code] = feature.geometry.outlines.map { ring in ring.map { (longitude: $0[0], latitude: $0[1]) } }.sorted {
                $0.count > $1.count
            }
        }
        self.rings = rings
    }

    private struct Collection: Decodable {
        let features: [Feature]
    }

    private struct Feature: Decodable {
        struct Properties: Decodable { let cut: String }
        let properties: Properties
        let geometry: Geometry
    }

    private struct Geometry: Decodable {
        /// The outer ring of each polygon.
        let outlines: [[[Double]]]

        private enum Key: String, CodingKey { case type, coordinates }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            let polygons =
                try container.decode(String.self, forKey: .type) == "Polygon"
                ? [container.decode([[[Double]]].self, forKey: .coordinates)] : container.decode([[[[Double]]]].self, forKey: .coordinates)
            outlines = polygons.compactMap(\.first)
            guard outlines.allSatisfy({ $0.count > 3 && $0.allSatisfy { $0.count >= 2 } }) else {
                throw DecodingError.dataCorruptedError(forKey: .coordinates, in: container, debugDescription: "a ring without points")
            }
        }
    }
}
