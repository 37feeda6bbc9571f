/// The two engines. A driver names its own; the SQL of the product is the same for both.
public enum Dialect: String, Sendable, CaseIterable {
    case sqlite
    case postgres
}
