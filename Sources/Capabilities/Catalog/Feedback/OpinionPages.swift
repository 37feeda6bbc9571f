import Civic
import Hummingbird
import Web

/// `/fichas/{number}/opinion`: whether a sheet was of use, and what was missing.
public struct OpinionPages: Sendable {
    private static let useful = Field.choice(
        "sirvio", "feedback.useful", [FieldOption("si", "feedback.yes"), FieldOption("no", "feedback.no")])
    private static let words = Field.area("palabras", "feedback.words", hint: "feedback.words.hint", most: 1000, rows: 4)
        .checked { PersonalNumbers.stand(in: $0) ? FieldProblem("feedback.words.personal") : nil }.optional

    static let form = Form("opinion", [useful, words])

    private let pages: Pages
    private let forms: Forms
    private let sheets: SheetDesk
    private let desk: OpinionDesk

    public init(_ pages: Pages, forms: Forms, sheets: SheetDesk, desk: OpinionDesk) {
        self.pages = pages
        self.forms = forms
        self.sheets = sheets
        self.desk = desk
    }

    public func mount(on router: PageRoutes) {
        router.get("/fichas/:sheet/opinion") { request, context in
            let sheet = try await sheet(context)
            let said = request.asked("sirvio").flatMap { ["si", "no"].contains($0) ? $0 : nil }
            return pages.make(request, context, as: nil, page(sheet, said.map { Self.form.begun([("sirvio", $0)]) } ?? Self.form.blank))
                .unlisted
        }
        router.post("/fichas/:sheet/opinion") { request, context in
            let sheet = try await sheet(context)
            switch try await forms.take(Self.form, request, context) {
            case .refused(let filling): return pages.make(request, context, as: nil, page(sheet, filling))
            case .accepted(let answers, let once):
                try await desk.give(
                    Opinion(
                        sheet: sheet.number, isUseful: try answers[Self.useful] == "si", words: try answers[Self.words],
                        language: pages.texts.language), once: once)
                return pages.to(OpinionViews.path(sheet.number) + "/gracias")
            }
        }
        router.get("/fichas/:sheet/opinion/gracias") { request, context in
            pages.make(request, context, as: nil, OpinionViews(texts: pages.texts).thanks(try await sheet(context))).unlisted
        }
    }

    private func page(_ sheet: SheetSummary, _ filling: Filling) -> Page {
        let form = forms.html(
            filling, action: pages.texts.address(OpinionViews.path(sheet.number)), button: "feedback.send", texts: pages.texts)
        return OpinionViews(texts: pages.texts).page(sheet, form: form).answering(filling)
    }

    private func sheet(_ context: WebContext) async throws -> SheetSummary {
        let text = try context.parameters.require("sheet")
        guard text.allSatisfy({ $0.isASCII && $0.isNumber }), let number = SheetPages.number(text),
            let sheet = try await sheets.summaries([number]).first
        else { throw Failure.notFound }
        return sheet
    }
}
