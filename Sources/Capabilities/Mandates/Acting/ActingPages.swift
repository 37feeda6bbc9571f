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
            let acting = try await place.acting(request, context)
            let disclosure = try await desk.disclosures.open(
                PersonalField.ofRepresentatives, of: [acting.subject], for: "trace.purpose.mandate", by: acting.caller.actor)
            guard let subject = try await desk.persons([acting.subject])[acting.subject] else { throw NoLongerActing() }
            return try await place.response(view.overview(acting, try Represented(subject, disclosure)), acting, request, context)
        }
        for part in Excluded.allCases {
            router.get(RouterPath("/mi/por/:id/\(part.rawValue)")) { request, context in
                let acting = try await place.acting(request, context)
                return try await place.response(view.excluded(part, acting), acting, request, context)
            }
        }
    }
}
