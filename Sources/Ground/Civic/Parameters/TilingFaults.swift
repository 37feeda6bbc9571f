/// Days and ages that are not covered once.
public struct TilingFault: Sendable, Hashable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// No value, and nobody declared that it is missing.
        case gap
        /// Two values, or a value and its declared absence.
        case overlap
        /// A band that goes beyond the ages of the parameter, or stands in one that has no ages.
        case outside
        /// Neither a value nor a declaration.
        case nothing
    }

    public let kind: Kind
    /// The first day; nil when there are none at all.
    public let from: Day?
    /// The last day; nil when it goes on.
    public internal(set) var to: Day?
    /// Nil when the parameter has no ages.
    public let ages: AgeBand?
    /// Which ones: values first, in the order given, then declared absences. Empty for a gap.
    public let stretches: [Int]

    init(_ kind: Kind, from: Day?, to: Day?, ages: AgeBand?, stretches: [Int]) {
        self.kind = kind
        self.from = from
        self.to = to
        self.ages = ages
        self.stretches = stretches
    }

    func isSame(as other: TilingFault) -> Bool {
        kind == other.kind && ages == other.ages && stretches == other.stretches
    }

    public var description: String {
        let years = ages.map { band in band.to.map { " for ages \(band.from) to \($0)" } ?? " for ages \(band.from) and over" } ?? ""
        let days = from.map { first in to.map { " from \(first.iso) to \($0.iso)" } ?? " from \(first.iso) on" } ?? ""
        return switch kind {
        case .gap: "no value\(days)\(years), and nobody says that it is missing"
        case .overlap: "two at once\(days)\(years)"
        case .outside: "a band that the parameter does not have\(days)\(years)"
        case .nothing: "neither values nor missing"
        }
    }
}

/// A parameter that could be read in two ways, or in none.
public struct TilingFaults: Error, Sendable, Hashable, CustomStringConvertible {
    public let parameter: Parameter.ID
    public let faults: [TilingFault]

    public var description: String { faults.map { "\(parameter): \($0)" }.joined(separator: "\n") }
}
