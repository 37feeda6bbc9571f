import Civic
import Hummingbird
import Markup
import Storage
import Web

/// `/mi/derechos/consentimientos`: what a person said yes to, in which words, and the way to take it back.
public struct ConsentPages: Sendable {
    private static let giving = Form("consent-give", [Field.agreement("acepto", "consents.agree")])
    private static let withdrawing = Form("consent-withdraw", [])

    private let place: OwnPlace
    private let forms: Forms
    private let desk: ConsentDesk

    public init(_ place: OwnPlace, forms: Forms, desk: ConsentDesk) {
        self.place = place
        self.forms = forms
        self.desk = desk
    }

    public func mount(on router: PageRoutes) {
        router.get("/mi/derechos/consentimientos") { request, context in
            let caller = try await place.caller(request)
            return try await page(request, context, caller, Self.giving.blank)
        }
        router.post("/mi/derechos/consentimientos/:purpose") { request, context in
            let caller = try await place.caller(request)
            let purpose = try Self.purpose(context)
            switch try await forms.take(Self.giving, request, context, session: caller.session) {
            case .refused(let filling): return try await page(request, context, caller, filling)
            case .accepted(_, let once): try await desk.give(purpose, place.pages.texts, once: once, by: caller.actor, caller.person)
            }
            return back
        }
        router.post("/mi/derechos/consentimientos/:purpose/retirar") { request, context in
            let caller = try await place.caller(request)
            let purpose = try Self.purpose(context)
            if case .accepted(_, let once) = try await forms.take(Self.withdrawing, request, context, session: caller.session) {
                try await desk.withdraw(purpose, once: once, by: caller.actor, caller.person)
            }
            return back
        }
    }

    private var back: Response { .redirect(to: place.pages.texts.address("/mi/derechos/consentimientos"), type: .normal) }

    private func page(_ request: Request, _ context: WebContext, _ caller: Caller, _ filling: Filling) async throws -> Response {
        let texts = place.pages.texts
        let kept = try await desk.database.read { try desk.store.consents(of: caller.person, $0) }
        func address(_ purpose: ConsentDesk.Purpose) -> String { texts.address("/mi/derechos/consentimientos/\(purpose.rawValue)") }
        let sections = ConsentDesk.Purpose.allCases.map { purpose -> ConsentView.Section in
            let given = kept.first { $0.purpose == purpose.rawValue && $0.withdrawn == nil }
            let form =
                given == nil
                ? forms.html(filling, action: address(purpose), button: "consents.give", texts: texts, session: caller.session)
                : forms.html(
                    Self.withdrawing.blank, action: address(purpose) + "/retirar", button: "consents.withdraw", texts: texts,
                    session: caller.session)
            return ConsentView.Section(purpose: purpose, given: given, form: form)
        }
        return try await place.response(
            ConsentView(texts: texts).page(sections, kept).answering(filling), for: caller, request, context)
    }

    private static func purpose(_ context: WebContext) throws -> ConsentDesk.Purpose {
        guard let purpose = ConsentDesk.Purpose(rawValue: try context.parameters.require("purpose")) else { throw Failure.notFound }
        return purpose
    }
}
