import Civic
import Flows
import HTTPTypes
import Hummingbird
import Markup
import Web

/// `/verificar`: whether a paper is authentic and still holds, for whoever was given it. It says nothing of whom it is about.
public struct VerifyPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let desk: DocumentDesk
    private let shelf: DefinitionShelf
    private let limit: RateLimit

    public init(_ pages: Pages, forms: Forms, desk: DocumentDesk, shelf: DefinitionShelf, limit: RateLimit) {
        self.pages = pages
        self.forms = forms
        self.desk = desk
        self.shelf = shelf
        self.limit = limit
    }

    private static let code = Field.text("codigo", "procedures.verify.code", hint: "procedures.verify.code.hint", most: 20, width: .medium)
    private static let asking = Form("verify", [code])
    private var texts: Texts { pages.texts }

    public func mount(on router: PageRoutes) {
        VerifyFilePages(pages, forms: forms, desk: desk, limit: limit).mount(on: router)
        router.get("/verificar") { request, context in ask(request, context, Self.asking.blank) }
        router.post("/verificar") { request, context in
            switch try await forms.take(Self.asking, request, context) {
            case .refused(let filling): return ask(request, context, filling)
            case .accepted(let answers, _):
                let typed = try answers[Self.code]
                guard let code = CheckedCode(typed: typed) else { return ask(request, context, Self.wrong(typed)) }
                return pages.to("/verificar/\(code.plain)")
            }
        }
        router.get("/verificar/clave") { request, context in
            let keys = try await desk.publicKeys()
            return pages.make(request, context, as: nil, key(keys))
        }
        router.get("/verificar/:code") { request, context in
            try limit.take(context.client, at: desk.clock.now)
            let typed = try context.parameters.require("code")
            guard let code = CheckedCode(typed: typed) else { return ask(request, context, Self.wrong(typed)).unlisted }
            return pages.make(request, context, as: nil, try await told(code)).unlisted
        }
    }

    /// A code that can be no document's: too short, or with a mistake that its check finds.
    private static func wrong(_ typed: String) -> Filling {
        let isWhole = typed.count { $0.isLetter || $0.isNumber } == CheckedCode.length
        return asking.refused(
            [("codigo", typed)], at: "codigo", FieldProblem(isWhole ? "procedures.verify.code.mistyped" : "procedures.verify.code.wrong"))
    }

    private func ask(_ request: Request, _ context: WebContext, _ filling: Filling) -> Response {
        let form = forms.html(filling, action: texts.address("/verificar"), button: "procedures.verify.do", texts: texts)
        let page = Page(
            title: texts["procedures.verify.title"], summary: texts["procedures.verify.lead"], path: "/verificar",
            main: """
                <div class="wide"><h1>\(texts["procedures.verify.title"])</h1>
                <p class="lead">\(texts["procedures.verify.lead"])</p>
                \(form)
                <p><a class="onward" href="\(texts.address(VerifyFilePages.path))">\(texts["procedures.verify.file.title"])</a></p>
                <p><a class="onward" href="\(texts.address("/verificar/clave"))">\(texts["procedures.verify.offline"])</a></p></div>
                """)
        return pages.make(request, context, as: nil, page.answering(filling))
    }

    private func told(_ code: CheckedCode) async throws -> Page {
        guard let document = try await desk.document(code) else {
            return page(
                code, Alert.box(.failed, word: "procedures.verify.none.word", "<p>\(texts["procedures.verify.none"])</p>", texts: texts))
        }
        let service = try await shelf.newest(document.service)
        let issuer = if let service { try await desk.name(of: service.decider) } else { "" }
        let title = document.title(service, texts)
        let said = try await Self.standing(document, desk, texts)
        var rows = [
            AnswerList.Row(texts["procedures.verify.what"], HTML(text: title)),
            AnswerList.Row(texts["procedures.verify.who"], HTML(text: issuer)),
            AnswerList.Row(texts["procedures.paper.day"], HTML(text: texts.long(Day(of: document.issued)))),
        ]
        if document.revoked == nil {
            let until = document.expires.map { texts.long($0) } ?? texts["procedures.verify.always"]
            rows.append(AnswerList.Row(texts["procedures.verify.until"], HTML(text: until)))
        }
        return page(
            code,
            """
            \(Alert.box(said.tone, word: said.word, "<p>\(said.says)</p>", texts: texts))
            \(AnswerList.list(rows, texts: texts))
            <p>\(texts["procedures.verify.compare"])</p>
            <p><a class="onward" href="\(texts.address(VerifyFilePages.path))">\(texts["procedures.verify.file.title"])</a></p>
            """)
    }

    /// A word and a sentence: whether it holds today.
    static func standing(_ document: IssuedDocument, _ desk: DocumentDesk, _ texts: Texts) async throws
        -> (tone: Tone, word: TextKey?, says: String)
    {
        switch document.standing(on: desk.clock.today) {
        case .valid:
            return try await desk.isFollowed(document)
                ? (.attention, nil, texts["procedures.verify.later"])
                : (.done, "procedures.verify.valid.word", texts["procedures.verify.valid"])
        case .expired: return (.attention, nil, texts("procedures.verify.expired", ["day": document.expires.map { texts.long($0) } ?? ""]))
        case .revoked: return (.failed, "procedures.verify.revoked.word", texts["procedures.verify.revoked"])
        }
    }

    private func page(_ code: CheckedCode, _ main: HTML) -> Page {
        Page(
            title: texts["procedures.verify.title"], trail: [Link(texts.address("/verificar"), texts["procedures.verify.title"])],
            main: """
                <div class="wide"><h1>\(texts("procedures.verify.of", ["code": code.description]))</h1>
                \(main)</div>
                """)
    }

    /// How a paper is verified without asking us.
    private func key(_ keys: [String]) -> Page {
        Page(
            title: texts["procedures.verify.offline"], trail: [Link(texts.address("/verificar"), texts["procedures.verify.title"])],
            main: """
                <div class="wide"><h1>\(texts["procedures.verify.offline"])</h1>
                <p>\(texts["procedures.verify.offline.how"])</p>
                \(keys.isEmpty ? "<p>\(texts["procedures.verify.offline.none"])</p>" : "<ul>\n\(each: keys, { "<li><code>\($0)</code></li>\n" })</ul>")</div>
                """)
    }
}
