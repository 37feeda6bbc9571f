import Civic
import Flows
import Hummingbird
import Markup
import Web

/// The last page before a run is filed.
extension RunPages {
    private static let filing = Form("procedure-file", [])

    /// Everything once more, before it is filed; or that there is nothing to give.
    func review(_ code: CheckedCode) async throws -> Response {
        let shown = try await desk.show(code, at: door, by: actor)
        let opened = shown.opened
        guard opened.run.filed == nil, case .review = opened.effect else { return to(code) }
        let outcome = Decision(opened.reckoning).outcome
        let isGranted: Bool = if case .granted = outcome { true } else { false }
        let filing =
            opened.service.outcome.isImmediate && !isGranted
            ? nil
            : forms.html(
                Self.filing.blank, action: view.address(opened.run, "/revisar?r=\(opened.run.revision)"),
                button: opened.service.outcome.isImmediate ? "procedures.issue" : "procedures.file", texts: texts, session: session)
        let isDown = opened.state.facts.contains { $0.value.status == .down }
        let view = try await view(opened)
        let ways =
            try await opened.service.outcome.isImmediate && outcome == .refusal
            ? view.unissued(shown, complaint: desk.complaint(of: opened.service, at: door)) : HTML()
        return try await respond(view.review(opened, filing: filing, retry: isDown ? retry(opened) : nil, ways: ways))
    }

    func file(_ code: CheckedCode, _ request: Request, _ context: WebContext) async throws -> Response {
        guard case .accepted(_, let once) = try await forms.take(Self.filing, request, context, session: session) else {
            return to(code, "/revisar")
        }
        try await desk.file(code, revision: Self.revision(request), at: door, by: actor, once: once)
        return to(code, "?presentada=si")
    }
}
