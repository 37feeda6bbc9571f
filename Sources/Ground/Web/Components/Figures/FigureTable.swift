import Civic
import Markup

extension Figures {
    /// A table of names and one number each; groups have a row of their own.
    func table(_ words: Words, _ groups: [(title: String?, rows: [(name: String, value: Double?)])]) -> HTML {
        """
        <thead><tr><th scope="col">\(words.category)</th><th scope="col" class="number">\(words.measure)</th></tr></thead>
        \(each: groups, { group in
            """
            <tbody>\(with: group.title, { "<tr><th scope=\"rowgroup\" colspan=\"2\">\($0)</th></tr>" })
            \(each: group.rows, { "<tr><th scope=\"row\">\($0.name)</th>\(cell($0.value))</tr>\n" })</tbody>

            """
        })
        """
    }

    /// A table with a row for each period and a column for each series.
    func table(_ words: Words, periods: [String], _ series: [Series]) -> HTML {
        """
        <thead><tr><th scope="col">\(words.category)</th>\
        \(each: series, { "<th scope=\"col\" class=\"number\">\($0.name)</th>" })</tr></thead>
        <tbody>
        \(each: periods.indices, { index in
            "<tr><th scope=\"row\">\(periods[index])</th>\(each: series, { cell($0.value(index)) })</tr>\n"
        })</tbody>

        """
    }

    /// A table of places, each a link when it leads somewhere: what is small on a map is large enough here.
    func table(_ words: Words, linked rows: [(name: String, value: Double?, link: String?)]) -> HTML {
        """
        <thead><tr><th scope="col">\(words.category)</th><th scope="col" class="number">\(words.measure)</th></tr></thead>
        <tbody>
        \(each: rows, { row in
            let name: HTML = row.link.map { "<a href=\"\($0)\">\(row.name)</a>" } ?? HTML(text: row.name)
            return "<tr><th scope=\"row\">\(name)</th>\(cell(row.value))</tr>\n"
        })</tbody>

        """
    }

    private func cell(_ value: Double?) -> HTML { "<td class=\"number\">\(self.words(value))</td>" }
}
