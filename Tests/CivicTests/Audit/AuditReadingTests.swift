import Storage
import TestKit
import Testing

@testable import Civic

@Suite("An auditor reads")
struct AuditReadingTests {
    @Test("one day of the audit, whole, page by page, newest first", arguments: Engine.available)
    func day(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            var days: [Day] = []
            for round in 1...5 {
                days.append(Day(of: Instant(milliseconds: civics.clock.now())))
                for number in 0..<6 {
                    try await civics.database.write { transaction in
                        _ = try transaction.record(
                            Event("test.done", object: AuditEntry.Object("day", Int64(round * 10 + number))), by: .anonymous)
                    }
                }
                civics.clock.move(byMilliseconds: 86_400_000)
            }
            let desk = AuditDesk(civics.database)
            let auditor = Actor(
                .staff(9), assurance: .verified, roles: [Role("auditor", [.readAudit])], scope: Scope(sensitivities: [.ordinary]))
            for (index, day) in days.enumerated() {
                var question = AuditQuestion(
                    verb: "test.done", from: ChileanTime.instant(of: day, hour: 0),
                    until: ChileanTime.instant(of: day.adding(days: 1), hour: 0))
                var read: [Int64?] = []
                while true {
                    let lines = try await desk.read(question, limit: 4, by: auditor).lines
                    guard let last = lines.last else { break }
                    read += lines.map(\.objectID)
                    question.before = last.id
                }
                #expect(read == (0..<6).reversed().map { Int64((index + 1) * 10 + $0) }, "\(day.iso)")
            }
            let none = AuditQuestion(
                from: ChileanTime.instant(of: days[0].adding(days: -9), hour: 0),
                until: ChileanTime.instant(of: days[0].adding(days: -8), hour: 0))
            #expect(try await desk.read(none, by: auditor).lines.isEmpty)
        }
    }
}
