import Civic
import Hummingbird
import Ports
import Web

/// `/volver` and `/volver/{code}`: whether somebody could finish what they went out for, and where it broke.
public struct ReturnPages: Sendable {
    private static let code = Field.text("codigo", "handoff.return.code", hint: "handoff.return.code.hint", most: 40, width: .medium)
        .checked { ReturnCode(typed: $0) == nil ? FieldProblem("handoff.return.code.wrong") : nil }
    private static let finished = Field.choice(
        "termino", "handoff.return.finished", [FieldOption("si", "handoff.return.yes"), FieldOption("no", "handoff.return.no")])
    private static let reason = Field.choice(
        "donde", "handoff.return.where", hint: "handoff.return.where.hint",
        Return.Reason.allCases.map { FieldOption($0.rawValue, $0.words) }
    ).optional

    static let asking = Form("return.code", [code])

    /// Whoever could not finish says where it broke; whoever could has nothing to say of that.
    static let form = Form("return", [finished, reason]) { answers in
        try answers[finished] == "no" && answers[reason] == nil ? ("donde", FieldProblem("handoff.return.where.missing")) : nil
    }

    private let pages: Pages
    private let forms: Forms
    private let links: OutsideLinks
    private let desk: ExitDesk

    public init(_ pages: Pages, forms: Forms, links: OutsideLinks, desk: ExitDesk) {
        self.pages = pages
        self.forms = forms
        self.links = links
        self.desk = desk
    }

    public func mount(on router: PageRoutes) {
        router.get("/volver") { request, context in
            pages.make(request, context, as: nil, start(Self.asking.blank)).unlisted
        }
        router.post("/volver") { request, context in
            switch try await forms.take(Self.asking, request, context) {
            case .refused(let filling): return pages.make(request, context, as: nil, start(filling))
            case .accepted(let answers, _):
                guard let code = ReturnCode(typed: try answers[Self.code]) else { throw Failure.notFound }
                return Response.redirect(to: address(code), type: .normal)
            }
        }
        router.get("/volver/:code") { request, context in
            guard let code = ReturnCode(typed: try context.parameters.require("code")) else {
                return pages.make(request, context, as: nil, view.unknown).unlisted
            }
            return pages.make(request, context, as: nil, try await page(code, Self.form.blank)).unlisted
        }
        router.post("/volver/:code") { request, context in
            guard let code = ReturnCode(typed: try context.parameters.require("code")) else { throw Failure.notFound }
            switch try await forms.take(Self.form, request, context) {
            case .refused(let filling): return pages.make(request, context, as: nil, try await page(code, filling))
            case .accepted(let answers, let once):
                let isFinished = try answers[Self.finished] == "si"
                let reason = try answers[Self.reason].flatMap(Return.Reason.init)
                try await desk.come(back: Return(reason: isFinished ? nil : reason ?? .other), with: code, once: once)
                return Response.redirect(to: address(code), type: .normal)
            }
        }
    }

    private var view: ReturnView { ReturnView(texts: pages.texts) }

    private func address(_ code: ReturnCode) -> String { pages.texts.address("/volver/\(code.description)") }

    private func start(_ filling: Filling) -> Page {
        view.start(forms.html(filling, action: pages.texts.address("/volver"), button: "handoff.return.next", texts: pages.texts))
            .answering(filling)
    }

    private func page(_ code: ReturnCode, _ filling: Filling) async throws -> Page {
        switch try await desk.state(of: code) {
        case .unknown: return view.unknown
        case .expired: return view.expired
        case .answered: return view.thanks
        case .open(let sheet):
            let link = try await links.link(sheet)
            let form = forms.html(filling, action: address(code), button: "handoff.return.send", texts: pages.texts)
            return view.question(link, form).answering(filling)
        }
    }
}
