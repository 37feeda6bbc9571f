import Foundation

/// How a run over a population falls on each group of it: a batch is looked at by age, sex, comuna and nationality before anything goes out
/// (counter-rules 5). Groups of fewer than ten people show no figures (counter-rules 7).
struct GroupReview {
    static let fewest = 10

    struct Row: Equatable {
        let column: String
        let group: String
        let people: Int
        /// Of those people, in percent; nil where they are too few.
        let share: Double?
    }

    /// Percent of everybody.
    let whole: Double
    let rows: [Row]

    /// `labels` are the groups of each person by column, in the order of `qualifies`.
    init(_ labels: [String: [String]], _ qualifies: [Bool]) {
        func percent(_ part: Int, _ all: Int) -> Double { all == 0 ? 0 : Double(part) * 100 / Double(all) }
        whole = percent(qualifies.count { $0 }, qualifies.count)
        rows = labels.keys.sorted().flatMap { column -> [Row] in
            var counts: [String: (people: Int, qualify: Int)] = [:]
            for (group, isQualified) in zip(labels[column] ?? [], qualifies) {
                counts[group, default: (0, 0)].people += 1
                if isQualified { counts[group, default: (0, 0)].qualify += 1 }
            }
            return counts.keys.sorted().map { group in
                let (people, qualify) = counts[group] ?? (0, 0)
                return Row(
                    column: column, group: group, people: people, share: people < Self.fewest ? nil : percent(qualify, people))
            }
        }
    }

    /// Groups whose share lies further from that of everybody than so many points.
    func apart(by points: Double) -> [Row] { rows.filter { $0.share.map { abs($0 - whole) > points } ?? false } }

    var csv: String {
        let lines = rows.map { row in
            let people = row.people < Self.fewest ? "<\(Self.fewest)" : "\(row.people)"
            return "\(row.column),\(row.group),\(people),\(row.share.map { Self.tenths($0) } ?? "")"
        }
        return (["column,group,people,percent", "all,all,,\(Self.tenths(whole))"] + lines).joined(separator: "\n") + "\n"
    }

    private static func tenths(_ number: Double) -> String { String(format: "%.1f", number) }
}
