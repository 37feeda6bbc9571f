/// The header of a file of contacts: which columns it has, and what separates them.
struct ImportHeader: Sendable {
    static let required = ["at", "medium", "channel", "act"]
    static let optional = ["outcome", "modality", "point", "product", "wait", "duration", "agent", "id"]

    let separator: UInt8
    let columns: [String]

    /// Reads the first line. Throws `ImportFault` with what is wrong and what to do.
    init(_ line: [UInt8]) throws(ImportFault) {
        let bytes = line.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(line.dropFirst(3)) : line
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.contains(0) {
            throw ImportFault("The file is not UTF-8 but UTF-16. Save it again as CSV in UTF-8.")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ImportFault("The file is not UTF-8. Save it again as CSV in UTF-8.")
        }
        // Whatever separates the most columns that are known.
        let found = [UInt8(ascii: ","), UInt8(ascii: ";"), 9].map { separator -> (UInt8, [String]) in
            let columns = text.split(separator: Character(UnicodeScalar(separator)), omittingEmptySubsequences: false)
                .map { $0.trimmingPrefix("\"") }.map { ($0.last == "\"" ? $0.dropLast() : $0).trimmed }
            return (separator, columns)
        }
        let known = Set(Self.required + Self.optional)
        let best = found.max { $0.1.count(where: known.contains) < $1.1.count(where: known.contains) }
        guard let (separator, columns) = best, columns.contains(where: known.contains) else {
            throw ImportFault(
                "The first line must name the columns: \(Self.required.joined(separator: ",")) and any of \(Self.optional.joined(separator: ","))."
            )
        }
        let missing = Self.required.filter { !columns.contains($0) }
        guard missing.isEmpty else {
            throw ImportFault("Columns are missing: \(missing.joined(separator: ", ")). Is the separator a comma, a semicolon or a tab?")
        }
        if let unknown = columns.first(where: { !known.contains($0) }) {
            throw ImportFault(
                "The column '\(unknown.prefix(40))' is not known. Take it out; there is no room for other data in the record.")
        }
        guard Set(columns).count == columns.count else { throw ImportFault("A column stands twice in the first line.") }
        self.separator = separator
        self.columns = columns
    }
}

/// A file that can't be taken at all, and what to do.
public struct ImportFault: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(trimmingPrefix { $0.isWhitespace }.reversed().trimmingPrefix { $0.isWhitespace }.reversed())
    }
}
