/// How often two people who code the same attention, without seeing what the other wrote, write the same. The desk fills it, statistics show it.
public struct CodingAgreement: Sendable {
    /// Of the attentions that were coded again in a month.
    public let month: @Sendable (_ month: Int) async throws -> Reading

    public init(month: @escaping @Sendable (_ month: Int) async throws -> Reading) {
        self.month = month
    }

    /// Counts: coded again, and of them those with the same product, deed and outcome.
    public struct Reading: Sendable, Hashable {
        public var coded: Int
        public var products: Int
        public var deeds: Int
        public var outcomes: Int

        public init(coded: Int = 0, products: Int = 0, deeds: Int = 0, outcomes: Int = 0) {
            self.coded = coded
            self.products = products
            self.deeds = deeds
            self.outcomes = outcomes
        }
    }
}
