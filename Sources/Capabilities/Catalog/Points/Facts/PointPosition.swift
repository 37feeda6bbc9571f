/// Where a point is, in degrees (WGS 84), because somebody said so.
public struct PointPosition: Sendable, Hashable {
    public let latitude: Double
    public let longitude: Double
    public let source: PointSource

    /// nil when it is not in Chile, its islands and Antarctica included.
    public init?(latitude: Double, longitude: Double, source: PointSource) {
        guard (-90 ... -17).contains(latitude), (-110 ... -53).contains(longitude) else { return nil }
        self.latitude = latitude
        self.longitude = longitude
        self.source = source
    }
}
