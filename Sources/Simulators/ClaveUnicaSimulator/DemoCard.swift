/// The identity cards of the demonstration: the same two numbers for every person in it.
public enum DemoCard: String, Sendable, CaseIterable {
    case inForce = "100200300"
    /// Reported lost.
    case lost = "100200999"

    /// However it is typed. nil for any other number.
    public init?(_ text: String) {
        self.init(rawValue: text.filter { $0.isASCII && $0.isNumber })
    }
}
