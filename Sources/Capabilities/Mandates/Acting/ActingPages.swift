import Civic
import Hummingbird
import Storage
import Web

/// `/mi/por/:id`: whom the person acts for, with what they may see of them, and why the rest is not for them.
public struct ActingPages: Sendable {
    private let place: ActingPlace
    private let desk: MandateDesk

    public init(_ place: ActingPlace, desk: MandateDesk) {
        self.place = place
        self.desk = desk
    }

    public func mount(on router: PageRoutes) {
        let view = ActingViews(texts: place.texts)
        router.get("/mi/por/:id") { request, context in
            let asked = try await place.asked(request, context)
            let seen = try await desk.overview(asked.id, asked.caller)
            return try await place.response(view.overview(seen.acting, seen.represented), seen.acting, request, context)
        }
        for part in Excluded.allCases {
            router.get(RouterPath("/mi/por/:id/\(part.rawValue)")) { request, context in
                let acting = try await place.acting(request, context)
                return try await place.response(view.excluded(part, acting), acting, request, context)
            }
        }
    }
}
