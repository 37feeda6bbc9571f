import Foundation

/// Distances on the earth taken as a sphere of 6 371 km (haversine formula).
enum GreatArc {
    static func kilometres(_ one: (latitude: Double, longitude: Double), _ other: (latitude: Double, longitude: Double)) -> Double {
        let radians = Double.pi / 180
        let latitude = sin((other.latitude - one.latitude) * radians / 2)
        let longitude = sin((other.longitude - one.longitude) * radians / 2)
        let part = latitude * latitude + cos(one.latitude * radians) * cos(other.latitude * radians) * longitude * longitude
        return 12_742 * asin(min(1, part.squareRoot()))
    }
}
