/// What it costs to do what a sheet tells of: the catalogue fills it.
public struct SheetCosts: Sendable {
    /// By the name of the sheet's address; nil when there is none of that name.
    public let cost: @Sendable (_ slug: String) async throws -> Cost?

    public init(_ cost: @escaping @Sendable (_ slug: String) async throws -> Cost?) { self.cost = cost }

    public struct Cost: Sendable, Hashable {
        public let isFree: Bool
        /// As the sheet says it, in the language of the catalogue.
        public let text: String

        public init(isFree: Bool, text: String) { (self.isFree, self.text) = (isFree, text) }
    }
}
