import Civic
import Hummingbird
import Markup
import Ports
import Web

/// `/mesa/auditoria`: who did what and when, by numbers and posts, and how it stands with the seals. Nobody's data is here.
public struct AuditPages: Sendable {
    private let frame: DeskFrame
    private let desk: AuditDesk
    private let posts: StaffPosts

    public init(_ pages: Pages, reception: Reception, desk: AuditDesk, posts: StaffPosts) {
        frame = DeskFrame(pages: pages, reception: reception)
        self.desk = desk
        self.posts = posts
    }

    private static let path = "/mesa/auditoria"
    private static let rows = 100

    public func mount(on router: PageRoutes) {
        router.get("/mesa/auditoria") { request, context in
            let attendant = try await frame.reception.attendant(request, frame.texts)
            let (question, isDay) = Self.question(request)
            let (lines, standing) = try await desk.read(question, limit: Self.rows, by: attendant.actor)
            var titles: [Int64: String] = [:]
            for staff in Set(lines.filter { $0.actorKind == 2 }.compactMap(\.actor)) { titles[staff] = try await posts.post(staff)?.title }
            return frame.answer(request, context, page(question, lines, standing, titles, wrongDay: isDay ? nil : request.asked("dia")))
        }
    }

    /// What can't be read is left out: it asks for nothing.
    private static func question(_ request: Request) -> (AuditQuestion, isDay: Bool) {
        let verb = request.asked("acto").map { $0.filter { !$0.isWhitespace } }
        let typed = (request.asked("dia") ?? "").filter { !$0.isWhitespace }
        let day = day(typed)
        let question = AuditQuestion(
            verb: verb.flatMap { $0.isEmpty || $0.count > 80 ? nil : $0 }, actor: request.asked("quien").flatMap { Int64($0) },
            from: day.map { ChileanTime.instant(of: $0, hour: 0) }, until: day.map { ChileanTime.instant(of: $0.adding(days: 1), hour: 0) },
            before: request.asked("antes").flatMap { Int64($0) })
        return (question, typed.isEmpty || day != nil)
    }

    /// `27-11-2026`, or with other marks between.
    private static func day(_ typed: String) -> Day? {
        let parts = typed.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
        return parts.count == 3 ? Day(year: parts[2], month: parts[1], day: parts[0]) : nil
    }

    private func page(
        _ question: AuditQuestion, _ lines: [AuditLine], _ standing: AuditStanding, _ titles: [Int64: String], wrongDay: String?
    ) -> Page {
        let texts = frame.texts
        let rows: [[HTML]] = lines.map { line in
            [
                HTML(text: frame.moment(line.at)), HTML(text: line.verb), HTML(text: who(line, titles)),
                HTML(text: [line.object, line.objectID.map { "\($0)" }].compactMap(\.self).joined(separator: " ")),
                HTML(text: line.concernsPerson ? texts["desk.audit.yes"] : ""),
            ]
        }
        return frame.page(
            "desk.audit.title", path: Self.path, lead: "desk.audit.lead",
            """
            \(seals(standing))
            <h2>\(texts["desk.audit.lines"])</h2>
            <form method="get" action="\(texts.address(Self.path))">
            \(Controls.text("acto", ControlLabel(texts["desk.audit.verb"], hint: texts["desk.audit.verb.hint"]), value: question.verb ?? "", width: .medium))
            \(Controls.text("quien", ControlLabel(texts["desk.audit.actor"], hint: texts["desk.audit.actor.hint"]), value: question.actor.map { "\($0)" } ?? "", kind: .number, width: .medium))
            \(Controls.text("dia", ControlLabel(texts["desk.audit.day"], hint: texts["desk.audit.day.hint"], error: wrongDay.map { _ in texts["desk.audit.day.wrong"] }), value: wrongDay ?? question.from.map { Day(of: $0).numeric } ?? "", width: .medium))
            \(Buttons.row([Buttons.submit(texts["desk.audit.search"])]))
            </form>
            \(when: lines.isEmpty, "<p>\(texts["desk.audit.none"])</p>")\
            \(when: !lines.isEmpty, DataTable.framed(
                id: "asientos", caption: texts["desk.audit.lines"],
                columns: [
                    .init(texts["desk.audit.at"]), .init(texts["desk.audit.verb"]), .init(texts["desk.audit.who"]),
                    .init(texts["desk.audit.object"]), .init(texts["desk.audit.person"]),
                ], rows: rows, stacked: true))\
            \(with: lines.count == Self.rows ? lines.last : nil, { "\n<p><a href=\"\(older(question, $0))\">\(texts["desk.audit.older"])</a></p>" })
            """)
    }

    private func seals(_ standing: AuditStanding) -> HTML {
        let texts = frame.texts
        let isWhole = standing.faults == 0
        let check: HTML =
            standing.checked.map { at in
                let words = texts(
                    isWhole ? "desk.audit.whole" : "desk.audit.broken", ["moment": frame.moment(at), "faults": "\(standing.faults ?? 0)"])
                return Tag.label(words, isWhole ? .done : .failed)
            } ?? HTML(text: texts["desk.audit.unchecked"])
        return AnswerList.list(
            [
                AnswerList.Row(texts["desk.audit.check"], check),
                AnswerList.Row(texts["desk.audit.seal"], HTML(text: standing.lastSeal.map { "\($0)" } ?? texts["desk.audit.noSeal"])),
                AnswerList.Row(texts["desk.audit.head"], "<code>\(standing.lastHead ?? "")</code>"),
                AnswerList.Row(texts["desk.audit.unsealed"], HTML(text: "\(standing.unsealed)")),
            ], texts: texts)
    }

    private func who(_ line: AuditLine, _ titles: [Int64: String]) -> String {
        let texts = frame.texts
        switch line.actorKind {
        case 1: return texts["desk.audit.citizen"]
        case 2: return "\(line.actor.flatMap { titles[$0] } ?? texts["desk.audit.staff"]) (\(line.actor ?? 0))"
        case 3: return "\(texts["desk.audit.institution"]) \(line.actor ?? 0)"
        case 4: return "\(texts["desk.audit.system"]) \(line.actor ?? 0)"
        default: return texts["desk.audit.nobody"]
        }
    }

    private func older(_ question: AuditQuestion, _ last: AuditLine) -> String {
        let parts = [
            question.verb.flatMap { verb in verb.allSatisfy { $0.isASCII && ($0.isLetter || $0 == ".") } ? "acto=\(verb)" : nil },
            question.actor.map { "quien=\($0)" }, question.from.map { "dia=\(Day(of: $0).numeric)" }, "antes=\(last.id)",
        ]
        return frame.texts.address(Self.path) + "?" + parts.compactMap(\.self).joined(separator: "&")
    }
}
