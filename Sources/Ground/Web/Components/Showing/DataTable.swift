import Markup

/// Figures in rows and columns, with a caption that says what they are. On a narrow screen the table scrolls in its own frame, which can
/// take the focus so that a keyboard can scroll it (WCAG 2.1.1), and the page stays where it is; a table of many columns is better `stacked`:
/// each row a block, each cell after its column's name, and those that are empty left out.
public enum DataTable {
    /// One column.
    public struct Column: Sendable {
        public let words: String
        /// Whether its figures stand one under the other, to be compared.
        public let isNumeric: Bool

        public init(_ words: String, isNumeric: Bool = false) {
            self.words = words
            self.isNumeric = isNumeric
        }
    }

    /// The first cell of each row is its heading. Cells beyond the columns are left out. `id` is the caption's; `isTitled` when a heading just
    /// above says the same, so that the caption is only heard.
    public static func framed(
        id: String, caption: String, columns: [Column], rows: [[HTML]], stacked: Bool = false, isTitled: Bool = false
    ) -> HTML {
        """
        <div class="scroll" role="region" tabindex="0" aria-labelledby="\(id)">
        <table\(Attribute("class", stacked ? "stacked" : nil))>
        <caption id="\(id)"\(Attribute("class", isTitled ? "sr" : nil))>\(caption)</caption>
        <thead><tr>\(each: columns, { "<th scope=\"col\"\(number($0))>\($0.words)</th>" })</tr></thead>
        <tbody>
        \(each: rows, { "<tr>\(cells($0, columns, stacked))</tr>\n" })</tbody>
        </table>
        </div>
        """
    }

    private static func cells(_ row: [HTML], _ columns: [Column], _ stacked: Bool) -> HTML {
        zip(row, columns).enumerated().map { index, pair in
            index == 0
                ? "<th scope=\"row\"\(number(pair.1))>\(pair.0)</th>"
                : "<td\(number(pair.1))\(Attribute("data-name", stacked ? pair.1.words : nil))>\(pair.0)</td>"
        }.joined()
    }

    private static func number(_ column: Column) -> Attribute { Attribute("class", column.isNumeric ? "number" : nil) }
}
