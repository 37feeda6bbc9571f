import Civic
import Foundation
import Markup
import Ports
import Storage
import TestKit
import Testing
import Web

@testable import Statistics

@Suite("A board")
struct BoardTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    private static let analyst = Actor(
        .staff(9), assurance: .verified, roles: [Role("analyst", [.readBoards])], scope: Scope(sensitivities: [.ordinary]))
    /// The world stands in November 2026: its last month that is over is October.
    private static let october = ChileanTime.instant(of: Day(iso: "2026-10-05") ?? Day(number: 0), hour: 10)

    private static func desk(_ record: Record) throws -> BoardDesk {
        let territory = try Territory(folder: root + "/Catalogue/territory")
        let points = ServicePoints {
            [ServicePoints.Point(number: 1, name: World.Branch.name, kind: "branch", commune: CommuneCode("13101"), isSeen: true)]
        }
        let titles = [Int64(12): "Pensión", 13: "Certificado", 14: "Subsidio"]
        let facts = titles.mapValues { ProductFacts.Fact(title: $0, institution: "IPS", sensitivity: .ordinary) }
        return BoardDesk(
            record.database, places: points, products: ProductFacts(facts: { _ in facts }, all: { facts }),
            satisfaction: Satisfaction {
                $0.contains(Month(of: Day(of: october)).number) ? satisfied : .init(offered: [:], answered: [:], grades: [:], visits: [:])
            },
            searches: SearchFigures { days, least in days.contains(Day(of: october).number) ? searched.filter { $0.asked >= least } : [] },
            agreement: CodingAgreement { _ in .init(coded: 20, products: 18, deeds: 19, outcomes: 20) },
            reversals: Reversals { _ in .init(decided: 200, refused: 40, answered: 30, reversed: 12) }, territory: territory,
            outlines: Outlines(folder: root + "/Catalogue/territory", territory: territory),
            travelSpeed: 40, clock: .fixed(Instant(milliseconds: record.clock.now())))
    }

    private static let searched = [
        SearchFigures.Search(words: "pension", asked: 40, vain: 0), .init(words: "bono dragon", asked: 12, vain: 12),
        .init(words: "raro", asked: 3, vain: 0),
    ]

    private static let satisfied = Satisfaction.Reading(
        offered: [5: 100, 6: 20], answered: [5: 40, 6: 4],
        grades: [
            .init(channel: 5, question: "satisfaction"): [0, 0, 2, 3, 5, 20, 10],
            .init(channel: 6, question: "satisfaction"): [4, 0, 0, 0, 0, 0, 0],
        ], visits: [5: [12, 4, 8]])

    private static func words(_ answer: BoardDesk.Answer) throws -> BoardWords {
        BoardWords(
            answer, try Languages(folder: root + "/Texts").all[0], try Territory(folder: root + "/Catalogue/territory"))
    }

    private static func rows(_ table: BoardTable) -> [String] { table.csv.split(separator: "\r\n").map(String.init) }

    private static func add(_ record: Record, _ count: Int, _ contact: Interaction) async throws {
        try await record.database.write { transaction in
            for _ in 0..<count {
                try transaction.record(Event("contact.made", contact: contact), by: Record.agent)
            }
        }
    }

    private static func filled(_ record: Record) async throws {
        func contact(_ channel: Channel, _ deed: Deed, _ product: Int64) -> Interaction {
            Interaction(.desk, channel, deed, .resolved, point: 1, product: product, wait: 300, duration: 600, at: october)
        }
        for (channel, counts) in [(Channel.branch, [60, 40, 12]), (.callCentre, [50, 20, 3]), (.video, [15, 30, 0])] {
            for (product, count) in zip([Int64(12), 13, 14], counts) {
                try await add(record, count, contact(channel, .information, product))
            }
        }
        try await add(record, 30, contact(.branch, .application, 12))
        try await add(record, 200, Interaction(.page, .web, .visit, .unknown, product: 13, at: october))
        try await CountingDesk(record.database).countAll()
    }

    private static let year = Period.year(2026)

    @Test("of products has the table of the rows, counted by hand, and marks what leads in several channels", arguments: Engine.available)
    func products(_ engine: Engine) async throws {
        try await Record.on(engine) { record in
            try await Self.filled(record)
            let answer = try #require(try await Self.desk(record).open(.init(kind: .products, period: Self.year)))
            let words = try Self.words(answer)
            let rows = Self.rows(answer.board.table(words)).dropFirst()
            #expect(
                Array(rows.prefix(4)) == [
                    "Web,1,Visita,Certificado,200,100,1,1",
                    "Sucursal,1,Información y orientación,Pensión,60,42.25,3,2",
                    "Sucursal,2,Información y orientación,Certificado,40,28.17,2,1",
                    "Sucursal,3,Solicitud,Pensión,30,21.13,1,0",
                ])
            #expect(
                !rows.contains { $0.contains("Subsidio,3,") || $0.contains("Certificado,20,") },
                "three would be known, and from the sum of the channel, too")
            #expect(answer.board.sentence(words) == "«Información y orientación: Pensión» lidera en 2 de 4 canales.")
            #expect(answer.board.figures(words).string.contains("<mark>"))
        }
    }

    @Test("for everybody hides small cells and ends with the last month that is over; the staff see all", arguments: Engine.available)
    func openAndLive(_ engine: Engine) async throws {
        try await Record.on(engine) { record in
            try await Self.filled(record)
            try await Self.add(record, 25, Interaction(.desk, .branch, .information, point: 1))
            try await Self.add(record, 4, Interaction(.touch, .kiosk, .delivery, at: Self.october))
            try await CountingDesk(record.database).countAll()
            let desk = try Self.desk(record)
            let question = BoardDesk.Question(kind: .channels, period: Self.year)
            let open = try #require(try await desk.open(question))
            let live = try #require(try await desk.live(question, by: Self.analyst))
            let (shown, all) = (Self.rows(open.board.table(try Self.words(open))), Self.rows(live.board.table(try Self.words(live))))
            #expect(all.contains("Módulo de autoatención,Por cuenta propia,0,4,0,0,4"))
            #expect(shown.contains("Módulo de autoatención,Por cuenta propia,0,,0,0,"))
            #expect(all.contains("Sucursal,Con atención,0,0,167,0,167"))
            #expect(shown.contains { $0.hasPrefix("Sucursal,Con atención,0,0,142") || $0.hasPrefix("Sucursal,Con atención,0,0,,0,") })
            await #expect(throws: Forbidden.self) { try await desk.live(question, by: Record.agent) }
            #expect(
                try await desk.open(.init(kind: .channels, period: .month(Month(of: Day(of: Instant(milliseconds: record.clock.now()))))))
                    == nil)
        }
    }

    @Test("against another period tells the growth", arguments: Engine.available)
    func comparison(_ engine: Engine) async throws {
        try await Record.on(engine) { record in
            let (before, after) = (ChileanTime.instant(of: try #require(Day(iso: "2019-05-06")), hour: 11), Self.october)
            try await Self.add(record, 100, Interaction(.page, .web, .transaction, at: before))
            try await Self.add(record, 677, Interaction(.page, .web, .transaction, at: after))
            try await Self.add(record, 50, Interaction(.desk, .branch, .information, at: before))
            try await Self.add(record, 54, Interaction(.desk, .branch, .information, at: after))
            try await CountingDesk(record.database).countAll()
            let answer = try #require(
                try await Self.desk(record).open(.init(kind: .comparison, period: Self.year, other: .year(2019))))
            let words = try Self.words(answer)
            #expect(answer.board.sentence(words) == "De 2019 a 2026: +577 % por cuenta propia y +8 % con atención de una persona.")
            #expect(Self.rows(answer.board.table(words)).contains("Web,Por cuenta propia,100,677,577"))
        }
    }

    @Test("of any kind says how it is counted, draws, and has a file, with and without contacts", arguments: BoardKind.allCases)
    func kinds(_ kind: BoardKind) async throws {
        try await Record.on(.sqlite) { record in
            let desk = try Self.desk(record)
            for isFilled in [false, true] {
                if isFilled { try await Self.filled(record) }
                let answer = try #require(try await desk.open(.init(kind: kind, period: Self.year)))
                let words = try Self.words(answer)
                #expect(!answer.board.sentence(words).isEmpty && !answer.board.sentence(words).contains("{"))
                let table = answer.board.table(words)
                #expect(table.rows.allSatisfy { $0.count == table.columns.count })
                #expect(Set(table.columns.map(\.name)).count == table.columns.count)
                if isFilled { #expect(answer.board.figures(words).string.contains("<") && (!table.rows.isEmpty || kind == .resolution)) }
            }
        }
    }

    @Test("tells how much was done without a way, what is looked for in vain, and how far two who code agree", arguments: Engine.available)
    func headMeasures(_ engine: Engine) async throws {
        try await Record.on(engine) { record in
            try await Self.add(record, 30, Interaction(.page, .web, .transaction, at: Self.october))
            try await Self.add(record, 15, Interaction(.page, .web, .visit, .unknown, at: Self.october))
            try await Self.add(record, 10, Interaction(.desk, .branch, .application, point: 1, at: Self.october))
            try await Self.add(record, 12, Interaction(.desk, .branch, .information, point: 1, at: Self.october))
            try await CountingDesk(record.database).countAll()
            let desk = try Self.desk(record)
            func board(_ kind: BoardKind) async throws -> (any Board, BoardWords) {
                let answer = try #require(try await desk.open(.init(kind: kind, period: Self.year)))
                return (answer.board, try Self.words(answer))
            }
            let (visits, words) = try await board(.visits)
            #expect(visits.sentence(words) == "El 75 % de 40 trámites se hizo sin ir a una oficina.")
            #expect(Self.rows(visits.table(words)).dropFirst() == ["Web,No,30", "Sucursal,Sí,10"])
            let (searches, _) = try await board(.searches)
            #expect(Self.rows(searches.table(words)).dropFirst() == ["pension,40,0,0", "bono dragon,12,12,100"], "three times is not told")
            #expect(searches.more(words).string.contains("bono dragon") && !searches.more(words).string.contains("pension"))
            let more = try await board(.outcomes).0.more(words).string
            #expect(more.contains("90"), "eighteen of twenty products")
            #expect(more.contains("Concedidos, de las apelaciones respondidas") && more.contains(">40"), "twelve of thirty")
            let rows = Self.rows(try await board(.coverage).0.table(words))
            let (kilometres, minutes) = try #require(
                rows.first { $0.hasPrefix("13501,") }.map { $0.split(separator: ",").suffix(2) }.map {
                    (Double($0.first!)!, Double($0.last!)!)
                })
            #expect(kilometres > 20 && abs(minutes - kilometres * 60 / 40) <= 1, "Melipilla, at forty straight kilometres an hour")
            #expect(rows.contains { $0.hasPrefix("13101,") && $0.hasSuffix(",,") }, "where people are attended nobody travels")
        }
    }

    @Test("of satisfaction counts the sixes and sevens of a hundred, and tells nothing of a few", arguments: Engine.available)
    func satisfaction(_ engine: Engine) async throws {
        try await Record.on(engine) { record in
            try await Self.filled(record)
            let answer = try #require(try await Self.desk(record).open(.init(kind: .satisfaction, period: Self.year)))
            let words = try Self.words(answer)
            #expect(answer.board.sentence(words) == "El 75 % pone un 6 o un 7. Responde el 40 % de quienes pueden hacerlo.")
            let rows = Self.rows(answer.board.table(words))
            #expect(rows.contains { $0.hasPrefix("Sucursal,100,40,40,75,") && $0.hasSuffix(",50") }, "twelve of twenty-four saved a visit")
            #expect(rows.contains { $0.hasPrefix("Videoatención,,,,,") }, "four answered")
        }
    }

    @Test("tells the desk what is asked for most: lately first, then ever", arguments: Engine.available)
    func demand(_ engine: Engine) async throws {
        try await Record.on(engine) { record in
            let before = ChileanTime.instant(of: try #require(Day(iso: "2019-05-06")), hour: 11)
            for (count, product) in [(30, Int64(13)), (20, 14)] {
                try await Self.add(record, count, Interaction(.desk, .branch, .information, product: product, at: before))
            }
            try await Self.add(record, 1, Interaction(.desk, .branch, .information, product: 12))
            try await Self.add(record, 9, Interaction(.desk, .video, .information, product: 15))
            try await CountingDesk(record.database).countAll()
            let demand = CountingDesk(record.database).demand()
            let shares = try await demand.shares(.branch, Day(of: Instant(milliseconds: record.clock.now())))
            #expect(shares.map(\.key) == [12] && shares[12]?[18] == 1, "lately, by half hour")
            #expect(try await demand.most(.branch, 8) == [12, 13, 14])
            #expect(try await demand.most(.branch, 2) == [12, 13])
            #expect(try await demand.most(.kiosk, 8) == [])
        }
    }

    @Test("says when any of its contacts was made up", arguments: Engine.available)
    func synthetic(_ engine: Engine) async throws {
        try await Record.on(engine) { record in
            try await Self.filled(record)
            let desk = try Self.desk(record)
            #expect(try await desk.open(.init(kind: .channels, period: Self.year))?.isSynthetic == false)
            try await Self.add(record, 1, Interaction(.desk, .branch, .information, at: Self.october, origin: .synthetic))
            try await CountingDesk(record.database).countAll()
            #expect(try await desk.open(.init(kind: .channels, period: Self.year))?.isSynthetic == true)
        }
    }

    @Test(
        "reads its period from an address, and nothing else",
        arguments: [
            ("2022", true), ("2022-07", true), ("2022-13", false), ("22", false), ("2022-7", false), ("abcd", false), ("", false),
            ("2022-07-01", false),
        ])
    func periods(_ text: String, isOne: Bool) {
        #expect((Period(text) != nil) == isOne)
        if let period = Period(text) { #expect(period.code == text) }
    }
}
