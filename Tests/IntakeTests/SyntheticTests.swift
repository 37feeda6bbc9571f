import Civic
import Ports
import Storage
import TestKit
import Testing

@testable import Intake

@Suite("A synthetic year")
struct SyntheticTests {
    private static func year(_ year: Int, _ rows: Int, last: Day? = nil) async throws -> SyntheticYear {
        let points = try await Network.points.all().map { SyntheticYear.Point(number: $0.number, kind: $0.kind, people: 1000) }
        return SyntheticYear(
            try Network.plan(), year: year, rows: rows, points: points, sheets: Network.sheets, holidays: try Network.holidays(), last: last
        )
    }

    @Test("has exactly as many contacts as were asked for, and the same each time")
    func exact() async throws {
        let made = try await Self.year(2022, 12_345)
        let contacts = (0..<made.dayCount).flatMap { made.contacts(onDay: $0) }
        #expect(contacts.count == 12_345)
        let again = try await Self.year(2022, 12_345)
        #expect((0..<again.dayCount).flatMap { again.contacts(onDay: $0) } == contacts)
        #expect(contacts.allSatisfy { $0.day == Day(of: $0.at).number && $0.origin == Origin.synthetic.number })
        #expect(zip(contacts, contacts.dropFirst()).allSatisfy { $0.at <= $1.at }, "in the order of time")
    }

    @Test("attends nobody at a branch on a Sunday or a holiday, and opens the web on both")
    func closed() async throws {
        let made = try await Self.year(2022, 40_000)
        let sunday = made.contacts(onDay: try #require(Day(iso: "2022-07-10")).number - made.first.number)
        let holiday = made.contacts(onDay: try #require(Day(iso: "2022-09-19")).number - made.first.number)
        for contacts in [sunday, holiday] {
            #expect(!contacts.isEmpty && contacts.allSatisfy { $0.modality == Modality.selfService.rawValue })
        }
    }

    @Test("against three years before grows as the network did: self-service by 577 %, assisted by 8 %")
    func growth() async throws {
        func totals(_ year: Int, _ rows: Int) async throws -> [Int: Int] {
            let made = try await Self.year(year, rows)
            return Dictionary(grouping: (0..<made.dayCount).flatMap { made.contacts(onDay: $0) }, by: \.modality).mapValues(\.count)
        }
        let (before, after) = (try await totals(2019, 20_997), try await totals(2022, 100_000))
        func growth(_ modality: Modality) throws -> Double {
            let (one, other) = (try #require(before[modality.rawValue]), try #require(after[modality.rawValue]))
            return (Double(other) / Double(one) - 1) * 100
        }
        #expect(try growth(.selfService).rounded() == 577)
        #expect(try growth(.assisted).rounded() == 8)
    }

    @Test("is loaded once, goes on where it was cut, and is counted exactly", arguments: Engine.available)
    func loaded(_ engine: Engine) async throws {
        try await Network.on(engine) { network in
            let desk = try network.synthetic()
            let task = Task { try await desk.make(year: 2022, rows: 3000, by: Network.agent) }
            #expect(try await task.value.accepted == 3000)
            #expect(try await desk.make(year: 2022, rows: 3000, by: Network.agent).accepted == 3000)
            #expect(try await network.count() == 3000)
            #expect(network.counted.count == 3000, "each is counted once, in the act that writes it")
        }
    }

    @Test("that was cut between two batches goes on with the next", arguments: Engine.available)
    func cut(_ engine: Engine) async throws {
        struct Cut: Error {}
        try await Network.on(engine) { network in
            let made = try await Self.year(2022, 2000)
            let load = try await network.bulk.begin("cut", at: 0)
            func run(_ load: Load, until end: Int) async throws -> Load {
                try await network.bulk.run(load, "load.synthetic", by: Network.agent) { position in
                    if position >= made.dayCount { return nil }
                    if position >= end { throw Cut() }
                    return BulkDesk.Batch(rows: made.contacts(onDay: position), refused: 0, next: position + 1)
                } progress: { _ in
                }
            }
            await #expect(throws: Cut.self) { _ = try await run(load, until: 100) }
            let kept = try await network.bulk.begin("cut", at: 0)
            #expect(kept.position > 90 && kept.position <= 100 && !kept.hasEnded)
            #expect(try await run(kept, until: .max).accepted == 2000)
            #expect(try await network.count() == 2000)
        }
    }

    @Test("of the present ends yesterday")
    func present() async throws {
        let last = try #require(Day(iso: "2022-03-31"))
        let made = try await Self.year(2022, 1000, last: last)
        #expect(made.dayCount == 90)
        #expect((0..<90).map(made.count(onDay:)).reduce(0, +) == 1000)
    }

    @Test("draws each thing as often as its weight says, and never what has none")
    func drawing() throws {
        let urn = try #require(Urn([("a", 700), ("b", 0), ("c", 250), ("d", 50)]))
        var dice = Dice(3)
        let drawn = Dictionary(grouping: (0..<100_000).map { _ in urn.draw(&dice) }) { $0 }.mapValues(\.count)
        #expect(drawn["b"] == nil)
        for (item, share) in [("a", 70.0), ("c", 25), ("d", 5)] {
            #expect(abs(Double(drawn[item] ?? 0) / 1000 - share) < 0.7, "\(item) \(drawn[item] ?? 0)")
        }
        #expect(Urn([("a", 0)]) == nil)
    }

    @Test("asks for several products in each channel, and does several things about them")
    func mixture() async throws {
        let made = try await Self.year(2022, 30_000)
        let contacts = (0..<made.dayCount).flatMap { made.contacts(onDay: $0) }
        for (channel, here) in Dictionary(grouping: contacts, by: \.channel) where here.count > 200 {
            #expect(Set(here.compactMap(\.product)) == Network.sheets, "channel \(channel)")
            #expect(Set(here.map(\.deed)).count > 2 && Set(here.map(\.outcome)).count > 1, "channel \(channel)")
        }
        #expect(Set(contacts.compactMap(\.point)) == [1, 2, 3])
    }

    @Test("splits a whole into parts that add up to it", arguments: [0, 1, 7, 1_000_003])
    func apportioning(_ whole: Int) {
        for weights in [[1, 1, 1], [0, 5, 0], [3, 0, 7, 11], [1_000_000, 1]] {
            let parts = apportioned(whole, by: weights)
            #expect(parts.reduce(0, +) == whole)
            #expect(zip(parts, weights).allSatisfy { $1 > 0 || $0 == 0 })
        }
        #expect(apportioned(5, by: [0, 0]) == [0, 0])
    }
}
