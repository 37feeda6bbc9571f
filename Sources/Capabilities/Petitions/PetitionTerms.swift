import Civic
import Foundation

/// In how many business days each kind is answered, and whether two must read an answer: data of the installation, with its source.
public struct PetitionTerms: Sendable {
    public struct Row: Sendable, Hashable {
        public let days: Int
        public let needsTwo: Bool
        public let source: String
    }

    private let rows: [Petition.Kind: Row]

    /// Reads `Catalogue/petitions/terms.csv`: kind, businessDays, fourEyes, confidence, source. Throws `PetitionFault` with what is wrong.
    public init(file: String) throws {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw PetitionFault(description: "\(file): there is no such file, or it is not UTF-8")
        }
        var rows: [Petition.Kind: Row] = [:]
        for record in CommaSeparated.records(text).dropFirst() {
            guard record.values.count == 5, let kind = Petition.Kind(rawValue: record.values[0]), let days = Int(record.values[1]),
                (1...180).contains(days), ["yes", "no"].contains(record.values[2]), !record.values[4].isEmpty
            else { throw PetitionFault(description: "\(file), line \(record.line): no kind, days, yes or no, confidence and source") }
            rows[kind] = Row(days: days, needsTwo: record.values[2] == "yes", source: record.values[4])
        }
        for kind in Petition.Kind.allCases where rows[kind] == nil {
            throw PetitionFault(description: "\(file): \(kind.rawValue) has no term")
        }
        self.rows = rows
    }

    /// The file has every kind.
    func row(_ kind: Petition.Kind) -> Row { rows[kind] ?? Row(days: 20, needsTwo: true, source: "") }
}

public struct PetitionFault: Error, CustomStringConvertible {
    public let description: String
}
