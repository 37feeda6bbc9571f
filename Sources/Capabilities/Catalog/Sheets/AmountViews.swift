import Civic
import Markup
import Web

/// Values of the day with their dates and their sources; announced ones; earlier ones folded away. Nothing without its date.
struct AmountViews {
    let texts: Texts
    /// The words of the language in which conditions are written.
    let source: Texts
    let reading: SheetReading
    let today: Day

    private var sheet: ServiceSheet { reading.sheet }

    var section: HTML {
        let amounts = Amounts(reading.amounts, absences: reading.absences, on: today)
        guard !amounts.isEmpty else { return HTML() }
        return """
            <h2 id="montos">\(texts("amounts.title", ["day": texts.short(today)]))</h2>
            \(when: !amounts.current.isEmpty, table(amounts.current))\
            \(each: sheet.isOpen ? amounts.missing : [], missing)\
            \(when: !amounts.coming.isEmpty, "<h3>\(texts["amounts.coming"])</h3>\n\(table(amounts.coming))")\
            \(when: !amounts.earlier.isEmpty, "<details><summary>\(texts["amounts.earlier"])</summary>\n\(table(amounts.earlier))</details>\n")
            """
    }

    private func missing(_ missing: MissingAmount) -> HTML {
        "<p class=\"notice\">\(texts.content(missing.label))\(with: missing.ages, { ", \(ages($0))" }): \(texts["amounts.missing"])</p>\n"
    }

    private func table(_ amounts: [DatedAmount]) -> HTML {
        """
        <ul class="amounts">
        \(each: amounts, { amount in
            """
            <li><span class="what">\(texts.content(amount.label))\(with: amount.ages, { ", \(ages($0))" })</span> \
            <strong>\(texts.money(amount.money))</strong>\(with: condition(amount), { " <span\(texts.lang())>\($0)</span>" }) \
            <span class="quiet">\(dates(amount))\(with: sources(amount), { ". \(texts["amounts.source"]) \($0)" })\(with: doubt(amount), { ". <b>\($0)</b>" })</span></li>

            """
        })</ul>

        """
    }

    private func ages(_ band: AgeBand) -> String {
        guard let last = band.to else { return texts("amounts.ages.from", ["from": "\(band.from)"]) }
        return texts("amounts.ages.between", ["from": "\(band.from)", "to": "\(last)"])
    }

    private func dates(_ amount: DatedAmount) -> String {
        guard let last = amount.to else { return texts("amounts.from", ["from": texts.short(amount.from)]) }
        return texts("amounts.between", ["from": texts.short(amount.from), "to": texts.short(last)])
    }

    /// A limit in a condition is the one that holds when the amount begins.
    private func condition(_ amount: DatedAmount) -> String? {
        amount.condition.map(FilledSentences(texts: source, parameters: reading.parameters, day: amount.from).plain)
    }

    private func sources(_ amount: DatedAmount) -> HTML? {
        let sources = amount.sources + sheet.sources.filter { $0.id == amount.source }
        guard let first = sources.first else { return nil }
        return "\(named(first))\(each: sources.dropFirst(), { "; \(named($0))" })"
    }

    /// What must be said before somebody counts on it.
    private func doubt(_ amount: DatedAmount) -> String? {
        if amount.isAssumed { return texts["amounts.assumed"] }
        guard amount.confidence == .low else { return nil }
        return amount.to.map { $0 < today } == true ? texts["amounts.unsure.past"] : texts["amounts.unsure"]
    }

    private func named(_ source: Source) -> HTML {
        guard let url = source.url else { return HTML(text: source.name) }
        return "<a href=\"\(url)\" rel=\"external\">\(source.name)</a>"
    }
}
