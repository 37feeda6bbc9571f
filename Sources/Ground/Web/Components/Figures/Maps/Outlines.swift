import Civic
import Foundation
import Synchronization

/// The outlines of the country, read when the first figure needs them and kept for all.
public final class Outlines: Sendable {
    private struct Kept {
        var country: RegionMap?
        var communes: CommuneShapes?
    }

    private let folder: String
    private let territory: Territory
    private let kept = Mutex(Kept())

    /// `folder` is `Catalogue/territory`.
    public init(folder: String, territory: Territory) {
        self.folder = folder
        self.territory = territory
    }

    /// The regions. Throws when the outlines can't be read.
    public func country() throws -> RegionMap {
        try kept.withLock { kept in
            if let country = kept.country { return country }
            let country = RegionMap(try RegionShapes(geoJSON: data("regions.geojson")), territory: territory)
            kept.country = country
            return country
        }
    }

    /// The comunas of all regions. Throws when the outlines can't be read.
    public func communes() throws -> CommuneShapes {
        try kept.withLock { kept in
            if let communes = kept.communes { return communes }
            let communes = try CommuneShapes(geoJSON: data("communes.geojson"))
            kept.communes = communes
            return communes
        }
    }

    private func data(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")) }
}
