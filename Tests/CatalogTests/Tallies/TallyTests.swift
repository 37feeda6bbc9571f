import Civic
import Storage
import TestKit
import Testing

@testable import Catalog

@Suite("Tallies of what is opened, looked for and chosen")
struct TallyTests {
    static let browser = "Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0"
    static func at(_ minutes: Int) -> Instant { Instant(milliseconds: TestClock.monday + Int64(minutes) * 60_000) }
    static let today = Day(of: at(0))

    private func hear(_ tallies: Tallies, _ words: String, times: Int, results: Int = 2, minutes: Int = 0) {
        for _ in 0..<times { tallies.heard(words, results: results, language: "es", by: Self.browser, at: Self.at(minutes)) }
    }

    @Test("openings of a sheet add up by day, and those of robots do not count", arguments: Engine.available)
    func openings(_ engine: Engine) async throws {
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            let tallies = Tallies()
            for minute in 0..<3 {
                tallies.opened(102077, by: Self.browser, referer: nil, at: Self.at(minute))
                tallies.opened(102077, by: "curl/8.5", referer: nil, at: Self.at(minute))
                try await tallies.flush(to: database, at: Self.at(minute))
            }
            tallies.opened(3442, by: Self.browser, referer: nil, at: Self.at(4))
            tallies.opened(3442, by: Self.browser, referer: nil, at: Self.at(24 * 60))
            try await tallies.flush(to: database, at: Self.at(24 * 60))
            let desk = TallyDesk(database)
            #expect(try await desk.popularity(since: Self.today) == [102077: 3, 3442: 2])
            #expect(try await desk.popularity(since: Self.today.adding(days: 1)) == [3442: 1])
        }
    }

    @Test("the most opened sheets of a day come first, and only those that are in the catalogue", arguments: Engine.available)
    func mostOpened(_ engine: Engine) async throws {
        let catalogue = try ContentTests.catalogue()
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            try await SheetDesk(database).load(catalogue)
            let tallies = Tallies()
            for (sheet, times) in [(3442, 2), (102077, 5), (777_777, 9), (25878, 1)] {
                for _ in 0..<times { tallies.opened(sheet, by: Self.browser, referer: nil, at: Self.at(0)) }
            }
            try await tallies.flush(to: database, at: Self.at(0))
            #expect(try await TallyDesk(database).mostOpened(on: Self.today, least: 1, limit: 2) == [102077, 3442])
            #expect(try await TallyDesk(database).mostOpened(on: Self.today, limit: 2).isEmpty, "too few to be said")
            #expect(try await TallyDesk(database).mostOpened(on: Self.today.adding(days: -1), limit: 2).isEmpty)
        }
    }

    @Test("words are written once they were asked three times in a day, folded, with those in vain", arguments: Engine.available)
    func threshold(_ engine: Engine) async throws {
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            let (tallies, desk) = (Tallies(), TallyDesk(database))
            hear(tallies, "Pensión  básica", times: 2)
            hear(tallies, "rosa muñoz perez", times: 1)
            try await tallies.flush(to: database, at: Self.at(0))
            #expect(try await desk.searches(since: Self.today).isEmpty)
            hear(tallies, "pension basica", times: 1)
            hear(tallies, "bono dragón", times: 4, results: 0)
            try await tallies.flush(to: database, at: Self.at(1))
            hear(tallies, "PENSION BASICA", times: 2)
            try await tallies.flush(to: database, at: Self.at(2))
            #expect(
                try await desk.searches(since: Self.today) == [
                    SearchTally(words: "pension basica", language: "es", n: 5, zero: 0),
                    SearchTally(words: "bono dragon", language: "es", n: 4, zero: 4),
                ])
            #expect(try await desk.zeroResults(since: Self.today).map(\.words) == ["bono dragon"])
            #expect(try await desk.searches(since: Self.today.adding(days: 1)).isEmpty)
        }
    }

    @Test("what was asked twice before midnight and twice after it is forgotten")
    func midnight() {
        let tallies = Tallies()
        hear(tallies, "subsidio", times: 2)
        hear(tallies, "subsidio", times: 2, minutes: 24 * 60)
        #expect(tallies.take(at: Self.at(24 * 60)).isEmpty)
    }

    @Test("what was asked three times before midnight is written to its own day")
    func beforeMidnight() throws {
        let tallies = Tallies()
        hear(tallies, "subsidio", times: 3)
        let batch = try #require(tallies.take(at: Self.at(24 * 60)).first)
        #expect(batch.day == Self.today && batch.asked.map(\.n) == [3])
    }

    @Test(
        "numbers of persons, addresses of mail and letters are never counted",
        arguments: [
            "12.345.678-5", "mi rut 12345678", "caso 54321", "rosa@correo.cl", "", "  ¿?", String(repeating: "a ", count: 13),
            String(repeating: "x", count: 101), "ley 12-345",
        ])
    func never(_ words: String) {
        let isFine = words == "ley 12-345"
        #expect((TallyWords.plain(words) != nil) == isFine, "\(words)")
    }

    @Test("a sheet that was opened from a search is a choice for its words, after three times", arguments: Engine.available)
    func choices(_ engine: Engine) async throws {
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            let tallies = Tallies()
            for _ in 0..<3 {
                tallies.opened(102077, by: Self.browser, referer: "https://v.cl/buscar?q=Pensi%C3%B3n+vejez&pagina=2", at: Self.at(0))
                tallies.opened(3442, by: Self.browser, referer: "https://v.cl/temas/buscar", at: Self.at(0))
            }
            tallies.opened(3442, by: Self.browser, referer: "https://v.cl/en/buscar?q=pension+vejez", at: Self.at(0))
            try await tallies.flush(to: database, at: Self.at(0))
            let choices = try await TallyDesk(database).choices(since: Self.today)
            #expect(choices.keys.sorted() == ["pension vejez"])
            #expect(choices["pension vejez"]?.map(\.sheet) == [102077] && choices["pension vejez"]?.map(\.n) == [3])
        }
    }

    @Test("beyond the room in memory new words are not counted, and known ones are")
    func room() {
        let tallies = Tallies(capacity: 1)
        hear(tallies, "uno", times: 3)
        hear(tallies, "dos", times: 9)
        hear(tallies, "uno", times: 1)
        #expect(tallies.take(at: Self.at(0)).first?.asked.map(\.n) == [4])
    }

    @Test("what could not be written waits for the next time", arguments: Engine.available)
    func waits(_ engine: Engine) async throws {
        let tallies = Tallies()
        tallies.opened(1, by: Self.browser, referer: nil, at: Self.at(0))
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            await database.close()
            await #expect(throws: (any Error).self) { try await tallies.flush(to: database, at: Self.at(1)) }
        }
        tallies.opened(1, by: Self.browser, referer: nil, at: Self.at(2))
        #expect(tallies.take(at: Self.at(2)).map(\.opened) == [[1: 1], [1: 1]])
    }
}
