import Civic
import Hummingbird
import Web

/// `/mesa/ingresar/institucion`: the sign-in of somebody of the staff at their own institution, and back.
public struct StaffProviderPages: Sendable {
    private let pages: Pages
    private let entrance: Entrance

    /// `pages` are those of the source: institutions know one address to send people back to.
    public init(_ pages: Pages, entrance: Entrance) {
        self.pages = pages
        self.entrance = entrance
    }

    public func mount(on router: PageRoutes) {
        guard let party = entrance.institution else { return }
        router.get("/mesa/ingresar/institucion") { request, _ in
            guard let back = AskedSignIn(query: request.uri.query ?? "").back ?? ReturnPath(pages.texts.address("/mesa")) else {
                throw Failure.notFound
            }
            guard request.isAskedHere else {
                return Response.redirect(to: pages.texts.address("/mesa/ingresar") + "?volver=" + back.escaped, type: .normal)
            }
            return try entrance.begin(at: party, backTo: back, level: .verified)
        }
        router.get("/mesa/ingresar/vuelta") { request, context in
            let end = try await entrance.end(at: party, request, context)
            let back = end.pending.flatMap { ReturnPath($0.back) }
            do {
                guard let claim = StaffSignIn.claim(try end.outcome.get(), of: party.provider) else { throw SignInFault.claims }
                guard let account = try await entrance.staff.account(claim) else { throw SignInFault.stranger }
                return try await entrance.admit(.staff(account), .verified, backTo: back?.path ?? "/mesa", request, context)
            } catch let fault as SignInFault {
                try await entrance.desk.refused(fault)
                let view = StaffProviderView(texts: pages.texts, provider: party.provider.title)
                return pages.make(request, context, as: nil, view.failed(fault, back: back)).unlisted
            }
        }
    }
}

/// What somebody of the staff sees when their institution does not let them in.
struct StaffProviderView {
    let texts: Texts
    let provider: String

    func failed(_ fault: SignInFault, back: ReturnPath?) -> Page {
        let words = SignInView(texts: texts, provider: provider)
        return words.failed(fault, again: texts.address("/mesa/ingresar") + (back.map { "?volver=" + $0.escaped } ?? ""))
    }
}
