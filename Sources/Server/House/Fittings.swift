import Catalog
import Civic
import Identity
import Storage
import Web

/// What pages of every language share.
struct Fittings {
    let assets: Assets
    let forms: Forms
    /// How fast one client may try codes.
    let codes: RateLimit
    let maps: PlaceMaps
    let tallies: Tallies
    let shelf: OpenDataShelf
    let reception: Reception
    let entrance: Entrance
    let isDemonstration: Bool
}
