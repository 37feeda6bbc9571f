import Civic

/// What people ask for most: statistics fill it, the desk offers it first.
public struct ProductDemand: Sendable {
    /// The numbers of the sheets, the most asked first.
    public let most: @Sendable (_ channel: Channel, _ limit: Int) async throws -> [Int64]

    /// The same with the share of each of all that was asked for in the last twelve months, of every 1.
    public let shares: @Sendable (_ channel: Channel, _ limit: Int) async throws -> [(product: Int64, share: Double)]

    public init(
        most: @escaping @Sendable (_ channel: Channel, _ limit: Int) async throws -> [Int64],
        shares: @escaping @Sendable (_ channel: Channel, _ limit: Int) async throws -> [(product: Int64, share: Double)]
    ) {
        self.most = most
        self.shares = shares
    }
}
