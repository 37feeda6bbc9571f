import Civic
import Flows
import Hummingbird
import Markup
import Web

/// What institutions prepared for somebody: nothing is filed until the person does it, and they may not want it.
extension RunPages {
    private static let no = Form("procedure-decline", [])

    func prepared(for person: PersonID, _ services: [Service]) async throws -> HTML {
        let shown = try await desk.prepared(for: person).filter { one in services.contains { $0.id == one.service.id } }
        guard !shown.isEmpty else { return HTML() }
        return """
            <h2>\(texts["procedures.prepared"])</h2>
            <p>\(texts["procedures.prepared.lead"])</p>
            <ul class="sheets">
            \(each: shown, { preparation, institution, service in
                """
                <li><a href="\(texts.address("\(root)/nuevo/\(service.id)"))">\(view.words(service.title))</a>
                <p class="quiet">\(texts(
                    "procedures.prepared.by",
                    [
                        "institution": institution, "day": texts.long(Day(of: preparation.prepared)), "ends": texts.long(preparation.ends),
                    ]))</p>\(declining(preparation))</li>

                """
            })</ul>
            <h2>\(texts["procedures.prepared.others"])</h2>

            """
    }

    /// Only the person says no.
    private func declining(_ preparation: Preparation) -> HTML {
        guard actor.citizen != nil else { return HTML() }
        return forms.html(
            Self.no.blank, action: texts.address("\(root)/preparados/\("\(preparation.id)")"), button: "procedures.prepared.decline",
            weight: .second, texts: texts, session: session)
    }

    func decline(_ preparation: Int64, of person: PersonID, _ request: Request, _ context: WebContext) async throws -> Response {
        if case .accepted(_, let once) = try await forms.take(Self.no, request, context, session: session) {
            try await desk.decline(preparation, of: person, by: actor, once: once)
        }
        return pages.to(root)
    }
}

extension RunViews {
    /// Who proposes the answer that stands in the field.
    func proposal(_ opened: RunDesk.Opened, _ question: Question) -> HTML {
        guard let proposed = opened.proposed, proposed.answers[question.id] != nil, opened.state.answers[question.id] == nil else {
            return HTML()
        }
        return Alert.box(
            .info, "<p>\(texts("procedures.prepared.answer", ["institution": proposed.institution]))</p>", texts: texts)
    }
}
