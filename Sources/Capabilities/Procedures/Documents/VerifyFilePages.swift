import Civic
import HTTPTypes
import Hummingbird
import Markup
import Web

/// `/verificar/archivo`: what was signed of a paper, read from its own file. Whoever has the file has its words already: nothing is shown
/// that they did not bring, and nothing of it is kept.
struct VerifyFilePages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let desk: DocumentDesk
    private let limit: RateLimit

    init(_ pages: Pages, forms: Forms, desk: DocumentDesk, limit: RateLimit) {
        self.pages = pages
        self.forms = forms
        self.desk = desk
        self.limit = limit
    }

    static let path = "/verificar/archivo"
    /// In bytes: a paper has some ten thousand.
    private static let largest = 2 * 1_048_576
    private static let file = Field<Upload>.file(
        "archivo", "procedures.verify.file", hint: "procedures.verify.file.hint", [.pdf], most: largest)
    private static let form = Form("verify-file", [file])

    private var texts: Texts { pages.texts }

    func mount(on router: PageRoutes) {
        router.get("/verificar/archivo") { request, context in
            pages.make(request, context, as: nil, page(Self.form.blank, HTML()))
        }
        router.post("/verificar/archivo") { request, context in
            switch try await forms.take(Self.form, request, context) {
            case .refused(let filling): return pages.make(request, context, as: nil, page(filling, HTML()).answering(filling))
            case .accepted(let answers, _):
                try limit.take(context.client, at: desk.clock.now)
                return pages.make(request, context, as: nil, page(Self.form.blank, try await told(try answers[Self.file].bytes))).unlisted
            }
        }
    }

    private func page(_ filling: Filling, _ told: HTML) -> Page {
        Page(
            title: texts["procedures.verify.file.title"], summary: texts["procedures.verify.file.lead"], path: Self.path,
            trail: [Link(texts.address("/verificar"), texts["procedures.verify.title"])],
            main: """
                <div class="wide"><h1>\(texts["procedures.verify.file.title"])</h1>
                <p class="lead">\(texts["procedures.verify.file.lead"])</p>
                \(told)\
                \(forms.html(filling, action: texts.address(Self.path), button: "procedures.verify.do", texts: texts))</div>
                """)
    }

    private func told(_ file: [UInt8]) async throws -> HTML {
        guard let sealed = SealedPaper(in: file), let body = sealed.content(by: try await desk.publicKeys()),
            let code = CheckedCode(typed: sealed.code), let document = try await desk.document(code)
        else {
            return Alert.box(.failed, "<p>\(texts["procedures.verify.file.none"])</p>", texts: texts)
        }
        let standing = try await VerifyPages.standing(document, desk, texts)
        let rows = body.lines.map { AnswerList.Row($0.label, HTML(text: $0.value)) }
        return """
            \(Alert.box(standing.tone, word: standing.word, "<p>\(standing.says)</p>", texts: texts))
            <h2>\(texts["procedures.verify.file.says"])</h2>
            <p>\(texts["procedures.verify.file.compare"])</p>
            <div lang="es"><h3>\(body.title)</h3>
            <p class="quiet">\(body.issuer)</p>
            \(AnswerList.list(rows, texts: texts))
            \(each: body.paragraphs, { Self.shown($0) })</div>

            """
    }

    private static func shown(_ paragraph: DocumentBody.Paragraph) -> HTML {
        switch paragraph.kind {
        case .part: "<h4>\(paragraph.text)</h4>\n"
        case .point: "<h5>\(paragraph.text)</h5>\n"
        case .strong: "<p><strong>\(paragraph.text)</strong></p>\n"
        case .detail: "<p class=\"quiet\">\(paragraph.text)</p>\n"
        case .text: "<p>\(paragraph.text)</p>\n"
        }
    }
}
