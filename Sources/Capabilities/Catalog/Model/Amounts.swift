import Civic

/// The values of a sheet as they stand on a day. What nobody has stated stays missing: nothing is carried on or guessed.
public struct Amounts: Sendable, Hashable {
    /// What holds on the day, in the order of the sheet.
    public let current: [DatedAmount]
    /// What is announced for later, the nearest first.
    public let coming: [DatedAmount]
    /// What held before, the newest first.
    public let earlier: [DatedAmount]
    /// What has no value on the day: 'monto por confirmar'.
    public let missing: [MissingAmount]

    public init(_ amounts: [DatedAmount], absences: [AmountAbsence] = [], on day: Day) {
        let current = amounts.filter { $0.holds(on: day) }
        self.current = current
        coming = amounts.enumerated().filter { $1.from > day }.sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }
            .map(\.element)
        earlier = amounts.enumerated().filter { $1.to.map { $0 < day } ?? false }
            .sorted { ($1.element.from, $0.offset) < ($0.element.from, $1.offset) }.map(\.element)
        let declared = absences.filter { $0.holds(on: day) }
        var seen: Set<String> = []
        missing = (amounts.map(\.label) + absences.map(\.label)).filter { seen.insert($0).inserted }.flatMap { label -> [MissingAmount] in
            let bands = declared.filter { $0.label == label }.map { MissingAmount(label: label, ages: $0.ages) }
            return bands.isEmpty && !current.contains { $0.label == label } ? [MissingAmount(label: label)] : bands
        }
    }

    public var isEmpty: Bool { current.isEmpty && coming.isEmpty && earlier.isEmpty && missing.isEmpty }
}

/// An amount that has no value on a day, for these ages or for all.
public struct MissingAmount: Sendable, Hashable {
    public var label: String
    public var ages: AgeBand?

    public init(label: String, ages: AgeBand? = nil) {
        self.label = label
        self.ages = ages
    }
}
