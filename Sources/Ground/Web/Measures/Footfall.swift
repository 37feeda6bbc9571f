import Civic
import HTTPTypes
import Hummingbird

/// Counts who reads a page, without knowing anybody: the route, and what it says of a visit. Robots are left out (Docs/record.md).
public struct Footfall: Sendable {
    private let visits: Visits
    private let clock: Clock

    public init(_ visits: Visits, clock: Clock) {
        self.visits = visits
        self.clock = clock
    }

    /// Takes in that this request was answered. Address and program of the visitor are digested at once and not kept.
    public func see(_ sign: Visits.Sign, _ request: Request, _ context: WebContext) {
        let program = request.headers[.userAgent]
        guard !Robots.includes(program) else { return }
        visits.see(sign, on: context.endpointPath ?? "none", by: "\(context.client)\u{0}\(program ?? "")", at: clock.now)
    }
}
