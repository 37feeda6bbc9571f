import Foundation

/// The outlines of the comunas at the size of a map on a page. Source: Biblioteca del Congreso Nacional de Chile, mapas vectoriales.
public struct CommuneShapes: Sendable {
    /// One ring, its last point the same as its first: longitude and latitude in degrees (RFC 7946).
    public typealias Ring = OutlineRing

    /// The outer rings of each comuna, the one with the most points first. The comuna of Antártica has none.
    public let rings: [CommuneCode: [Ring]]

    /// Reads a GeoJSON collection of polygons (RFC 7946) whose features carry the code in `cut`. Throws `ReferenceFault`.
    public init(geoJSON data: Data) throws(ReferenceFault) {
        var rings: [CommuneCode: [Ring]] = [:]
        for outline in try OutlineFile(geoJSON: data, what: "the outlines of the comunas").rings {
            guard let code = CommuneCode(outline.code) else {
                throw ReferenceFault("the outlines name a comuna '\(outline.code)', which is no code")
            }
            rings[code] = outline.rings
        }
        self.rings = rings
    }
}
