import Civic

/// The values of a sheet as they stand on a day. What nobody has stated stays missing: nothing is carried on or guessed.
public struct Amounts: Sendable, Hashable {
    /// What holds on the day, in the order of the sheet.
    public let current: [DatedAmount]
    /// What is announced for later, the nearest first.
    public let coming: [DatedAmount]
    /// What held before, the newest first.
    public let earlier: [DatedAmount]
    /// Labels of which no value holds on the day: 'monto por confirmar'.
    public let missing: [String]

    public init(_ amounts: [DatedAmount], on day: Day) {
        let current = amounts.filter { $0.holds(on: day) }
        self.current = current
        coming = amounts.enumerated().filter { $1.from > day }.sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }
            .map(\.element)
        earlier = amounts.enumerated().filter { $1.to.map { $0 < day } ?? false }
            .sorted { ($1.element.from, $0.offset) < ($0.element.from, $1.offset) }.map(\.element)
        var seen: Set<String> = []
        missing = amounts.map(\.label).filter { label in
            seen.insert(label).inserted && !current.contains { $0.label == label }
        }
    }

    public var isEmpty: Bool { current.isEmpty && coming.isEmpty && earlier.isEmpty }
}
