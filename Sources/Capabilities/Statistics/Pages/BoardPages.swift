import Civic
import HTTPTypes
import Hummingbird
import Markup
import Web

/// `/estadisticas`: the figures of the network for everybody, of months that are over.
public struct BoardPages: Sendable {
    /// Invalidated at midnight: another month may be over.
    public static let day = "statistics.day"

    private let pages: Pages
    private let desk: BoardDesk
    private let address = BoardAddress(root: "/estadisticas")

    public init(_ pages: Pages, desk: BoardDesk) {
        self.pages = pages
        self.desk = desk
    }

    public func mount(on router: PageRoutes) {
        router.get("/estadisticas") { request, context in
            try await pages.show(request, context, topics: Self.topics) {
                BoardIndexView(texts: pages.texts, address: address, extent: try await desk.extent(isPublic: true), isLive: false).page
            }
        }
        router.get("/estadisticas/:board/:period") { request, context in try await answer(request, context) }
        router.get("/estadisticas/:board/:period/:detail") { request, context in try await answer(request, context) }
    }

    private static let topics = [CountingDesk.past, day]

    private func answer(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let (question, isFile) = address.question(context), let extent = try await desk.extent(isPublic: true),
            question.period.days.overlaps(extent)
        else { throw Failure.notFound }
        if isFile {
            guard let answer = try await desk.open(question) else { throw Failure.notFound }
            return BoardFile.response(answer, question, pages.texts, desk.territory, to: request)
        }
        return try await pages.show(request, context, topics: Self.topics) {
            guard let answer = try await desk.open(question) else { throw Failure.notFound }
            return BoardView(
                texts: pages.texts, address: address, question: question, answer: answer, territory: desk.territory, extent: extent,
                isLive: false
            ).page
        }
    }
}

/// `/mesa/estadisticas`: the same figures as they stand now, for the staff.
public struct LiveBoardPages: Sendable {
    private let pages: Pages
    private let desk: BoardDesk
    private let reception: Reception
    private let address = BoardAddress(root: "/mesa/estadisticas")

    public init(_ pages: Pages, reception: Reception, desk: BoardDesk) {
        self.pages = pages
        self.reception = reception
        self.desk = desk
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/estadisticas") { request, context in
            try await reception.attendant(request, pages.texts).actor.must(.readBoards)
            let view = BoardIndexView(texts: pages.texts, address: address, extent: try await desk.extent(isPublic: false), isLive: true)
            return pages.make(request, context, as: nil, view.page).unlisted
        }
        router.get("/mesa/estadisticas/:board/:period") { request, context in try await answer(request, context) }
        router.get("/mesa/estadisticas/:board/:period/:detail") { request, context in try await answer(request, context) }
    }

    private func answer(_ request: Request, _ context: WebContext) async throws -> Response {
        let attendant = try await reception.attendant(request, pages.texts)
        try attendant.actor.must(.readBoards)
        guard let (question, isFile) = address.question(context), let extent = try await desk.extent(isPublic: false),
            question.period.days.overlaps(extent), let answer = try await desk.live(question, by: attendant.actor)
        else { throw Failure.notFound }
        if isFile { return BoardFile.response(answer, question, pages.texts, desk.territory, isLive: true, to: request).unlisted }
        let view = BoardView(
            texts: pages.texts, address: address, question: question, answer: answer, territory: desk.territory, extent: extent,
            isLive: true)
        return pages.make(request, context, as: nil, view.page).unlisted
    }
}

extension BoardAddress {
    fileprivate func question(_ context: WebContext) -> (question: BoardDesk.Question, isFile: Bool)? {
        question(
            board: context.parameters.get("board"), period: context.parameters.get("period"), detail: context.parameters.get("detail"))
    }
}

/// A board as a file that spreadsheets open.
enum BoardFile {
    static func response(
        _ answer: BoardDesk.Answer, _ question: BoardDesk.Question, _ texts: Texts, _ territory: Territory, isLive: Bool = false,
        to request: Request
    ) -> Response {
        let words = BoardWords(answer, texts, territory)
        let name = [question.kind.rawValue, question.period.code, question.other?.code, question.region?.description].compactMap(\.self)
            .joined(separator: "-")
        let file = "attachment; filename=\"\(name)\(answer.isSynthetic ? "-synthetic" : "").csv\""
        return Representation(
            Array(answer.board.table(words).csv.utf8), type: "text/csv; charset=utf-8; header=present",
            cacheControl: isLive ? "no-store" : "no-cache",
            extra: HTTPField(name: .contentDisposition, value: file), effort: 5
        ).response(to: request)
    }
}

extension BoardWords {
    init(_ answer: BoardDesk.Answer, _ texts: Texts, _ territory: Territory) {
        self.init(texts: texts, names: RecordNames(answer.codes, texts), products: answer.products, territory: territory)
    }
}
