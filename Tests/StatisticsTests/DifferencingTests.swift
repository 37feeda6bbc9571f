import Civic
import Storage
import TestKit
import Testing

@testable import Statistics

/// Whoever has every public board of every month and year, and every open file, adds and takes away.
@Suite("Public figures, all together")
struct DifferencingTests {
    @Test("never let anybody work out a cell that is hidden", arguments: [1, 2, 3, 4] as [UInt64])
    func differencing(_ seed: UInt64) async throws {
        try await Record.on(.sqlite) { record in
            let alike = Alike.some(seed)
            try await Self.write(alike, record)
            let (boards, files) = try await record.database.read { (try Family.all($0), try Family.files($0)) }
            var (numbers, secrets) = (0, 0)
            for month in Family.months {
                let here = alike.filter { $0.month == month }
                var told: [[Int]] = []
                var hidden: [(name: String, places: [Int])] = []
                // Where a cell says that there was nobody, there was none of its contacts.
                var empty: Set<Int> = []
                for family in boards + files {
                    let shown = family.months[month] ?? [:]
                    for case (let cell?, let places) in Dictionary(grouping: here.indices, by: { family.cell(here[$0]) }) {
                        let truth = places.map { here[$0].n }.reduce(0, +)
                        if let n = shown[cell] {
                            #expect(n == truth && (n == 0 || n >= Hiding.least), "\(family.name) \(month) \(cell)")
                            if n == 0 { empty.formUnion(places) } else { told.append(places) }
                        } else if truth > 0, truth < Hiding.least {
                            hidden.append(("\(family.name) \(month) \(cell)", places))
                        }
                    }
                }
                (numbers, secrets) = (numbers + told.count, secrets + hidden.count)
                func sum(_ places: [Int]) -> [Int] {
                    var sum = Array(repeating: 0, count: here.count)
                    for place in places where !empty.contains(place) { sum[place] = 1 }
                    return sum
                }
                let found = Unknowns(here.count, told.map(sum)).determined(hidden.map { sum($0.places) }).map { hidden[$0].name }
                #expect(found.isEmpty, "\(found)")
            }
            #expect(numbers > 100 && secrets > 10)
        }
    }

    @Test("tell of a year what its months tell, and no more", arguments: [1, 2, 3] as [UInt64])
    func years(_ seed: UInt64) async throws {
        try await Record.on(.sqlite) { record in
            try await Self.write(Alike.some(seed), record)
            for family in try await record.database.read({ try Family.all($0) }) {
                let months = family.months.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
                #expect(family.year.filter { $0.value > 0 } == months.filter { $0.value > 0 }, "\(family.name)")
            }
        }
    }

    @Test("would be worked out if a year told more than its months")
    func plantedFault() {
        // Three months of 4, 50 and 60 contacts: the first is hidden.
        let months = [[0, 1, 0], [0, 0, 1]]
        #expect(Unknowns(3, months).determined([[1, 0, 0]]).isEmpty)
        #expect(Unknowns(3, months + [[1, 1, 1]]).determined([[1, 0, 0]]) == [0])
    }

    private static func write(_ alike: [Alike], _ record: Record) async throws {
        for each in alike where each.n > 0 {
            record.clock.move(byMilliseconds: 1)
            try await record.database.write { transaction in
                for _ in 0..<each.n { try transaction.record(Event("contact.made", contact: each.contact), by: Record.agent) }
            }
        }
        try await CountingDesk(record.database).countAll()
    }
}
