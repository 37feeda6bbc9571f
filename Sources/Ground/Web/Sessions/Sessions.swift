import Civic
import HTTPTypes
import Hummingbird
import Storage

/// Who is signed in at which browser: kept in the database, known by a signed cookie, ended by rest, by age, by the person, or by a
/// successor (each rise of assurance makes a new one, so that a token seen before it is worth nothing after it).
public struct Sessions: Sendable {
    private let database: Database
    private let keyring: Keyring
    private let store: SessionStore
    private let terms: BrowserSession.Terms
    private let staffTerms: BrowserSession.Terms
    private let isSecure: Bool
    private let clock: Clock

    /// `staff` are the terms of those who work here, where they are others; `isSecure` when people reach the site by https.
    public init(
        _ database: Database, keyring: Keyring, terms: BrowserSession.Terms, staff: BrowserSession.Terms? = nil, isSecure: Bool,
        clock: Clock
    ) {
        self.database = database
        self.keyring = keyring
        self.terms = terms
        staffTerms = staff ?? terms
        store = SessionStore(keyring: keyring, idle: (terms.idle, staffTerms.idle))
        self.isSecure = isSecure
        self.clock = clock
    }

    /// The session of whoever asks; nil when nobody is signed in, or it ended. Without a cookie of ours it asks nobody.
    public func session(of request: Request) async throws -> BrowserSession? {
        guard let cookie = cookie(of: request) else { return nil }
        let now = clock.now.milliseconds
        guard let session = try await database.read({ try store.session(cookie, at: now, $0) }) else { return nil }
        // A sign of life is written once a minute, not with every page.
        if now - session.seen.milliseconds >= 60_000 { try await database.write { try store.see(session.id, $0) } }
        return session
    }

    /// The session of whoever asks that ended by rest or by age alone, within the last day: enough to know whose a form is that came too late,
    /// and for nothing else.
    func lapsed(of request: Request) async throws -> BrowserSession? {
        guard let cookie = cookie(of: request) else { return nil }
        let now = clock.now.milliseconds
        return try await database.read { try store.lapsed(cookie, at: now, since: now - 86_400_000, $0) }
    }

    /// Signs somebody in: a session of their own, in the place of one that this browser had. Gives back the session and the Set-Cookie to
    /// answer with.
    public func open(
        for identity: Actor.Identity, assurance: Assurance, at request: Request
    ) async throws -> (session: BrowserSession, setCookie: String) {
        let (cookie, former) = (SessionCookie(), cookie(of: request))
        let whole = if case .staff = identity { staffTerms.whole } else { terms.whole }
        let program = request.headers[.userAgent].map { String($0.prefix(300)) }
        let session = try await database.write { transaction in
            let now = transaction.now
            if let former, let old = try store.session(former, at: now, transaction) {
                _ = try store.close(old.id, transaction)
            }
            let session = try store.insert(cookie, identity, assurance, program: program, ends: now + whole, transaction)
            try transaction.record(
                Event("session.opened", object: AuditEntry.Object("session", session.id), subject: Self.subject(identity)),
                by: Actor(identity, assurance: assurance))
            return session
        }
        return (session, SessionCookie.field(cookie.text(keyring: keyring), isSecure: isSecure))
    }

    /// Ends the session of whoever asks, and gives back the Set-Cookie that takes the cookie away.
    public func close(_ request: Request) async throws -> String {
        if let session = try await session(of: request) { try await close(session) }
        return SessionCookie.field(nil, isSecure: isSecure)
    }

    /// Ends one session.
    public func close(_ session: BrowserSession) async throws {
        try await database.write { transaction in
            guard try store.close(session.id, transaction) else { return }
            try transaction.record(
                Event("session.closed", object: AuditEntry.Object("session", session.id), subject: Self.subject(session.identity)),
                by: Actor(session.identity, assurance: session.assurance))
        }
    }

    /// Ends all other sessions of the same person, and gives back how many there were.
    public func closeOthers(than session: BrowserSession) async throws -> Int {
        try await database.write { transaction in
            let count = try store.close(of: session.identity, but: session.id, transaction)
            try transaction.record(
                Event("session.othersClosed", subject: Self.subject(session.identity)),
                by: Actor(session.identity, assurance: session.assurance))
            return count
        }
    }

    /// Ends all sessions of somebody, in the act that asks for it (a death, a merger, an account that is closed), and gives back how many.
    @discardableResult
    public func closeAll(of identity: Actor.Identity, by actor: Actor, _ transaction: Transaction) throws -> Int {
        let count = try store.close(of: identity, but: nil, transaction)
        if count > 0 { try transaction.record(Event("session.allClosed", subject: Self.subject(identity)), by: actor) }
        return count
    }

    /// Ends the sessions of one person or one of the staff, and gives back how many.
    public func end(of identity: Actor.Identity, by actor: Actor) async throws -> Int {
        try await database.write { try closeAll(of: identity, by: actor, $0) }
    }

    /// Ends the sessions of everybody, or of the staff alone: after a theft, or when nobody knows what happened (OWASP ASVS 5.0, 7.4.5).
    public func endEverybody(onlyStaff: Bool, by actor: Actor) async throws -> Int {
        try await database.write { transaction in
            let count = try store.closeEverybody(onlyStaff: onlyStaff, transaction)
            try transaction.record(Event(onlyStaff ? "session.staffEnded" : "session.everybodyEnded"), by: actor)
            return count
        }
    }

    /// The sessions of somebody that go on, the newest first.
    public func open(of identity: Actor.Identity) async throws -> [BrowserSession] {
        let now = clock.now.milliseconds
        return try await database.read { try store.open(of: identity, at: now, $0) }
    }

    /// The same with the program at which each was opened, closed: a disclosure of the person's sessions opens it.
    public func programs(of identity: Actor.Identity) async throws -> [(session: BrowserSession, program: Personal?)] {
        let now = clock.now.milliseconds
        return try await database.read { snapshot in
            let sessions = try store.open(of: identity, at: now, snapshot)
            let programs = try store.programs(of: identity, snapshot)
            return sessions.map { ($0, programs[$0.id]) }
        }
    }

    /// Ends another session of the same person. Nothing happens when it is somebody else's, or ended already.
    public func close(_ id: Int64, of session: BrowserSession) async throws {
        guard let other = try await open(of: session.identity).first(where: { $0.id == id }) else { return }
        try await close(other)
    }

    /// Takes away all sessions of a person who is erased, and gives back how many: open ones end with it.
    public func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int { try store.erase(person, transaction) }

    /// Throws away sessions that ended more than 30 days ago, and gives back how many.
    @discardableResult
    public func sweep() async throws -> Int {
        try await database.write { try store.sweep(before: $0.now - 30 * 86_400_000, $0) }
    }

    private func cookie(of request: Request) -> SessionCookie? {
        SessionCookie.value(in: request.headers, isSecure: isSecure).flatMap { SessionCookie($0, keyring: keyring) }
    }

    private static func subject(_ identity: Actor.Identity) -> PersonID? {
        if case .citizen(let person) = identity { person } else { nil }
    }
}
