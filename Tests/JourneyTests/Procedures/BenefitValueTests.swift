import Civic
import Foundation
import Storage
import TestKit
import Testing

@testable import Procedures
@testable import Server

@Suite("A benefit and the values of its day")
struct BenefitValueTests {
    /// The maximum is 10,000 more from a day on.
    private static func raise(_ opened: OpenedHouse, from day: Day) async throws {
        _ = try await opened.database.write { transaction in
            let all = try ParameterDesk().all(transaction).map { parameter in
                guard "\(parameter.id)" == "pgu.maximo" else { return parameter }
                let values = parameter.values.flatMap { value -> [DatedValue?] in
                    guard value.from < day, value.to.map({ $0 >= day }) ?? true else { return [value] }
                    return [
                        DatedValue(
                            value.amount, from: value.from, to: day.adding(days: -1), ages: value.ages, sources: value.sources,
                            confidence: value.confidence),
                        DatedValue(
                            value.amount + 10_000, from: day, to: value.to, ages: value.ages, sources: value.sources,
                            confidence: value.confidence),
                    ]
                }
                return try Parameter(
                    parameter.id, name: parameter.name, unit: parameter.unit, ages: parameter.ages, basis: parameter.basis,
                    values: values.compactMap { $0 }, missing: parameter.missing)
            }
            return try ParameterDesk().replace(all, by: OpenedHouse.operators, transaction).changed
        }
    }

    @Test(
        "is more from the day on which a value begins, whenever that is seen, and what was paid too little is owed",
        arguments: Engine.available)
    func raised(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await BenefitJourneyTests.granted(opened)
            let reviews = BenefitReview(opened.house.runDesk(isDemonstration: true))
            opened.clock.move(byMilliseconds: 63 * 86_400_000)
            #expect(try await reviews.reviewDue() == Round(), "nothing began since it was granted")
            try await Self.raise(opened, from: try #require(Day(iso: "2026-12-10")))
            #expect(try await reviews.reviewDue().done == 1)
            let rosa = try await BenefitJourneyTests.text(opened, code)
            #expect(rosa.text.contains("Se paga $241.732 al mes") && rosa.text.contains("Subió el monto"))
            #expect(rosa.text.contains("Por 1 mes desde que cambió, se le debe una diferencia de $10.000"))
            #expect(try await reviews.reviewDue() == Round(), "once for each value")
        }
    }
}
