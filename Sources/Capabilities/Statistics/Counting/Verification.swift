import Civic
import Storage

/// What a full count of the record found against the roll-ups.
public struct VerificationReport: Sendable, Hashable {
    /// Contacts of the record.
    public let contacts: Int
    /// Cells of the roll-ups.
    public let cells: Int
    /// One line for each cell that is wrong: what it holds and what it should.
    public let faults: [String]
    public let isRepaired: Bool
}

/// Proves that the roll-ups are exactly what a full count of the record gives, and mends them when they are not.
public struct VerificationDesk: Sendable {
    private let database: Database
    private let spine = SpineCountStore()
    private let store = RollUpStore()

    public init(_ database: Database) {
        self.database = database
    }

    /// Counts every contact anew, on one snapshot, after what waits has been counted. `progress` is told the days that are done and all.
    /// With `repair`, what is wrong is mended in one act that counts again, so that nothing can come between.
    public func run(repair: Bool, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) async throws -> VerificationReport {
        try await CountingDesk(database).countAll()
        let report = try await database.read { try examine($0, progress).report }
        guard repair, !report.faults.isEmpty else { return report }
        return try await database.writeAlone { transaction in
            let (report, difference) = try examine(transaction, progress)
            try store.add(difference, transaction)
            transaction.announce(CountingDesk.topic)
            transaction.announce(CountingDesk.past)
            return VerificationReport(contacts: report.contacts, cells: report.cells, faults: report.faults, isRepaired: true)
        }
    }

    /// Whether a roll-up came with a later version of the program, and what was before is not counted in it.
    public func isBehind() async throws -> Bool { try await database.read(store.isUnfilled) }

    /// Fills it from the whole record, in one act. The process must hold a node number.
    public func fill(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) async throws {
        try await database.writeAlone { transaction in
            try store.add(try examine(transaction, progress).difference, transaction)
            transaction.announce(CountingDesk.topic)
            transaction.announce(CountingDesk.past)
        }
    }

    func faults(_ snapshot: Snapshot) throws -> [String] { try examine(snapshot) { _, _ in }.report.faults }

    private func examine(
        _ snapshot: Snapshot, _ progress: @Sendable (Int, Int) -> Void
    ) throws -> (report: VerificationReport, difference: RollUps) {
        var full = RollUps()
        var contacts = 0
        if let (first, last) = try spine.extent(snapshot) {
            // Some days at a time: the days stand in an index, and nobody waits without a word.
            for day in stride(from: first, through: last, by: 7) {
                try spine.each(from: day, to: min(day + 6, last), snapshot) { fact in
                    full.add(fact)
                    contacts += 1
                }
                progress(min(day + 6, last) - first + 1, last - first + 1)
            }
        }
        for fact in try waiting(snapshot) { full.add(fact.fact, -fact.times) }
        let kept = try store.all(snapshot)
        let difference = full.less(kept)
        return (
            VerificationReport(contacts: contacts, cells: kept.count, faults: difference.lines(against: kept), isRepaired: false),
            difference
        )
    }

    /// What came in since and waits to be counted is no fault.
    private func waiting(_ snapshot: Snapshot) throws -> [(fact: SpineFact, times: Int)] {
        let rows = try spine.waiting(snapshot)
        let facts = try spine.facts(rows.map(\.id) + rows.compactMap(\.corrects), snapshot)
        return rows.flatMap { row in
            [facts[row.id].map { ($0, 1) }, row.corrects.flatMap { facts[$0] }.map { ($0, -1) }].compactMap(\.self)
        }
    }
}

extension RollUps {
    /// Each cell that differs, with what is kept and what should be.
    func lines(against kept: RollUps) -> [String] {
        lines("contacts", contacts, kept.contacts) + lines("products", products, kept.products) + lines("points", points, kept.points)
            + lines("hours", hours, kept.hours) + lines("demand", demands, kept.demands)
            + lines("products by hour", productHours, kept.productHours)
            + lines("times", times, kept.times)
    }

    private func lines<Key: Cell>(_ name: String, _ difference: [Key: Int], _ kept: [Key: Int]) -> [String] {
        difference.map { cell, change in
            let has = kept[cell] ?? 0
            return "\(name) \(cell.key.map(String.init).joined(separator: "/")): holds \(has), should hold \(has + change)"
        }.sorted()
    }
}
