import Civic

/// What people ask for most: statistics fill it, the desk offers it first.
public struct ProductDemand: Sendable {
    /// The numbers of the sheets, the most asked first.
    public let most: @Sendable (_ channel: Channel, _ limit: Int) async throws -> [Int64]

    /// By product, the share of those who were attended for it of all in each of the 48 half hours of the day, of every 1, in the twelve months
    /// until a day.
    public let shares: @Sendable (_ channel: Channel, _ until: Day) async throws -> [Int64: [Double]]

    public init(
        most: @escaping @Sendable (_ channel: Channel, _ limit: Int) async throws -> [Int64],
        shares: @escaping @Sendable (_ channel: Channel, _ until: Day) async throws -> [Int64: [Double]]
    ) {
        self.most = most
        self.shares = shares
    }
}
