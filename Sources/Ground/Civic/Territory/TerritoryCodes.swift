/// A region by its code (CUT, Código Único Territorial, Subsecretaría de Desarrollo Regional): two digits, `13`.
public struct RegionCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let description: String

    /// nil unless it is two digits; that there is such a region, `Territory` knows.
    public init?(_ text: some StringProtocol) {
        guard let digits = text.digits(2) else { return nil }
        description = digits
    }

    public static func < (left: RegionCode, right: RegionCode) -> Bool { left.description < right.description }
}

/// A province by its code: three digits, the first two of its region.
public struct ProvinceCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let description: String

    public init?(_ text: some StringProtocol) {
        guard let digits = text.digits(3) else { return nil }
        description = digits
    }

    public static func < (left: ProvinceCode, right: ProvinceCode) -> Bool { left.description < right.description }
}

/// A comuna by its code: five digits, the first three of its province.
public struct CommuneCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let description: String

    public init?(_ text: some StringProtocol) {
        guard let digits = text.digits(5) else { return nil }
        description = digits
    }

    public static func < (left: CommuneCode, right: CommuneCode) -> Bool { left.description < right.description }
}

extension StringProtocol {
    fileprivate func digits(_ count: Int) -> String? {
        utf8.count == count && utf8.allSatisfy { (0x30...0x39).contains($0) } ? String(self) : nil
    }
}
