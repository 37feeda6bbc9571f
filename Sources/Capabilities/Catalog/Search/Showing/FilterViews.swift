import Civic
import Markup
import Web

/// The filters of a search: a form that works without scripts, and a way to drop each one that is chosen.
struct FilterViews {
    let texts: Texts
    let results: SearchResults
    let address: SearchAddress

    /// A value that can be chosen.
    struct Choice: Equatable {
        let value: String
        let words: String
        let count: Int
    }

    var html: HTML {
        let parts = SearchFilter.Part.allCases.map { ($0, choices($0)) }.filter { isOffered($0.0, $0.1) }
        guard !parts.isEmpty else { return HTML() }
        return """
            \(when: results.filter != SearchFilter(), chosen)\
            <details class="filters"><summary>\(texts["search.filters"])</summary>
            <form action="\(texts.address("/buscar"))" method="get">
            <input type="hidden" name="q" value="\(results.query.text)">
            \(when: results.query.isLiteral, "<input type=\"hidden\" name=\"exacta\" value=\"1\">\n")\
            <div class="choices">
            \(each: parts, { control($0.0, $0.1) })</div>
            <button class="button">\(texts["search.filters.apply"])</button>
            </form></details>

            """
    }

    /// The values of a part with what each would leave, the most first. What is chosen is there even when it leaves nothing.
    func choices(_ part: SearchFilter.Part) -> [Choice] {
        var counts = results.facets[part] ?? [:]
        if part == .commune, !counts.isEmpty || results.filter[.commune] != nil {
            // A comuna lists all of its places, whether they answer or not.
            for value in results.book.names[.commune]?.keys.sorted() ?? [] { counts[value] = counts[value] ?? 0 }
        }
        if let chosen = results.filter[part] { counts[chosen] = counts[chosen] ?? 0 }
        let choices = counts.map { Choice(value: $0.key, words: words(part, $0.key), count: $0.value) }
        if part == .commune { return choices.sorted { ($0.words.folded, $0.value) < ($1.words.folded, $1.value) } }
        return choices.sorted { ($1.count, $0.words.folded) < ($0.count, $1.words.folded) }
    }

    /// One way only is none, unless it is chosen.
    private func isOffered(_ part: SearchFilter.Part, _ choices: [Choice]) -> Bool {
        if results.filter[part] != nil { return true }
        return part == .free ? (choices.first?.count ?? 0) > 0 && (choices.first?.count ?? 0) < results.shown.count : choices.count > 1
    }

    private func control(_ part: SearchFilter.Part, _ choices: [Choice]) -> HTML {
        if part == .free {
            let words = counted(Choice(value: SearchFilter.yes, words: label(part), count: choices.first?.count ?? 0))
            return """
                <label class="choice"><input type="checkbox" name="\(part.rawValue)" value="\(SearchFilter.yes)"\
                \(Attribute("checked", if: results.filter[.free] != nil))> <span>\(words)</span></label>

                """
        }
        return """
            <div class="field"><label for="\(part.rawValue)">\(label(part))</label>
            <select id="\(part.rawValue)" name="\(part.rawValue)">
            <option value="">\(texts["search.filters.any"])</option>
            \(each: choices, { choice in
                "<option value=\"\(choice.value)\"\(Attribute("selected", if: choice.value == results.filter[part]))>\(counted(choice))</option>\n"
            })</select></div>

            """
    }

    private func counted(_ choice: Choice) -> String {
        choice.count == 0 ? choice.words : texts("search.filters.counted", ["words": choice.words, "count": texts.number(choice.count)])
    }

    private var chosen: HTML {
        """
        <ul class="chips" aria-label="\(texts["search.filters.chosen"])">
        \(each: SearchFilter.Part.allCases.filter { results.filter[$0] != nil }, { chip($0) })</ul>

        """
    }

    private func chip(_ part: SearchFilter.Part) -> HTML {
        let words = part == .free ? label(part) : words(part, results.filter[part] ?? "")
        return """
            <li><a href="\(address(results.filter.without(part)))" aria-label="\(texts("search.filters.drop", ["words": words]))">\
            \(words)<span aria-hidden="true"> ×</span></a></li>

            """
    }

    private func label(_ part: SearchFilter.Part) -> String {
        switch part {
        case .kind: texts["search.filters.kind"]
        case .topic: texts["search.filters.topic"]
        case .institution: texts["search.filters.institution"]
        case .medium: texts["search.filters.medium"]
        case .free: texts["search.filters.free"]
        case .commune: texts["search.filters.commune"]
        }
    }

    private func words(_ part: SearchFilter.Part, _ value: String) -> String {
        switch part {
        case .kind: SearchFilter.Kind(rawValue: value).map(kind) ?? value
        case .medium: Steps.Medium(rawValue: value).map(texts.medium) ?? value
        case .free: texts["search.filters.free"]
        case .topic, .institution, .commune: results.book.names[part]?[value] ?? value
        }
    }

    private func kind(_ kind: SearchFilter.Kind) -> String {
        switch kind {
        case .sheets: texts["search.kinds.sheets"]
        case .lifeEvents: texts["search.kinds.lifeEvents"]
        case .places: texts["search.kinds.places"]
        }
    }
}
