import Foundation

/// The distance between two points of the earth, as if one could fly it.
public enum GreatCircle {
    /// Kilometres over a sphere of the earth's mean radius (the haversine formula; IUGG: 6371.0088 km).
    public static func kilometres(_ a: (latitude: Double, longitude: Double), _ b: (latitude: Double, longitude: Double)) -> Double {
        let (north, east) = (radians(b.latitude - a.latitude) / 2, radians(b.longitude - a.longitude) / 2)
        let half = sin(north) * sin(north) + cos(radians(a.latitude)) * cos(radians(b.latitude)) * sin(east) * sin(east)
        return 2 * 6371.0088 * asin(min(1, half.squareRoot()))
    }

    /// As far as a straight line is worth telling: to the kilometre when it is short, then to five, then to ten.
    public static func told(_ kilometres: Double) -> Int {
        let step = kilometres < 20 ? 1.0 : kilometres < 200 ? 5 : 10
        return max(1, Int((kilometres / step).rounded() * step))
    }

    private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
}

extension Territory.Commune {
    /// Its point of reference.
    public var point: (latitude: Double, longitude: Double) { (latitude, longitude) }
}
