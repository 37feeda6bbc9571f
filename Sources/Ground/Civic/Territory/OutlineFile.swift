import Foundation

/// One ring, its last point the same as its first: longitude and latitude in degrees (RFC 7946).
public typealias OutlineRing = [(longitude: Double, latitude: Double)]

/// A GeoJSON collection of polygons whose features carry their code in `cut`.
struct OutlineFile {
    /// The outer rings of each feature, the largest first.
    let rings: [(code: String, rings: [OutlineRing])]

    /// `what` names the outlines in a fault: `the outlines of the regions`.
    init(geoJSON data: Data, what: String) throws(ReferenceFault) {
        guard let file = try? JSONDecoder().decode(Collection.self, from: data) else {
            throw ReferenceFault("\(what) are no GeoJSON of polygons")
        }
        rings = file.features.map { feature in
            let rings = feature.geometry.outlines.map { ring in ring.map { (longitude: $0[0], latitude: $0[1]) } }
            return (feature.properties.cut, rings.sorted { $0.count > $1.count })
        }
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
