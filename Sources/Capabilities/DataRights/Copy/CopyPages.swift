import Civic
import HTTPTypes
import Hummingbird
import Web

/// `/mi/derechos/copia`: everything that is held, to read, print and save; `/mi/derechos/copia.json` the same for programs.
public struct CopyPages: Sendable {
    private let place: OwnPlace
    private let desk: CopyDesk

    public init(_ place: OwnPlace, desk: CopyDesk) {
        self.place = place
        self.desk = desk
    }

    public func mount(on router: PageRoutes) {
        let texts = place.pages.texts
        router.get("/mi/derechos/copia") { request, context in
            let caller = try await place.caller(request)
            let copy = try await desk.copy(of: caller.person, by: caller.actor, texts)
            let view = CopyView(texts: texts, copy: copy, made: desk.clock.now)
            return place.pages.make(request, context, as: nil, view.page).unlisted
        }
        router.get("/mi/derechos/copia.json") { request, _ in
            let caller = try await place.caller(request)
            var answer = try Response.json(try await desk.copy(of: caller.person, by: caller.actor, texts)).unlisted
            answer.headers[.contentDisposition] = "attachment; filename=\"ventanilla.json\""
            return answer
        }
    }
}
