import Civic
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Web

/// `/mesa/codificar`: attentions of colleagues, coded again from their notes.
public struct CodingPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: CodingDesk
    private let products: ProductFacts
    private let codes: @Sendable () async throws -> [DatedCode]

    /// `codes` are the rows of the record's lists.
    public init(
        _ pages: Pages, forms: Forms, reception: Reception, desk: CodingDesk, products: ProductFacts,
        codes: @escaping @Sendable () async throws -> [DatedCode]
    ) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.products = products
        self.codes = codes
    }

    private static let taking = Form("coding-take", [])
    private static let path = "/mesa/codificar"

    public func mount(on router: PageRoutes) {
        router.get("/mesa/codificar") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let waiting = try await desk.waiting(at: request.asked("lugar").flatMap { Int64($0) }, for: attendant.actor)
            return pages.make(request, context, as: nil, first(waiting, attendant, isDone: request.asked("hecho") != nil)).unlisted
        }
        router.post("/mesa/codificar") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            guard attendant.actor.maySomewhere(.codeAgain) else { throw Forbidden() }
            guard case .accepted(_, let once) = try await forms.take(Self.taking, request, context, session: attendant.session) else {
                return pages.to(Self.path)
            }
            do {
                return pages.to("\(Self.path)/\(try await desk.take(by: attendant.actor, once: once))")
            } catch is NothingToCode {
                return pages.to(Self.path)
            }
        }
        router.get("/mesa/codificar/:coding") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let reading = try await desk.read(try context.number("coding"), by: attendant.actor)
            let ending = try await ending()
            return pages.make(request, context, as: nil, try await one(reading, ending.form.blank, attendant)).unlisted
        }
        router.post("/mesa/codificar/:coding") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let id = try context.number("coding")
            let ending = try await ending()
            switch try await forms.take(ending.form, request, context, session: attendant.session) {
            case .refused(let filling):
                let reading = try await desk.read(id, by: attendant.actor)
                return pages.make(request, context, as: nil, try await one(reading, filling, attendant).answering(filling)).unlisted
            case .accepted(let answers, let once):
                try await desk.code(id, try ending.typed(answers), by: attendant.actor, once: once)
                return pages.to("\(Self.path)?hecho=1")
            }
        }
    }

    private func ending() async throws -> AttentionEnding {
        AttentionEnding(try await products.all(), likely: [], takesNote: false, needsDeed: true)
    }

    private func first(_ waiting: Int, _ attendant: Attendant, isDone: Bool) -> Page {
        let texts = pages.texts
        let take = forms.html(
            Self.taking.blank, action: texts.address(Self.path), button: "persons.coding.take", texts: texts, session: attendant.session)
        return page(
            "persons.coding.title", Self.path, "persons.coding.lead", [],
            """
            \(when: isDone, Alert.box(.done, "<p>\(texts["persons.coding.done"])</p>", texts: texts, isNew: true))\
            \(waiting == 0
                ? EmptyState.box(texts["persons.coding.none"], "<p>\(texts["persons.coding.none.next"])</p>")
                : "<p>\(texts("persons.coding.waiting", count: waiting))</p>\n\(take)")
            """)
    }

    private func one(_ reading: CodingDesk.Reading, _ filling: Filling, _ attendant: Attendant) async throws -> Page {
        let texts = pages.texts
        let names = RecordNames(try await codes(), texts)
        return page(
            "persons.coding.one", nil, "persons.coding.one.lead", [Link(texts.address(Self.path), texts["persons.coding.title"])],
            """
            \(AnswerList.list([
                .init(texts["persons.coding.channel"], HTML(text: names.channel(reading.channel.number))),
                .init(texts["persons.coding.day"], HTML(text: texts.short(reading.day))),
            ], texts: texts))
            <h2>\(texts["persons.coding.note"])</h2>
            \(each: reading.notes, { "<blockquote><p>\($0)</p></blockquote>\n" })
            \(forms.html(
                filling, action: texts.address("\(Self.path)/\(reading.coding.id)"), button: "persons.coding.do", texts: texts,
                session: attendant.session))
            """)
    }

    private func page(_ title: TextKey, _ path: String?, _ lead: TextKey, _ trail: [Link], _ main: HTML) -> Page {
        let texts = pages.texts
        return Page(
            title: texts[title], path: path, trail: [Link(texts.address("/mesa"), texts["desk.title"])] + trail,
            main: """
                <div class="wide"><h1>\(texts[title])</h1>
                <p class="lead">\(texts[lead])</p>
                \(main)</div>
                """)
    }
}
