import Civic
import Flows

/// Where a run is worked on: by whom it is counted, and with whose help.
public struct Door: Sendable {
    public let medium: Civic.Medium
    public let channel: Channel
    /// The contact of an attention, when somebody of the staff helps.
    public let interaction: InteractionID?
    /// Who is attended in it: nothing of anybody else is worked on through this door.
    public let attended: PersonID?
    public let point: Int64?
    /// Whether cases are decided there: whoever decides sees them, not whoever receives them.
    let decides: Bool

    public init(medium: Civic.Medium, channel: Channel, point: Int64? = nil) {
        self.init(medium: medium, channel: channel, point: point, decides: false)
    }

    private init(medium: Civic.Medium, channel: Channel, point: Int64?, decides: Bool) {
        self.decides = decides
        self.medium = medium
        self.channel = channel
        self.point = point
        (interaction, attended) = (nil, nil)
    }

    /// The desk of an agent who attends somebody.
    public init(attending person: PersonID, in interaction: InteractionID, channel: Channel, point: Int64?) {
        medium = .desk
        self.channel = channel
        self.point = point
        (self.interaction, attended) = (interaction, person)
        decides = false
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
    /// Where officials decide.
    static let deciding = Door(medium: .desk, channel: .web, point: nil, decides: true)

    /// What somebody of the staff must be allowed to read what is worked on there.
    var permission: Permission { decides ? .decideProcedures : .readPersons }
}
