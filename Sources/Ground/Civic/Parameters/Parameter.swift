/// A number that a law or a service fixes and that changes in time: an amount, a limit, a term. It is data, never code, and whoever
/// uses it says for which day. One that has no way to be read in two ways: on each of its days and ages there is one value, or the
/// declaration that it is missing.
public struct Parameter: Sendable, Hashable {
    public let id: ID
    /// As a person reads it.
    public let name: Name
    public let unit: Unit
    /// The ages of which it speaks; nil when age has nothing to do with it.
    public let ages: AgeBand?
    /// Made up so that a demonstration can go on: every page and document that used it says so.
    public let isAssumed: Bool
    /// Laws, decrees and articles.
    public let basis: [String]
    /// In the order of their days and ages.
    public let values: [DatedValue]
    /// Where it is known that there is no value, in the same order.
    public let missing: [MissingValue]
    /// For editors: what was stated without a day, and what remains to be confirmed.
    public let remark: String?

    /// Throws when values and declared absences do not tile the days and ages without gap or overlap.
    public init(
        _ id: ID, name: Name, unit: Unit, ages: AgeBand? = nil, isAssumed: Bool = false, basis: [String] = [], values: [DatedValue],
        missing: [MissingValue] = [], remark: String? = nil
    ) throws(TilingFaults) {
        let faults = Tiling(ages: ages, values.map { $0 as any Stretch } + missing.map { $0 as any Stretch }).faults
        guard faults.isEmpty else { throw TilingFaults(parameter: id, faults: faults) }
        self.id = id
        self.name = name
        self.unit = unit
        self.ages = ages
        self.isAssumed = isAssumed
        self.basis = basis
        self.values = values.sorted { ($0.from.number, $0.ages?.from ?? 0) < ($1.from.number, $1.ages?.from ?? 0) }
        self.missing = missing.sorted { ($0.from.number, $0.ages?.from ?? 0) < ($1.from.number, $1.ages?.from ?? 0) }
        self.remark = remark
    }

    /// The value of a day, for somebody of that age in completed years. Nil when nobody has stated one, for an age of which the parameter
    /// does not speak, and when the value depends on an age that is not given: nothing is interpolated, carried on or guessed.
    public func value(on day: Day, age: Int? = nil) -> DatedValue? {
        if let ages, let age, !ages.contains(age) { return nil }
        return values.first { value in
            guard value.holds(on: day) else { return false }
            guard let ages, let band = value.ages else { return true }
            return age.map(band.contains) ?? band.contains(ages)
        }
    }

    /// `pgu.maximo`: a family and a name, small letters without accents, digits and hyphens.
    public struct ID: Sendable, Hashable, Comparable, CustomStringConvertible {
        public let description: String

        /// Nil for anything else.
        public init?(_ text: some StringProtocol) {
            let text = String(text)
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count >= 2, text.utf8.count <= 100, parts.allSatisfy(Self.isName) else { return nil }
            description = text
        }

        private static func isName(_ part: Substring) -> Bool {
            guard let first = part.first, first.isASCII, first.isLowercase, part.last != "-", !part.contains("--") else { return false }
            return part.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
        }

        public static func < (left: ID, right: ID) -> Bool { left.description < right.description }
    }

    /// What the number counts. All are whole: fractions are counted in hundredths.
    public enum Unit: String, Sendable, Hashable, CaseIterable, Codable {
        case pesos, count, hours, days, businessDays, months, years
        /// Hundredths of a percent: basis points.
        case percent
        /// Hundredths of a Unidad de Fomento.
        case uf
        /// Hundredths of a Unidad Tributaria Mensual.
        case utm

        public var isHundredths: Bool { self == .percent || self == .uf || self == .utm }
        /// Money is always told with the day since which it holds.
        public var isMoney: Bool { self == .pesos || self == .uf || self == .utm }
    }
}
