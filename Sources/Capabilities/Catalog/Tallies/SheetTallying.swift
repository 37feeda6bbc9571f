import Civic
import Hummingbird

extension Tallies {
    /// A sheet was read by this request. Only a Referer of this very host says from where.
    func opened(_ sheet: Int, _ request: Request, at now: Instant) {
        let referer = request.headers[.referer].flatMap { address in
            SearchReferer.host(address).map(String.init) == request.head.authority ? address : nil
        }
        opened(sheet, by: request.headers[.userAgent], referer: referer, at: now)
    }
}
