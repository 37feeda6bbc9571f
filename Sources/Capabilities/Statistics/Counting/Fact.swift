import Civic

/// What a row of the spine says of a contact, as far as statistics count it.
struct Fact: Sendable, Hashable {
    var at: Int64
    var day: Int
    var channel: Int
    var modality: Int
    var deed: Int
    var outcome: Int
    var point: Int64?
    /// The number of the service sheet.
    var product: Int64?
    /// Whole seconds.
    var wait: Int64?
    /// Whole seconds.
    var duration: Int64?
    /// nil when this house wrote it down as it happened.
    var origin: Int?
}
