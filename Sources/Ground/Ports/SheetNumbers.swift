/// Which number a sheet has, by the name of its address: the catalogue fills it. nil when there is none of that name.
public struct SheetNumbers: Sendable {
    public let number: @Sendable (_ slug: String) async throws -> Int64?

    public init(_ number: @escaping @Sendable (_ slug: String) async throws -> Int64?) { self.number = number }
}
