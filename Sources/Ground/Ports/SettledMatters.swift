import Storage

/// Which matters wait for nobody any more, whatever the contacts about them said when they were made. Whoever keeps matters fills it.
public struct SettledMatters: Sendable {
    /// Those of these that are settled; what is no matter of any kind is not among them.
    public let among: @Sendable (_ matters: Set<Int64>, Snapshot) throws -> Set<Int64>

    public init(among: @escaping @Sendable (Set<Int64>, Snapshot) throws -> Set<Int64>) { self.among = among }
}
