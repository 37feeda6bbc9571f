/// What a row of the spine says of a contact, as far as it is counted.
public struct SpineFact: Sendable, Hashable {
    /// Unix milliseconds.
    public var at: Int64
    /// The number of the local day.
    public var day: Int
    public var channel: Int
    public var modality: Int
    public var deed: Int
    public var outcome: Int
    public var point: Int64?
    /// The number of the service sheet.
    public var product: Int64?
    /// Whole seconds.
    public var wait: Int64?
    /// Whole seconds.
    public var duration: Int64?
    /// nil when this house wrote it down as it happened.
    public var origin: Int?

    public init(
        at: Int64, day: Int, channel: Int, modality: Int, deed: Int, outcome: Int, point: Int64? = nil, product: Int64? = nil,
        wait: Int64? = nil, duration: Int64? = nil, origin: Int? = nil
    ) {
        self.at = at
        self.day = day
        self.channel = channel
        self.modality = modality
        self.deed = deed
        self.outcome = outcome
        self.point = point
        self.product = product
        self.wait = wait
        self.duration = duration
        self.origin = origin
    }

    /// Of a contact of a bulk load.
    public init(_ row: SpineRow) {
        self.init(
            at: row.at.milliseconds, day: row.day, channel: row.channel, modality: row.modality, deed: row.deed, outcome: row.outcome,
            point: row.point, product: row.product, wait: row.wait.map(Int64.init), duration: row.duration.map(Int64.init),
            origin: row.origin)
    }
}
