import Civic
import Flows
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Storage
import Web

/// `/mesa/servicios`: each service as its definition has it, for those who attend, decide or write it: what is asked of whom, by which law,
/// what decides, by when, and its picture.
public struct DeskServicePages: Sendable {
    private let pages: Pages
    private let reception: Reception
    private let shelf: DefinitionShelf
    private let directory: Directory

    public init(_ pages: Pages, reception: Reception, shelf: DefinitionShelf, directory: Directory) {
        self.pages = pages
        self.reception = reception
        self.shelf = shelf
        self.directory = directory
    }

    private var texts: Texts { pages.texts }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/servicios") { request, context in
            _ = try await allowed(request)
            let services = try await shelf.all()
            return pages.make(request, context, as: nil, list(services, try await shelf.retired(), try await deciders(services))).unlisted
        }
        router.get("/mesa/servicios/:service") { request, context in
            _ = try await allowed(request)
            guard let service = try await shelf.newest(try context.parameters.require("service")) else { throw Failure.notFound }
            let retirement = try await shelf.retirement(of: service.id)
            let (parameters, decider) = (try await shelf.parameters(of: service), try await deciders([service])[service.decider])
            return pages.make(request, context, as: nil, page(service, retirement, parameters, decider)).unlisted
        }
    }

    private func allowed(_ request: Request) async throws -> Attendant {
        let attendant = try await reception.attendant(request, texts)
        guard attendant.actor.maySomewhere(.assistProcedures) || attendant.actor.maySomewhere(.decideProcedures) else { throw Forbidden() }
        return attendant
    }

    /// What the institutions that decide them are called, by their keys.
    private func deciders(_ services: [Service]) async throws -> [String: String] {
        var names: [String: String] = [:]
        for key in Set(services.map(\.decider)) { names[key] = try await directory.institution(key) }
        return names
    }

    private func said(_ words: Words) -> String { words.said(in: texts.language).text }

    private func list(_ services: [Service], _ retired: [Retirement], _ deciders: [String: String]) -> Page {
        Page(
            title: texts["procedures.services"], trail: [Link(texts.address("/mesa"), texts["desk.title"])],
            main: """
                <div class="wide"><h1>\(texts["procedures.services"])</h1>
                <p class="lead">\(texts["procedures.services.summary"])</p>
                <ul class="sheets">
                \(each: services, { service in
                    "<li><a href=\"\(texts.address("/mesa/servicios/\(service.id)"))\">\(said(service.title))</a> <span class=\"quiet\">\(deciders[service.decider] ?? service.decider) · \(texts("procedures.services.version", ["version": "\(service.version)"]))</span>\(tag(retired.first { $0.service == service.id }))</li>\n"
                })</ul></div>
                """)
    }

    private func page(_ service: Service, _ retirement: Retirement?, _ parameters: [String: Words], _ decider: String?) -> Page {
        let drawing = FlowDrawing(service, .house(texts, of: service, parameters: parameters))
        return Page(
            title: said(service.title), trail: [Link(texts.address("/mesa/servicios"), texts["procedures.services"])],
            main: """
                <div class="wide"><h1>\(said(service.title))</h1>
                <p class="quiet">\(decider ?? service.decider) · \(texts("procedures.services.version", ["version": "\(service.version)"]))\(tag(retirement))</p>
                \(with: retirement?.reason, { "<p>\(texts["procedures.retired.reason"]) \(texts.content($0))</p>\n" })\
                <p class="lead">\(said(service.lead))</p>
                \(section("procedures.services.facts", service.facts.map {
                    ("\(said($0.name))", "\(texts.register($0.register, of: service)). \($0.basis)")
                }))\
                \(section("procedures.services.questions", service.questions.map { (said($0.text), $0.help.map { said($0) } ?? "") }))\
                \(section("procedures.services.rules", service.rules.map { (said($0.title), $0.basis) }))\
                \(section("procedures.services.stages", service.stages.map { stage in
                    (said(stage.title), [stage.owner.map { texts.owner($0, of: service) }, stage.businessDays.map { texts("procedures.draw.days", count: $0) }].compactMap { $0 }.joined(separator: ", "))
                }))\
                \(section("procedures.services.life", (service.life?.stops ?? []).map { (said($0.title), told($0, drawing)) }))\
                \(section("procedures.remedies", service.remedies.map { (said($0.title), "\(said($0.to)). \($0.basis)") }))
                <h2>\(texts["procedures.services.picture"])</h2>
                <p>\(texts["procedures.services.picture.how"])</p>
                <div class="scroll drawing" tabindex="0" role="region" aria-label="\(texts["procedures.services.picture"])">
                \(FlowView.svg(FlowPicture(drawing), title: texts["procedures.services.picture"]))</div></div>
                """)
    }

    /// Whether it suspends or ends it, by which law, and what it looks at.
    private func told(_ stop: Life.Stop, _ drawing: FlowDrawing) -> String {
        let kind = texts[stop.kind == .suspension ? "procedures.draw.suspends" : "procedures.draw.ends"]
        let causes = texts("procedures.services.causes", ["what": drawing.causes(of: stop).joined(separator: "; ")])
        return "\(kind). \(stop.basis). \(causes)"
    }

    private func tag(_ retirement: Retirement?) -> HTML {
        guard let retirement else { return HTML() }
        return " \(Tag.label(texts("procedures.services.retired", ["day": texts.short(retirement.since)]), .attention))"
    }

    private func section(_ title: TextKey, _ rows: [(String, String)]) -> HTML {
        guard !rows.isEmpty else { return HTML() }
        return """
            <h2>\(texts[title])</h2>
            \(AnswerList.list(rows.map { AnswerList.Row($0.0, HTML(text: $0.1)) }, texts: texts))

            """
    }
}
