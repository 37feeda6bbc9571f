import Civic
import Flows

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

    /// Whether a service is written for it.
    func leads(to service: Service) -> Bool {
        let spoken: Flows.Medium =
            switch medium {
            case .page: .page
            case .touch: .touch
            case .voice: .voice
            case .chat: .chat
            case .desk: .desk
            case .api: .api
            }
        return service.media.contains(spoken)
    }

    public static let web = Door(medium: .page, channel: .web)
    public static let api = Door(medium: .api, channel: .api)
}
