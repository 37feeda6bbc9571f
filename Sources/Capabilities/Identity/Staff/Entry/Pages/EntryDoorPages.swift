import Civic
import HTTPTypes
import Hummingbird
import Storage
import Web

/// The cookies of signing in, and how a session of the staff begins.
public struct EntryDoor: Sendable {
    let sessions: Sessions
    let clock: Clock
    private let ticket: SignedCookie
    private let known: SignedCookie

    /// `isSecure` when people reach the site by https.
    public init(sessions: Sessions, keyring: Keyring, isSecure: Bool, clock: Clock) {
        self.sessions = sessions
        self.clock = clock
        ticket = SignedCookie("entry", seconds: 600, isSecure: isSecure, keyring: keyring)
        known = SignedCookie("known", seconds: 90 * 86_400, isSecure: isSecure, keyring: keyring)
    }

    func ticket(of request: Request) -> EntryTicket? {
        ticket.read(request, at: clock.now).flatMap(EntryTicket.init(note:))
    }

    func known(to request: Request) -> KnownAccounts { KnownAccounts(note: known.read(request, at: clock.now)) }

    /// On to the next step, which the browser may take with this ticket.
    func pass(_ ticket: EntryTicket, to address: String) -> Response {
        var response = Response.redirect(to: address, type: .normal)
        response.headers.append(self.ticket.field(ticket.note, at: clock.now))
        return response
    }

    /// All steps are done: a session begins, and the browser is known to the account from now on.
    func admit(_ staff: Int64, at request: Request, with answer: Response) async throws -> Response {
        let opened = try await sessions.open(for: .staff(staff), assurance: .verified, at: request)
        var response = answer
        response.headers.append(HTTPField(name: .setCookie, value: opened.setCookie))
        response.headers.append(known.field(known(to: request).adding(staff).note, at: clock.now))
        response.headers.append(ticket.removal)
        return response
    }

    /// Out: the session ends, and the browser forgets it.
    func leave(_ request: Request, to address: String) async throws -> Response {
        var response = Response.redirect(to: address, type: .normal)
        response.headers.append(HTTPField(name: .setCookie, value: try await sessions.close(request)))
        response.headers.append(ticket.removal)
        return response
    }
}
