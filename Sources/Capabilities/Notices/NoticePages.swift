import Civic
import Hummingbird
import Markup
import Ports
import Web

/// `/mi/avisos`: what the person was told, and what is new.
public struct NoticePages: Sendable {
    private static let form = Form("noticesSeen", [])
    private static let step = 20

    private let place: OwnPlace
    private let forms: Forms
    private let desk: NoticeDesk
    private let disclosures: DisclosureDesk

    public init(_ place: OwnPlace, forms: Forms, desk: NoticeDesk, disclosures: DisclosureDesk) {
        self.place = place
        self.forms = forms
        self.desk = desk
        self.disclosures = disclosures
    }

    /// The notices on the first screen of Mi Ventanilla: nothing while none is new.
    public static func panel(_ desk: NoticeDesk) -> MyPanel {
        MyPanel(place: 20, fields: [.notices]) { person, disclosure, texts in
            let unread = try await desk.unread(of: person)
            guard unread > 0 else { return nil }
            let last = try await desk.list(of: person, limit: 1).first.map { try OpenNotice($0, disclosure, texts) }
            return NoticeViews(texts: texts).panel(unread: unread, last: last)
        }
    }

    public func mount(on router: PageRoutes) {
        let texts = place.pages.texts
        router.get("/mi/avisos") { request, context in
            let caller = try await place.caller(request)
            let before = request.asked("antes").flatMap { Int64($0) }
            var kept = try await desk.list(of: caller.person, before: before, limit: Self.step + 1)
            let isMore = kept.count > Self.step
            if isMore { kept.removeLast() }
            let notices = try await open(kept, caller)
            let more = isMore ? kept.last.map { texts.address("/mi/avisos") + "?antes=\($0.id)" } : nil
            let form = notices.contains(where: \.isNew) ? self.form(Self.form.blank, caller) : nil
            return try await place.response(NoticeViews(texts: texts).list(notices, more: more, form: form), for: caller, request, context)
        }
        router.get("/mi/avisos/:notice") { request, context in
            let caller = try await place.caller(request)
            guard let kept = try await desk.notice(try context.number("notice"), of: caller.person) else {
                throw Failure.notFound
            }
            let notice = try await open([kept], caller)[0]
            try await desk.open(kept, by: caller.actor, of: caller.person)
            return try await place.response(NoticeViews(texts: texts).one(notice), for: caller, request, context)
        }
        router.post("/mi/avisos/leidos") { request, context in
            let caller = try await place.caller(request)
            switch try await forms.take(Self.form, request, context, session: caller.session) {
            case .refused: break
            case .accepted(_, let once): _ = try await desk.openAll(of: caller.person, by: caller.actor, once: once)
            }
            return place.pages.to("/mi/avisos")
        }
    }

    /// One trace for the screen; none where there is nothing to read.
    private func open(_ kept: [KeptNotice], _ caller: Caller) async throws -> [OpenNotice] {
        if kept.isEmpty { return [] }
        let disclosure = try await disclosures.open(
            [.notices], of: [caller.person], for: "trace.purpose.ownNotices", by: caller.actor)
        return try kept.map { try OpenNotice($0, disclosure, place.pages.texts) }
    }

    private func form(_ filling: Filling, _ caller: Caller) -> HTML {
        let texts = place.pages.texts
        return forms.html(
            filling, action: texts.address("/mi/avisos/leidos"), button: "notices.seen", texts: texts, session: caller.session)
    }
}
