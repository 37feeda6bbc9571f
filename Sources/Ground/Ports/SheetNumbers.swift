/// Which numbers sheets have, by the names of their addresses: the catalogue fills it. A name of which there is no sheet is not in the answer.
public struct SheetNumbers: Sendable {
    public let numbers: @Sendable (_ slugs: Set<String>) async throws -> [String: Int64]

    public init(_ numbers: @escaping @Sendable (_ slugs: Set<String>) async throws -> [String: Int64]) { self.numbers = numbers }

    /// The number of one; nil when there is none of that name.
    public func number(_ slug: String) async throws -> Int64? { try await numbers([slug])[slug] }
}
