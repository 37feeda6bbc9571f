import Civic
import Outbound

/// A provider of identity (OpenID Connect Core 1.0) as we talk to it: its addresses, who we are there, what it takes. It never prints its
/// secret.
public struct IdentityProvider: Sendable {
    /// Whose it is: an answer for one is none for the other.
    public enum Slot: String, Sendable, Codable {
        case citizens, staff
    }

    public let slot: Slot
    public let title: String
    public let issuer: String
    let authorize: WebAddress
    let token: WebAddress
    let userinfo: WebAddress
    let asksByPost: Bool
    let keys: WebAddress?
    let logout: WebAddress?
    let logoutParameter: String
    let clientID: String
    let clientSecret: String
    let scope: String
    let provesCode: Bool
    let proof: Set<String>
    let maxAge: Int?
    let claims: ClaimNames
    /// Where it sends people back to; the same that is registered there.
    let returnAddress: String

    /// nil when one of the settings is no address. `returnAddress` is made of how people reach this site, never of a request.
    public init?(_ settings: ProviderSettings, slot: Slot, returnAddress: String) {
        guard let authorize = WebAddress(settings.authorize), let token = WebAddress(settings.token),
            let userinfo = WebAddress(settings.userinfo)
        else { return nil }
        self.init(
            slot: slot, title: settings.title, issuer: settings.issuer, authorize: authorize, token: token, userinfo: userinfo,
            asksByPost: settings.asksByPost, keys: settings.keys.flatMap(WebAddress.init), logout: settings.logout.flatMap(WebAddress.init),
            logoutParameter: settings.logoutParameter, clientID: settings.clientID, clientSecret: settings.clientSecret,
            scope: settings.scope, provesCode: settings.provesCode, proof: Set(settings.proof), maxAge: settings.maxAge,
            claims: ClaimNames(number: settings.number, given: settings.given, family: settings.family, country: settings.country),
            returnAddress: returnAddress)
    }

    public init(
        slot: Slot, title: String, issuer: String, authorize: WebAddress, token: WebAddress, userinfo: WebAddress, asksByPost: Bool = true,
        keys: WebAddress?, logout: WebAddress?, logoutParameter: String = "redirect", clientID: String, clientSecret: String,
        scope: String = "openid run name", provesCode: Bool, proof: Set<String> = [], maxAge: Int? = nil, claims: ClaimNames = .claveUnica,
        returnAddress: String
    ) {
        self.slot = slot
        self.title = title
        self.issuer = issuer
        self.authorize = authorize
        self.token = token
        self.userinfo = userinfo
        self.asksByPost = asksByPost
        self.keys = keys
        self.logout = logout
        self.logoutParameter = logoutParameter
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.scope = scope
        self.provesCode = provesCode
        self.proof = proof
        self.maxAge = maxAge
        self.claims = claims
        self.returnAddress = returnAddress
    }

    /// Where a session at the provider ends, and from there back to `address`; nil when it has no such place.
    public func logoutAddress(backTo address: String) -> String? {
        logout.map { "\($0.text)\($0.path.contains("?") ? "&" : "?")\(logoutParameter)=\(OutboundCall.escaped(address))" }
    }
}

extension IdentityProvider: CustomStringConvertible, CustomReflectable {
    public var description: String { "(provider of identity)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
