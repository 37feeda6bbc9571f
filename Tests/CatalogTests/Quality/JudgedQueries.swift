import Definitions
import Foundation
import TestKit

@testable import Catalog

/// What people look for, with what answers it: Tests/SearchQuality/queries.csv.
struct JudgedQuery: Sendable {
    enum Half: String, Sendable, CaseIterable {
        /// Looked at while the search is made better.
        case tune
        /// Set aside, so that the figure is honest.
        case held
    }

    let text: String
    /// From 1 (helps) to 3 (this is it), by the number of a sheet or by an address: `900030`, `momentos/jubilar`, `lugares/06101`.
    let grades: [String: Int]
    let half: Half

    static func all() throws -> [JudgedQuery] {
        let text = try String(contentsOfFile: Reference.root + "/Tests/SearchQuality/queries.csv", encoding: .utf8)
        let defects = DefectList(file: "queries.csv")
        let rows = CommaTable(text, columns: ["query", "relevant", "half", "note"], defects)?.rows ?? []
        guard defects.defects.isEmpty else { throw FileDefects(defects.defects) }
        return try rows.map { row in
            guard let half = Half(rawValue: row.values["half"] ?? "") else { throw CocoaError(.formatting) }
            let grades = (row.values["relevant"] ?? "").split(separator: " ").map { $0.split(separator: ":") }
            return JudgedQuery(
                text: row.values["query"] ?? "", grades: Dictionary(uniqueKeysWithValues: grades.map { (String($0[0]), Int($0[1]) ?? 0) }),
                half: half)
        }
    }
}

extension SearchEntry {
    /// As judgements name it.
    var judgedKey: String {
        if let number { return "\(number)" }
        let parts = path.dropFirst().split(separator: "/")
        return parts.count < 2 ? path : parts[0] == "lugares" ? "lugares/" + parts[1].prefix(5) : parts.joined(separator: "/")
    }
}
