import Civic

/// What people ask for most: statistics fill it, the desk offers it first.
public struct ProductDemand: Sendable {
    /// The numbers of the sheets, the most asked first.
    public let most: @Sendable (_ channel: Channel, _ limit: Int) async throws -> [Int64]

    public init(most: @escaping @Sendable (_ channel: Channel, _ limit: Int) async throws -> [Int64]) {
        self.most = most
    }
}
