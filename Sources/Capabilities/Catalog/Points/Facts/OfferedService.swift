/// Something that can be done at a point of service.
public struct OfferedService: Sendable, Hashable {
    public enum Subject: Sendable, Hashable {
        /// What is done at this kind of place, by its key in `places.yaml`.
        case place(String)
        /// One sheet, by its number.
        case sheet(Int)
    }

    public let subject: Subject
    /// nil when nobody stated it: it follows from the kind of the point.
    public let source: PointSource?

    public init(_ subject: Subject, source: PointSource? = nil) {
        self.subject = subject
        self.source = source
    }
}

extension PointOfService.Kind {
    /// The kind of place, by its key in `places.yaml`, whose services are usual there; nil where that can't be said of the whole kind.
    public var usualPlace: String? {
        switch self {
        case .branch: "chileatiende-branch"
        case .civilRegistry: "civil-registry"
        case .video, .mobile, .kiosk, .callCentre, .municipal, .neighbours: nil
        }
    }
}
