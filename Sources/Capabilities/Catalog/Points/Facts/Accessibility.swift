/// What a point may have for people who need it. What nobody stated is unknown, which is neither yes nor no.
public enum AccessFeature: String, Sendable, Hashable, CaseIterable {
    case stepFree = "step-free"
    case toilet = "accessible-toilet"
    case parking = "accessible-parking"
    case signLanguage = "sign-language-by-booking"
    case hearingLoop = "hearing-loop"
    case childrensCorner = "childrens-corner"
}

/// That a point has it, or has it not, because somebody said so.
public struct AccessStatement: Sendable, Hashable {
    public let feature: AccessFeature
    public let isThere: Bool
    /// How it is used, in Spanish: by which door, with what notice.
    public let note: String?
    public let source: PointSource

    public init(_ feature: AccessFeature, _ isThere: Bool, note: String? = nil, source: PointSource) {
        self.feature = feature
        self.isThere = isThere
        self.note = note
        self.source = source
    }
}

/// A language besides Spanish in which somebody attends at a point.
public struct AttentionLanguage: Sendable, Hashable {
    /// By its tag (BCP 47).
    public enum Tag: String, Sendable, Hashable, CaseIterable {
        case mapuzugun = "arn"
        case aymara = "ay"
        case quechua = "qu"
        case rapaNui = "rap"
        case haitianCreole = "ht"
        case english = "en"
    }

    public let tag: Tag
    /// When, or by whom, in Spanish.
    public let note: String?
    public let source: PointSource

    public init(_ tag: Tag, note: String? = nil, source: PointSource) {
        self.tag = tag
        self.note = note
        self.source = source
    }
}
