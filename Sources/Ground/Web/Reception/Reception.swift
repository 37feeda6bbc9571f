import Civic
import Hummingbird

/// Who is at the door: every page that is not for everybody asks here first, and whoever may not come in is told where to sign in and is
/// brought back.
public struct Reception: Sendable {
    private let sessions: Sessions
    private let staff: @Sendable (Int64, BrowserSession) async throws -> Actor?

    /// `staff` gives somebody of the staff with the grants that they have now; nil when their account is closed.
    public init(_ sessions: Sessions, staff: @escaping @Sendable (Int64, BrowserSession) async throws -> Actor?) {
        self.sessions = sessions
        self.staff = staff
    }

    /// Whoever asks; an anonymous visitor when nobody is signed in.
    public func visitor(_ request: Request) async throws -> Visitor {
        guard let session = try await sessions.session(of: request) else { return .anonymous }
        switch session.identity {
        case .citizen: return Visitor(actor: Actor(session.identity, assurance: session.assurance), session: session)
        case .staff(let id):
            guard let actor = try await staff(id, session) else { return .anonymous }
            return Visitor(actor: actor, session: session)
        case .anonymous, .institution, .system: return .anonymous
        }
    }

    /// A person about their own matters, as sure as the page needs. Throws `SignInNeeded`, which leads to the sign-in and back.
    public func citizen(_ request: Request, _ texts: Texts, atLeast least: Assurance = .verified) async throws -> Caller {
        let visitor = try await visitor(request)
        guard let session = visitor.session, let person = visitor.actor.citizen, session.assurance >= least else {
            throw SignInNeeded(.person(least), texts, from: request)
        }
        return Caller(person: person, actor: visitor.actor, session: session)
    }

    /// The person whose verified session ended by itself within the last day, at the browser that asks: nothing is shown or done for them, but what
    /// they had typed may wait for them. nil for anybody else.
    public func lapsed(_ request: Request) async throws -> Caller? {
        guard let session = try await sessions.lapsed(of: request), session.assurance == .verified,
            case .citizen(let person) = session.identity
        else { return nil }
        return Caller(person: person, actor: Actor(.citizen(person), assurance: .declared), session: session)
    }

    /// Somebody of the staff. Throws `SignInNeeded` when nobody is.
    public func attendant(_ request: Request, _ texts: Texts) async throws -> Attendant {
        let visitor = try await visitor(request)
        guard let session = visitor.session, case .staff(let id) = visitor.actor.identity else {
            throw SignInNeeded(.staff, texts, from: request)
        }
        return Attendant(staff: id, actor: visitor.actor, session: session)
    }
}

/// Whoever asks, signed in or not.
public struct Visitor: Sendable {
    public let actor: Actor
    public let session: BrowserSession?

    public static let anonymous = Visitor(actor: .anonymous, session: nil)
}

/// A person who is signed in.
public struct Caller: Sendable {
    public let person: PersonID
    public let actor: Actor
    public let session: BrowserSession
}

/// Somebody of the staff who is signed in.
public struct Attendant: Sendable {
    public let staff: Int64
    public let actor: Actor
    public let session: BrowserSession
}
