/// A board's numbers, as its table and its file have them.
struct BoardTable: Sendable, Hashable {
    enum Cell: Sendable, Hashable {
        case words(String)
        case count(Int)
        /// Of a hundred.
        case percent(Double)
        /// Whole seconds.
        case seconds(Double)
        case decimal(Double)
        /// There is a number, and it is not told.
        case hidden
        /// There is none.
        case none
    }

    struct Column: Sendable, Hashable {
        /// What people read.
        let words: String
        /// What programs read: letters and underscores.
        let name: String
        let isNumeric: Bool

        init(_ words: String, _ name: String, isNumeric: Bool = true) {
            self.words = words
            self.name = name
            self.isNumeric = isNumeric
        }
    }

    let columns: [Column]
    let rows: [[Cell]]

    /// Comma-separated values (RFC 4180) in UTF-8: numbers as programs write them, nothing where nothing is told.
    var csv: String {
        ([columns.map(\.name)] + rows.map { $0.map(Self.plain) }).map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func plain(_ cell: Cell) -> String {
        switch cell {
        case .words(let words): words
        case .count(let count): "\(count)"
        case .percent(let value), .decimal(let value): decimal(value)
        case .seconds(let value): "\(Int(value.rounded()))"
        case .hidden, .none: ""
        }
    }

    private static func decimal(_ value: Double) -> String {
        let tenths = (value * 100).rounded() / 100
        return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
    }

    private static func quoted(_ text: String) -> String {
        text.contains { "\",\n\r".contains($0) } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
