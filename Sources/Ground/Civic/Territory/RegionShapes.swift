import Foundation

/// The outlines of the regions at the size of a map on a page. Source: Biblioteca del Congreso Nacional de Chile, mapas vectoriales.
public struct RegionShapes: Sendable {
    /// One ring, its last point the same as its first: longitude and latitude in degrees (RFC 7946).
    public typealias Ring = OutlineRing

    /// The outer rings of each region, the one with the most points first.
    public let rings: [RegionCode: [Ring]]

    /// Reads a GeoJSON collection of polygons (RFC 7946) whose features carry the code in `cut`. Throws `ReferenceFault`.
    public init(geoJSON data: Data) throws(ReferenceFault) {
        var rings: [RegionCode: [Ring]] = [:]
        for outline in try OutlineFile(geoJSON: data, what: "the outlines of the regions").rings {
            guard let code = RegionCode(outline.code) else {
                throw ReferenceFault("the outlines name a region '\(outline.code)', which is no code")
            }
            rings[code] = outline.rings
        }
        self.rings = rings
    }
}
