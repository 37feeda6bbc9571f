/// Which engine holds the data, and where.
public enum DatabaseAddress: Sendable, Equatable {
    /// The path of the file of the embedded engine.
    case sqlite(path: String)
    /// The whole address, as libpq reads it.
    case postgres(url: String)

    init?(_ text: String) {
        if text.hasPrefix("sqlite:"), text.count > 7, !text.hasPrefix("sqlite://") {
            self = .sqlite(path: String(text.dropFirst(7)))
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(url: text)
        } else {
            return nil
        }
    }
}
