import Civic
import Storage

/// A file of a month as it was published: it never changes. When the record says otherwise later, there is a new version beside it.
struct OpenFile: Sendable, Hashable {
    /// What a file has: interactions by day, by product, by point, and times.
    enum Kind: String, Sendable, CaseIterable {
        case flows = "interacciones"
        case products = "productos"
        case points = "puntos"
        case times = "tiempos"
    }

    let kind: Kind
    let month: Month
    let version: Int
    /// SHA-256 of its bytes, in hexadecimal.
    let digest: String
    let bytes: Int
    let published: Instant

    /// `interacciones-2022-07-v1.csv`.
    var name: String { "\(kind.rawValue)-\(month.iso)-v\(version).csv" }
}
