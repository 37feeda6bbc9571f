import Civic
import Hummingbird
import Markup
import Web

/// `/mesa/registro`: the totals of contacts by day, channel and deed, without anybody in them.
public struct RecordPages: Sendable {
    private let frame: DeskFrame
    private let desk: SpineDesk
    private let clock: Clock

    public init(_ pages: Pages, reception: Reception, desk: SpineDesk, clock: Clock) {
        frame = DeskFrame(pages: pages, reception: reception)
        self.desk = desk
        self.clock = clock
    }

    private static let path = "/mesa/registro"
    private static let days = 31

    public func mount(on router: PageRoutes) {
        router.get("/mesa/registro") { request, context in
            let attendant = try await frame.reception.attendant(request, frame.texts)
            let totals = try await desk.totals(since: clock.today.adding(days: -Self.days), by: attendant.actor)
            return frame.answer(request, context, page(totals))
        }
    }

    private func page(_ totals: [SpineTotal]) -> Page {
        let texts = frame.texts
        let rows: [[HTML]] = totals.map { total in
            [
                HTML(text: total.day.numeric), HTML(text: RecordNames.channel(total.channel, texts)),
                HTML(text: RecordNames.deed(total.deed, texts)),
                HTML(text: total.n.map { "\($0)" } ?? texts("desk.totals.few", ["least": "\(SpineDesk.least)"])),
            ]
        }
        return frame.page(
            "desk.totals.title", path: Self.path, lead: "desk.totals.lead",
            """
            \(when: totals.isEmpty, "<p>\(texts["desk.totals.none"])</p>")\
            \(when: !totals.isEmpty, DataTable.framed(
                id: "totales", caption: texts("desk.totals.caption", ["days": "\(Self.days)"]),
                columns: [
                    .init(texts["desk.totals.day"]), .init(texts["desk.totals.channel"]), .init(texts["desk.totals.deed"]),
                    .init(texts["desk.totals.n"], isNumeric: true),
                ], rows: rows))
            """)
    }
}

/// The rows of the record's lists in words; what an installation added is called as its list does.
enum RecordNames {
    static func channel(_ name: String, _ texts: Texts) -> String {
        switch name {
        case "web": texts["desk.channel.web"]
        case "kiosk": texts["desk.channel.kiosk"]
        case "voiceMenu": texts["desk.channel.voiceMenu"]
        case "callCentre": texts["desk.channel.callCentre"]
        case "branch": texts["desk.channel.branch"]
        case "video": texts["desk.channel.video"]
        case "socialNetworks": texts["desk.channel.socialNetworks"]
        case "chat": texts["desk.channel.chat"]
        case "mobileOffice": texts["desk.channel.mobileOffice"]
        case "municipalPoint": texts["desk.channel.municipalPoint"]
        case "api": texts["desk.channel.api"]
        default: name
        }
    }

    static func deed(_ name: String, _ texts: Texts) -> String {
        switch name {
        case "visit": texts["desk.deed.visit"]
        case "information": texts["desk.deed.information"]
        case "reception": texts["desk.deed.reception"]
        case "delivery": texts["desk.deed.delivery"]
        case "referral": texts["desk.deed.referral"]
        case "transaction": texts["desk.deed.transaction"]
        case "automaticTransfer": texts["desk.deed.automaticTransfer"]
        case "correction": texts["desk.deed.correction"]
        default: name
        }
    }
}
