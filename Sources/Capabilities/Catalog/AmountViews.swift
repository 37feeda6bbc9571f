import Civic
import Markup
import Web

/// Values of the day with their dates and their sources; announced ones; earlier ones folded away. Nothing without its date.
struct AmountViews {
    let texts: Texts
    let sheet: ServiceSheet
    let today: Day

    var section: HTML {
        let amounts = Amounts(sheet.amounts, on: today)
        guard !amounts.isEmpty else { return HTML() }
        return """
            <h2 id="montos">\(texts("amounts.title", ["day": texts.short(today)]))</h2>
            \(when: !amounts.current.isEmpty, table(amounts.current))\
            \(each: sheet.isOpen ? amounts.missing : [], { "<p class=\"notice\">\($0): \(texts["amounts.missing"])</p>\n" })\
            \(when: !amounts.coming.isEmpty, "<h3>\(texts["amounts.coming"])</h3>\n\(table(amounts.coming))")\
            \(when: !amounts.earlier.isEmpty, "<details><summary>\(texts["amounts.earlier"])</summary>\n\(table(amounts.earlier))</details>\n")
            """
    }

    private func table(_ amounts: [DatedAmount]) -> HTML {
        """
        <ul class="amounts">
        \(each: amounts, { amount in
            """
            <li><span class="what"\(texts.lang())>\(amount.label)\(with: amount.ages, { ", \(ages($0))" })</span> \
            <strong>\(texts.money(amount.money))</strong>\(with: amount.condition, { " <span\(texts.lang())>\($0)</span>" }) \
            <span class="quiet">\(dates(amount))\(with: source(amount), { ". \(texts["amounts.source"]) \(named($0))" })</span></li>

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

    private func source(_ amount: DatedAmount) -> Source? {
        amount.source.flatMap { id in sheet.sources.first { $0.id == id } }
    }

    private func named(_ source: Source) -> HTML {
        guard let url = source.url else { return HTML(text: source.name) }
        return "<a href=\"\(url)\" rel=\"external\">\(source.name)</a>"
    }
}
