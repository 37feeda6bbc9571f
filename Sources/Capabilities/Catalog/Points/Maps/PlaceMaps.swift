import Civic
import Synchronization
import Web

/// The maps of the country, of its regions and of each comuna with its neighbours. Each is made when it is first asked for, and kept.
public final class PlaceMaps: Sendable {
    private struct Kept {
        var regions: [RegionCode: PlaceMap] = [:]
        var communes: [CommuneCode: PlaceMap] = [:]
        var reaches: [CommuneCode: Int]?
    }

    private let territory: Territory
    private let outlines: Outlines
    private let kept = Mutex(Kept())

    public init(_ outlines: Outlines, territory: Territory) {
        self.outlines = outlines
        self.territory = territory
    }

    /// Throws when the outlines can't be read.
    func country() throws -> RegionMap { try outlines.country() }

    func region(_ code: RegionCode) throws -> PlaceMap {
        try kept.withLock { kept in
            if let map = kept.regions[code] { return map }
            let map = PlaceMap(territory.communes(of: code), try outlines.communes())
            kept.regions[code] = map
            return map
        }
    }

    func around(_ commune: Territory.Commune) throws -> PlaceMap {
        try kept.withLock { kept in
            if let map = kept.communes[commune.code] { return map }
            let neighbours = territory.neighbours(of: commune.code).compactMap(territory.commune)
            let map = PlaceMap(around: commune, neighbours: neighbours, try outlines.communes())
            kept.communes[commune.code] = map
            return map
        }
    }

    /// How far each comuna goes from its point of reference, in whole kilometres, rounded up: beyond that one is elsewhere. One whose
    /// outline is not known is not in it.
    func reaches() throws -> [CommuneCode: Int] {
        try kept.withLock { kept in
            if let reaches = kept.reaches { return reaches }
            let shapes = try outlines.communes()
            let reaches = Dictionary(
                uniqueKeysWithValues: territory.communes.compactMap { commune -> (CommuneCode, Int)? in
                    let far = (shapes.rings[commune.code] ?? []).joined().map {
                        GreatCircle.kilometres(commune.point, ($0.latitude, $0.longitude))
                    }.max()
                    return far.map { (commune.code, Int($0.rounded(.up))) }
                })
            kept.reaches = reaches
            return reaches
        }
    }
}
