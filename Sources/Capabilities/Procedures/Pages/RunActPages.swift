import Civic
import Flows
import Hummingbird
import Markup
import Ports
import Web

extension RunPages {
    /// The case, with all that may be done with it now.
    func matter(_ shown: RunDesk.Shown, isNew: Bool, _ filling: Filling? = nil) async throws -> Response {
        let view = try await view(shown.opened)
        let offered = RunAct.all.filter { $0.isOffered(shown, desk.clock.today) }
        func acts(_ place: RunAct.Place) -> HTML {
            "\(each: offered.filter { $0.place == place }, { act(shown.opened.run, $0, filling, view) })"
        }
        let appeal = acts(.remedy)
        let parts = RunViews.Parts(
            signer: try await signer(shown.opened.run), notices: filling.map { forms.notices($0, texts: texts) } ?? HTML(),
            first: acts(.first),
            appeal: appeal.isEmpty ? nil : appeal, more: acts(.end))
        let page = view.matter(shown, isNew: isNew, parts)
        return try await respond(filling.map { page.answering($0) } ?? page)
    }

    private func signer(_ run: ProcedureRun) async throws -> String? {
        guard let decider = run.decider else { return nil }
        return try await signers.of(decider)?.signature
    }

    private func act(_ run: ProcedureRun, _ act: RunAct, _ filling: Filling?, _ view: RunViews) -> HTML {
        let form = act.form(desk.limits.largestFile)
        let filling = filling.flatMap { $0.isOf(form) ? $0 : nil } ?? form.blank
        let body: HTML = """
            <p>\(texts[act.lead])</p>
            \(forms.html(
                filling, action: view.address(run, "/\(act.path)"), button: act.button, weight: act.weight, isTold: false, texts: texts,
                session: session))
            """
        return act.isRare
            ? view.folded(texts[act.title], body, isOpen: filling.isRefused) : "<h2>\(texts[act.title])</h2>\n\(body)\n"
    }

    func perform(_ act: RunAct, _ code: CheckedCode, _ request: Request, _ context: WebContext) async throws -> Response {
        switch try await forms.take(act.form(desk.limits.largestFile), request, context, session: session) {
        case .refused(let filling): return try await matter(try await desk.show(code, at: door, by: actor), isNew: false, filling)
        case .accepted(let answers, let once):
            try await act.act(desk, code, answers, door, actor, once)
            return to(code)
        }
    }
}
