import Civic
import HTTPTypes
import Hummingbird
import Web

/// `/mi/salir-rapido`: signs out and leads at once to a page that says nothing of where the person was. It is a plain link, because a form
/// that was open for too long would come back; so it does its work only when our own page or the address bar asked for it.
public struct QuickExitPages: Sendable {
    private let place: OwnPlace
    private let sessions: Sessions
    private let address: String?

    /// `address` is where it leads; nil for the home of the site.
    public init(_ place: OwnPlace, sessions: Sessions, address: String?) {
        self.place = place
        self.sessions = sessions
        self.address = address
    }

    public func mount(on router: PageRoutes) {
        router.get("/mi/salir-rapido") { request, _ in
            var response = Response.redirect(to: address ?? place.pages.texts.address("/"), type: .normal)
            response.headers[.cacheControl] = "no-store"
            if let field = HTTPField.Name("Referrer-Policy") { response.headers[field] = "no-referrer" }
            if request.isAskedHere {
                response.headers[.setCookie] = try await sessions.close(request)
                response.headers.append(LargePrint.field(false, isSecure: place.pages.isSecure))
            }
            return response.unlisted
        }
    }
}
