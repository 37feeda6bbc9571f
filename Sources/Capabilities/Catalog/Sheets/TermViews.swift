import Civic
import Markup
import Web

/// The times of a sheet as people read them: how long the answer takes, when it can be asked for, how long it is valid.
struct TermViews {
    let texts: Texts
    let today: Day

    func facts(of sheet: ServiceSheet) -> HTML {
        let terms: [(String, StatedTerm?)] = [
            (texts["sheet.answer"], sheet.answer), (texts["sheet.period"], sheet.period), (texts["sheet.validity"], sheet.validity),
            (texts["sheet.collection"], sheet.collection),
        ]
        return "\(terms.compactMap { name, term in term.map { fact(name, $0) } })"
    }

    private func fact(_ name: String, _ term: StatedTerm) -> HTML {
        """
        <div><dt>\(name)</dt><dd>\(with: days(term), { "\($0) " })\(texts.content(term.text))\(when: term.isLegal, " <span class=\"quiet\">\(texts["sheet.term.legal"])</span>")</dd></div>

        """
    }

    /// The days between which it holds, and where today stands to them.
    private func days(_ term: StatedTerm) -> HTML? {
        guard let moment = term.moment(on: today) else { return nil }
        let words =
            switch (term.from, term.to) {
            case (let from?, let to?): texts("sheet.term.between", ["from": texts.short(from), "to": texts.short(to)])
            case (let from?, nil): texts("sheet.term.from", ["from": texts.short(from)])
            case (_, let to): texts("sheet.term.to", ["to": to.map(texts.short) ?? ""])
            }
        let tag: HTML? =
            switch (moment, term.to) {
            case (.before, _): Tag.label(texts["sheet.term.before"], .info)
            case (.during, _?): Tag.label(texts["sheet.term.during"], .done)
            case (.during, nil): nil
            case (.after, _): Tag.label(texts["sheet.term.after"], .attention)
            }
        return "\(words)\(with: tag, { " \($0)" })<br>"
    }
}
