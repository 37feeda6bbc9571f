import Civic
import Storage
import TestKit
import Testing

@testable import Statistics

@Suite("The published files")
struct OpenFigureTests {
    private static func desk(_ record: Record) -> OpenFigureDesk {
        OpenFigureDesk(record.database, clock: Clock { Instant(milliseconds: record.clock.now()) })
    }

    @Test("of a month that is over stay what they were, and a correction makes a new version beside them", arguments: Engine.available)
    func versions(_ engine: Engine) async throws {
        try await Record.on(engine) { record in
            let october = ChileanTime.instant(of: try #require(Day(iso: "2026-10-05")), hour: 10)
            var last: InteractionID?
            for _ in 0..<12 {
                last = try await record.contact(
                    Interaction(.desk, .branch, .information, point: 1, product: 12, wait: 300, duration: 600, at: october))
            }
            try await record.contact()
            let desk = Self.desk(record)
            #expect(try await desk.publish() == 4, "one of each kind, of October alone")
            #expect(try await desk.publish() == 0, "the same record makes the same bytes")
            let first = try await desk.files()
            #expect(Set(first.map(\.version)) == [1] && Set(first.map(\.month.iso)) == ["2026-10"])
            let products = try #require(try await desk.body(named: "productos-2026-10-v1.csv"))
            #expect(
                String(decoding: products, as: UTF8.self) == "month,channel,deed,sheet,interactions\r\n2026-10,branch,information,12,12\r\n"
            )
            try await record.correct(try #require(last), to: Interaction(.desk, .branch, .delivery, point: 1, product: 13, at: october))
            #expect(try await desk.publish() > 0)
            #expect(try await desk.body(named: "productos-2026-10-v1.csv") == products)
            let second = try #require(try await desk.body(named: "productos-2026-10-v2.csv"))
            #expect(
                String(decoding: second, as: UTF8.self) == "month,channel,deed,sheet,interactions\r\n",
                "one, and eleven from which it could be found")
            #expect(try await desk.body(named: "productos-2026-11-v1.csv") == nil)
            #expect(try await desk.body(named: "../secret") == nil)
        }
    }
}
