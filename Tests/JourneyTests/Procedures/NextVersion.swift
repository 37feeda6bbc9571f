/// The text of a service as it would be changed.
extension String {
    var version: Int { firstMatch(of: #/(?m)^version: (\d+)$/#).flatMap { Int($0.1) } ?? 0 }

    /// With the number that comes after its own.
    var nextVersion: String { replacing("version: \(version)\n", with: "version: \(version + 1)\n") }
}
