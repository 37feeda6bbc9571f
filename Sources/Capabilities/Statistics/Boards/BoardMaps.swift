import Civic
import Foundation
import Synchronization
import Web

/// The outlines that boards are drawn on, read when the first one is asked for and kept.
public final class BoardMaps: Sendable {
    private struct Kept {
        var country: RegionMap?
        var shapes: CommuneShapes?
        var regions: [RegionCode: CommuneMap] = [:]
    }

    private let folder: String
    private let territory: Territory
    private let kept = Mutex(Kept())

    /// `folder` is `Catalogue/territory`.
    public init(folder: String, territory: Territory) {
        self.folder = folder
        self.territory = territory
    }

    /// Throws when the outlines can't be read.
    func country() throws -> RegionMap {
        try kept.withLock { kept in
            if let country = kept.country { return country }
            let country = RegionMap(try RegionShapes(geoJSON: data("regions.geojson")), territory: territory)
            kept.country = country
            return country
        }
    }

    func region(_ code: RegionCode) throws -> CommuneMap {
        try kept.withLock { kept in
            if let map = kept.regions[code] { return map }
            let shapes = try kept.shapes ?? CommuneShapes(geoJSON: data("communes.geojson"))
            kept.shapes = shapes
            let map = CommuneMap(code, shapes, territory: territory)
            kept.regions[code] = map
            return map
        }
    }

    private func data(_ name: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
}
