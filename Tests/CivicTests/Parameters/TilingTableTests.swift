import TestKit
import Testing

@testable import Civic

/// The same question answered without any cleverness: a table with a cell for each day and each age.
@Suite("Tiling, against a table counted day by day and age by age")
struct TilingTableTests {
    private struct Span: Stretch {
        var from: Day
        var to: Day?
        var ages: AgeBand?
    }

    private static let youngest = 60
    private static let oldest = 69
    private static let lastDay = 12

    /// Up to five stretches: half of the sets are whole tilings that are then spoilt once, or not at all.
    private static func random(_ random: inout some RandomNumberGenerator) throws -> [Span] {
        if Bool.random(using: &random) { return try (0..<Int.random(in: 1...5, using: &random)).map { _ in try span(&random) } }
        let cut = Int.random(in: youngest..<oldest, using: &random)
        let day = Int.random(in: 1..<lastDay, using: &random)
        let end = Bool.random(using: &random) ? nil : Day(number: lastDay)
        var spans = [
            Span(from: Day(number: 0), to: Day(number: day - 1), ages: nil),
            Span(from: Day(number: day), to: end, ages: AgeBand(from: youngest, to: cut)),
            Span(from: Day(number: day), to: end, ages: AgeBand(from: cut + 1, to: oldest)),
        ]
        switch Int.random(in: 0..<4, using: &random) {
        case 0: spans.remove(at: Int.random(in: 0..<3, using: &random))
        case 1: spans.append(try span(&random))
        case 2: spans[1].from = Day(number: day + 1)
        default: spans.shuffle(using: &random)
        }
        return spans
    }

    private static func span(_ random: inout some RandomNumberGenerator) throws -> Span {
        let from = Int.random(in: 0...lastDay, using: &random)
        let to = Bool.random(using: &random) ? nil : Day(number: Int.random(in: from...lastDay, using: &random))
        let age = Int.random(in: youngest...oldest, using: &random)
        let band = try #require(AgeBand(from: age, to: Int.random(in: age...oldest, using: &random)))
        return Span(from: Day(number: from), to: to, ages: Int.random(in: 0..<5, using: &random) == 0 ? nil : band)
    }

    private struct Cell: Hashable {
        let day: Int
        let age: Int
    }

    @Test("the same days and ages are found empty, and the same are found taken twice")
    func table() throws {
        var generator = SystemRandomNumberGenerator()
        let domain = try #require(AgeBand(from: Self.youngest, to: Self.oldest))
        var (clean, spoilt) = (0, 0)
        for _ in 0..<Extent.of(100_000, long: 1_000_000) {
            let spans = try Self.random(&generator)
            // One day beyond the last stands for all that come after.
            let last = spans.contains { $0.to == nil } ? Self.lastDay + 1 : spans.compactMap { $0.to?.number }.max() ?? 0
            let first = spans.map(\.from.number).min() ?? 0
            var (empty, twice): (Set<Cell>, Set<Cell>) = ([], [])
            for day in first...last {
                for age in Self.youngest...Self.oldest {
                    let count = spans.count { $0.from.number <= day && day <= $0.to?.number ?? .max && $0.ages?.contains(age) ?? true }
                    if count == 0 { empty.insert(Cell(day: day, age: age)) }
                    if count > 1 { twice.insert(Cell(day: day, age: age)) }
                }
            }
            let faults = Tiling(ages: domain, spans).faults
            #expect(Self.cells(faults, .gap, upTo: last) == empty, "\(spans)")
            #expect(Self.cells(faults, .overlap, upTo: last) == twice, "\(spans)")
            if empty.isEmpty && twice.isEmpty {
                clean += 1
                #expect(faults.isEmpty, "\(spans)")
            } else {
                spoilt += 1
            }
        }
        #expect(clean > 1000 && spoilt > 1000, "both kinds were tried")
    }

    private static func cells(_ faults: [TilingFault], _ kind: TilingFault.Kind, upTo last: Int) -> Set<Cell> {
        var cells: Set<Cell> = []
        for fault in faults where fault.kind == kind {
            guard let from = fault.from?.number, let ages = fault.ages else { continue }
            for day in from...min(last, fault.to?.number ?? last) {
                for age in ages.from...min(ages.last, oldest) { cells.insert(Cell(day: day, age: age)) }
            }
        }
        return cells
    }
}
