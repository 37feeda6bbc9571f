import Foundation
import Markup
import Ports
import TestKit
import Testing

@testable import Civic
@testable import Persons

@Suite("The history of somebody")
struct HistoryTests {
    private static let texts = try? Texts(
        file: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
            + "/Texts/es.json", language: "es")

    private static func entries() -> [Matters.Entry] {
        (0..<120).map { number in
            let at = Instant(milliseconds: TestClock.monday - Int64(number) * 3_600_000)
            return Matters.Entry(
                contact: PastContact(
                    id: InteractionID(Int64(number)), at: at, medium: .desk, channel: number.isMultiple(of: 3) ? .video : .branch,
                    modality: .assisted, deed: .information, outcome: number < 4 ? .pending : .resolved, point: 1, product: nil, agent: 7,
                    matter: nil, journey: nil, wait: nil, duration: nil, transferOf: nil), product: nil, isOpen: number < 4)
        }
    }

    private static func rows(_ filter: HistoryFilter) throws -> (rows: Int, html: String) {
        let html = PersonHistory(
            texts: try #require(texts), entries: entries(), filter: filter, path: "/mesa/atenciones/1/persona"
        ).html.string
        return (html.components(separatedBy: "<tr>").count - 2, html)
    }

    @Test("is shown fifty at a time, by channel, or as what waits, and says how many there are of each")
    func filter() throws {
        let all = try Self.rows(HistoryFilter())
        #expect(all.rows == 50)
        #expect(all.html.contains("(120)") && all.html.contains("(80)") && all.html.contains("(40)") && all.html.contains("(4)"))
        #expect(all.html.contains("/mesa/atenciones/1/persona?desde=50#historia"))
        #expect(try Self.rows(HistoryFilter(from: 100)).rows == 20)
        let video = try Self.rows(HistoryFilter(channel: .video))
        #expect(video.rows == 40 && !video.html.contains("desde="))
        #expect(video.html.contains("canal=6#historia\" aria-current=\"true\""))
        #expect(try Self.rows(HistoryFilter(isOpenAlone: true)).rows == 4)
    }
}
