/// Which points a person asks for.
public struct PointFilter: Sendable, Hashable {
    public var kind: PointOfService.Kind?
    /// A kind of place, by its key in `places.yaml`, whose services are wanted.
    public var place: String?
    public var isOpenNow = false
    /// Only where somebody stated that one gets in without a step.
    public var isStepFree = false

    public init(kind: PointOfService.Kind? = nil, place: String? = nil, isOpenNow: Bool = false, isStepFree: Bool = false) {
        self.kind = kind
        self.place = place
        self.isOpenNow = isOpenNow
        self.isStepFree = isStepFree
    }

    public var isEmpty: Bool { self == PointFilter() }

    /// The names and values that stand for it in an address.
    var query: [(name: String, value: String)] {
        [
            kind.map { ("clase", $0.rawValue) }, place.map { ("lugar", $0) }, isOpenNow ? ("abierto", "si") : nil,
            isStepFree ? ("acceso", "si") : nil,
        ].compactMap(\.self)
    }

    /// The address of a page with this filter. All values are of closed lists, in letters and hyphens.
    func address(_ path: String) -> String {
        isEmpty ? path : path + "?" + query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }
}
