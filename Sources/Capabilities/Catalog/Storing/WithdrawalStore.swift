import Civic
import Storage

/// Sheets that are gone, and which sheet takes the place of another.
struct WithdrawalStore {
    func withdrawn(_ number: Int, _ snapshot: Snapshot) throws -> WithdrawnSheet? {
        try withdrawn(where: "id = \(number)", snapshot).first
    }

    func all(_ snapshot: Snapshot) throws -> [WithdrawnSheet] {
        try withdrawn(where: "1 = 1", snapshot)
    }

    private func withdrawn(where condition: SQL, _ snapshot: Snapshot) throws -> [WithdrawnSheet] {
        try snapshot.all("SELECT id, title, day, reason, replaced_by FROM withdrawn_sheet WHERE \(condition) ORDER BY id") { row in
            WithdrawnSheet(
                number: try row["id"], title: try row["title"], day: Day(number: try row["day"]), reason: try row["reason"],
                replacedBy: try row["replaced_by"])
        }
    }

    /// Those that the files name, and those that were there until now and are not any more. One that is back is withdrawn no longer.
    func replace(
        _ stated: [WithdrawnSheet], gone: [ServiceSheet], present: Set<Int>, on day: Day, _ transaction: Transaction
    ) throws -> Difference<WithdrawnSheet> {
        let old = try all(transaction)
        let named = Set(stated.map(\.number))
        let kept = old.filter { !named.contains($0.number) && !present.contains($0.number) }
        let new = gone.filter { !named.contains($0.number.value) }
            .map {
                WithdrawnSheet(
                    number: $0.number.value, title: $0.title, day: day,
                    replacedBy: $0.replacedBy.flatMap { present.contains($0) ? $0 : nil })
            }
        // What took its place may be gone by now, too.
        let whole = (stated + kept + new).map { sheet in
            var sheet = sheet
            if let by = sheet.replacedBy, !present.contains(by) { sheet.replacedBy = nil }
            return sheet
        }
        let difference = Difference(from: old, to: whole, by: \.number)
        let numbers = (difference.changed + difference.removed).map(\.number)
        try transaction.execute("DELETE FROM withdrawn_sheet WHERE id IN (\(list: numbers))")
        for sheet in difference.added + difference.changed {
            try transaction.execute(
                """
                INSERT INTO withdrawn_sheet (id, title, day, reason, replaced_by)
                VALUES (\(sheet.number), \(sheet.title), \(sheet.day.number), \(sheet.reason), \(sheet.replacedBy))
                """)
        }
        return difference
    }

    /// By the number of the sheet that is replaced.
    func replacements(_ snapshot: Snapshot) throws -> [Int: Int] {
        try snapshot.all("SELECT sheet, replaced_by FROM sheet_replacement")
            .reduce(into: [:]) { found, row in found[try row["sheet"]] = try row["replaced_by"] }
    }

    func forgetReplacements(of numbers: [Int], _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM sheet_replacement WHERE sheet IN (\(list: numbers))")
    }

    func replace(_ sheet: ServiceSheet, _ transaction: Transaction) throws {
        guard let by = sheet.replacedBy else { return }
        try transaction.execute("INSERT INTO sheet_replacement (sheet, replaced_by) VALUES (\(sheet.number.value), \(by))")
    }
}
