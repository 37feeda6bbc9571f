import Storage

/// What makes several contacts one journey: somebody says so, they are about one case, one was transferred from the other, or the same person
/// came for the same product within a set time. A journey is called by the number of its first contact; a contact that continues none is one
/// by itself.
public struct Journeys: Sendable {
    /// Contacts about one product that are no further apart than this are one journey.
    public let days: Int
    private let store = InteractionStore()
    private let past = PastContactStore()
    /// Further back than this many contacts of a person nobody looks.
    private static let most = 60

    public init(days: Int) {
        self.days = days
    }

    /// The journey that a contact continues; nil when it begins one. `earlier` is what somebody said that it continues.
    public func journey(
        of contact: Interaction, person: PersonID?, at: Instant, continuing earlier: InteractionID? = nil, _ snapshot: Snapshot
    ) throws -> Int64? {
        if let linked = earlier ?? contact.transferOf, let first = try past.contacts([linked], snapshot).first {
            return first.journeyNumber
        }
        if let matter = contact.matter, let first = try past.first(about: matter, before: at, snapshot) { return first.journeyNumber }
        guard let person, let product = contact.product else { return nil }
        let since = at.milliseconds - Int64(days) * 86_400_000
        return try past.contacts(store.interactions(of: person, limit: Self.most, snapshot), snapshot)
            .filter { $0.product == product && $0.at.milliseconds >= since && $0.at < at }
            .max { $0.at < $1.at }?.journeyNumber
    }
}

extension PastContact {
    /// The journey that it is of: that which it continues, or its own.
    public var journeyNumber: Int64 { journey ?? id.number }
}
