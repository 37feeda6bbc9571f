import Civic
import Storage
import TestKit
import Testing

@testable import Statistics

@Suite("Counting")
struct CountingTests {
    @Test("counts each contact once in every roll-up, by the local clock", arguments: Engine.available)
    func once(_ engine: Engine) async throws {
        try await Record.on(engine) { record in
            for _ in 0..<3 { try await record.contact() }
            try await record.contact(Interaction(.page, .web, .visit, .unknown, product: 12))
            let desk = CountingDesk(record.database)
            #expect(try await desk.countAll() == 4)
            #expect(try await desk.countAll() == 0)
            let kept = try await record.kept()
            #expect(kept.contacts.values.sorted() == [1, 3])
            #expect(kept.products.values.reduce(0, +) == 4)
            #expect(kept.points.map(\.value) == [3])
            let demand = try #require(kept.demands.first)
            #expect(demand.key.half == 18, "the world stands on a Monday at nine")
            #expect(demand.value == 3)
            let productHour = try #require(kept.productHours.first)
            #expect(kept.productHours.count == 1 && productHour.key.product == 12 && productHour.key.half == 18 && productHour.value == 3)
            #expect(kept.hours.keys.allSatisfy { $0.weekday == 1 && $0.half == 18 })
            let bins = kept.times.filter { $0.key.point == 1 }
            #expect(Set(bins.keys.map { [$0.kind, $0.bin] }) == [[1, 15], [2, 20]])
        }
    }

    @Test("puts a correction in the place of what it corrects, and a correction of it in its own", arguments: Engine.available)
    func corrections(_ engine: Engine) async throws {
        try await Record.on(engine) { record in
            let desk = CountingDesk(record.database)
            let first = try await record.contact()
            try await desk.countAll()
            try await record.correct(first, to: Interaction(.desk, .callCentre, .complaint, .pending, product: 13, duration: 60))
            try await desk.countAll()
            try await record.correct(first, to: Interaction(.desk, .callCentre, .complaint, .resolved, product: 13, duration: 60))
            try await record.contact()
            try await desk.countAll()
            let kept = try await record.kept()
            #expect(kept.contacts.values.reduce(0, +) == 2)
            let call = try #require(kept.contacts.first { $0.key.channel == Int32(Channel.callCentre.number) })
            #expect(call.key.deed == Int32(Deed.complaint.number) && call.key.outcome == Int32(Outcome.resolved.number))
            #expect(kept.demands.values.reduce(0, +) == 2)
            let report = try await VerificationDesk(record.database).run(repair: false)
            #expect(report.contacts == 2 && report.faults.isEmpty)
        }
    }

    @Test(
        "fills a roll-up that came with a later version, so that a correction of what was before can be taken from it",
        arguments: Engine.available)
    func later(_ engine: Engine) async throws {
        try await Record.on(engine) { record in
            let (desk, verification) = (CountingDesk(record.database), VerificationDesk(record.database))
            let first = try await record.contact()
            try await desk.countAll()
            try await record.database.write { _ = try $0.execute("DELETE FROM tally_product_hour") }
            try await record.correct(first, to: Interaction(.desk, .video, .delivery, product: 13))
            #expect(try await verification.isBehind())
            try await verification.fill()
            #expect(try await !verification.isBehind())
            try await desk.countAll()
            #expect(try await record.kept().productHours.map(\.key.product) == [13])
            #expect(try await verification.run(repair: false).faults.isEmpty)
            try await verification.fill()
            #expect(try await verification.run(repair: false).faults.isEmpty, "a second time changes nothing")
        }
    }

    @Test("takes what is corrected along, when both wait", arguments: Engine.available)
    func together(_ engine: Engine) async throws {
        try await Record.on(engine) { record in
            let first = try await record.contact()
            try await record.correct(first, to: Interaction(.desk, .video, .delivery))
            // As if the correction came before what it corrects: ids say nothing of the order.
            let correction = try #require(
                try await record.database.read { try $0.value("SELECT id FROM interaction WHERE corrects = \(first)", as: Int64.self) })
            let taken = try await record.database.write { transaction in
                try SpineCountStore().with([correction], transaction).map(\.id)
            }
            #expect(Set(taken) == [first.number, correction])
            #expect(try await record.database.read { try SpineCountStore().isWaiting($0) } == false)
        }
    }

    @Test("is proven by a full count, which finds and mends a single wrong cell", arguments: Engine.available)
    func verified(_ engine: Engine) async throws {
        try await Record.on(engine) { record in
            for _ in 0..<5 { try await record.contact() }
            let desk = VerificationDesk(record.database)
            #expect(try await desk.run(repair: false).faults.isEmpty)
            try await record.database.write { transaction in
                try transaction.execute("UPDATE tally_hour SET n = n + 2")
                try transaction.execute("DELETE FROM tally_point WHERE point = 1")
            }
            let found = try await desk.run(repair: false)
            #expect(found.faults.count == 2)
            #expect(found.faults.contains { $0.hasPrefix("hours") && $0.hasSuffix("holds 7, should hold 5") })
            #expect(try await desk.run(repair: true).isRepaired)
            #expect(try await desk.run(repair: false).faults.isEmpty)
        }
    }

    @Test("does not take what waits to be counted for a fault", arguments: Engine.available)
    func waiting(_ engine: Engine) async throws {
        try await Record.on(engine) { record in
            let first = try await record.contact()
            try await CountingDesk(record.database).countAll()
            try await record.contact()
            try await record.correct(first, to: Interaction(.desk, .video, .delivery))
            let difference = try await record.database.read { try VerificationDesk(record.database).faults($0) }
            #expect(difference.isEmpty)
        }
    }

    @Test("has bins that follow each other without a gap, and quantiles within them")
    func bins() {
        for (bin, start) in Bins.starts.enumerated() {
            #expect(Bins.bin(of: Int64(start)) == bin)
            #expect(bin == 0 || Bins.bin(of: Int64(start) - 1) == bin - 1)
        }
        #expect(Bins.bin(of: 1_000_000) == Bins.starts.count - 1)
        var counts = Array(repeating: 0, count: Bins.starts.count)
        #expect(Bins.quantile(0.5, of: counts) == nil)
        (counts[0], counts[12]) = (50, 50)
        #expect(Bins.quantile(0.5, of: counts) == 10)
        #expect(Bins.quantile(0.9, of: counts) == 168)
    }
}
