import Civic
import Hummingbird
import Markup
import Web

/// `/mesa/trabajos`: the jobs that were given up, and starting them again.
public struct JobPages: Sendable {
    private let frame: DeskFrame
    private let forms: Forms
    private let queue: JobQueue
    private let clock: Clock

    public init(_ pages: Pages, forms: Forms, reception: Reception, queue: JobQueue, clock: Clock) {
        frame = DeskFrame(pages: pages, reception: reception)
        self.forms = forms
        self.queue = queue
        self.clock = clock
    }

    private static let path = "/mesa/trabajos"
    private static let again = Form("jobs-again", [])

    public func mount(on router: PageRoutes) {
        router.get("/mesa/trabajos") { request, context in
            let attendant = try await frame.reception.attendant(request, frame.texts)
            try attendant.actor.must(.runJobs)
            return frame.answer(request, context, page(try await queue.load(at: clock.now), try await queue.dead(), attendant))
        }
        router.post("/mesa/trabajos") { request, context in
            let attendant = try await frame.reception.attendant(request, frame.texts)
            try attendant.actor.must(.runJobs)
            if case .accepted = try await forms.take(Self.again, request, context, session: attendant.session) {
                _ = try await queue.restart(try await queue.dead().map(\.id), by: attendant.actor)
            }
            return Response.redirect(to: frame.texts.address(Self.path), type: .normal)
        }
    }

    private func page(_ load: JobLoad, _ dead: [DeadJob], _ attendant: Attendant) -> Page {
        let texts = frame.texts
        let rows: [[HTML]] = dead.map { job in
            [
                HTML(text: "\(job.id)"), HTML(text: job.kind), HTML(text: "\(job.tries)"), HTML(text: job.failure),
                HTML(text: frame.moment(job.made)),
            ]
        }
        let again = forms.html(
            Self.again.blank, action: texts.address(Self.path), button: "desk.jobs.again", texts: texts, session: attendant.session)
        return frame.page(
            "desk.jobs.title", path: Self.path, lead: "desk.jobs.lead",
            """
            \(AnswerList.list([
                AnswerList.Row(texts["desk.jobs.waiting"], HTML(text: "\(load.waiting)")),
                AnswerList.Row(texts["desk.jobs.late"], HTML(text: "\(load.late)")),
                AnswerList.Row(texts["desk.jobs.dead"], HTML(text: "\(load.dead)")),
            ], texts: texts))
            \(when: dead.isEmpty, "<p>\(texts["desk.jobs.none"])</p>")\
            \(when: !dead.isEmpty, DataTable.framed(
                id: "trabajos", caption: texts["desk.jobs.dead"],
                columns: [
                    .init(texts["desk.jobs.number"]), .init(texts["desk.jobs.kind"]), .init(texts["desk.jobs.tries"], isNumeric: true),
                    .init(texts["desk.jobs.failure"]), .init(texts["desk.jobs.since"]),
                ], rows: rows, stacked: true) + again)
            """)
    }
}
