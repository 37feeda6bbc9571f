/// Why a sign-in through a provider came to nothing. The audit keeps the number, without anything personal.
public enum SignInFault: Int, Error, Sendable, CaseIterable {
    /// The person said no at the provider.
    case cancelled = 1
    /// It can't be reached, or takes too long.
    case down = 2
    /// It answered with something else than a token or a person: a page, another shape.
    case answer = 3
    /// It refused our code, or told of an error.
    case refused = 4
    /// Its token is not signed by it, not for us, not of now, or not for this sign-in.
    case token = 5
    /// What it says of the person can't be read or contradicts itself.
    case claims = 6
    /// It names nobody with a national number.
    case noNumber = 7
    /// Parameters are missing, doubled, contradict each other, or were never asked for by this browser.
    case forged = 8
    /// The answer was taken once already.
    case replayed = 9
    /// It took longer than ten minutes.
    case expired = 10
    /// The person is registered as dead.
    case dead = 11
    /// The account is not one of our staff's.
    case stranger = 12
    /// It does not say that it asked for as much as the settings want.
    case weak = 13
    /// It saw the person itself longer ago than the settings allow.
    case stale = 14
}
