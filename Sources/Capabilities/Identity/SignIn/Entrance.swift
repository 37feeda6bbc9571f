import Civic
import Storage
import Web

/// What all pages of the sign-in share, in whichever language.
public struct Entrance: Sendable {
    let desk: SignInDesk
    let sessions: Sessions
    let reception: Reception
    let attempts: AttemptDesk
    /// Where citizens show who they are; nil when this installation has no provider.
    public let citizens: RelyingParty?
    /// Where the staff of an institution show who they are; nil when they don't.
    public let institution: RelyingParty?
    let staff: StaffSignIn
    let keyring: Keyring
    let isSecure: Bool
    let clock: Clock
    /// The public beginning of addresses.
    let address: String

    public init(
        desk: SignInDesk, sessions: Sessions, reception: Reception, attempts: AttemptDesk, citizens: RelyingParty?,
        institution: RelyingParty?, staff: StaffSignIn, keyring: Keyring, isSecure: Bool, clock: Clock, address: String
    ) {
        self.desk = desk
        self.sessions = sessions
        self.reception = reception
        self.attempts = attempts
        self.citizens = citizens
        self.institution = institution
        self.staff = staff
        self.keyring = keyring
        self.isSecure = isSecure
        self.clock = clock
        self.address = address
    }

    /// Answers of a provider that one client may bring and that come to nothing.
    static let returns = AttemptLimit("entrance.return", most: 30, window: 600_000)
    /// Numbers that one client may say.
    static let declarations = AttemptLimit("entrance.declared", most: 60, window: 600_000)
}
