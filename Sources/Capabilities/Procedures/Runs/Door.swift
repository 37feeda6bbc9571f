import Civic

/// Where a run is worked on: by whom it is counted, and with whose help.
public struct Door: Sendable {
    public let medium: Civic.Medium
    public let channel: Channel
    /// The contact of an attention, when somebody of the staff helps.
    public let interaction: InteractionID?
    public let point: Int64?

    public init(medium: Civic.Medium, channel: Channel, interaction: InteractionID? = nil, point: Int64? = nil) {
        self.medium = medium
        self.channel = channel
        self.interaction = interaction
        self.point = point
    }

    public static let web = Door(medium: .page, channel: .web)
    public static let api = Door(medium: .api, channel: .api)
}
