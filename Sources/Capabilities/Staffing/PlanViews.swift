import Civic
import Markup
import Web

/// What is expected, what it needs, and what comes of it.
struct PlanViews {
    let texts: Texts

    func shown(_ plan: Plan, _ asked: PlanAsked, _ changed: Plan?, _ expected: [(title: String, product: ExpectedProduct)]) -> HTML {
        """
        <h2>\(texts["staffing.expected"])</h2>
        <p>\(texts("staffing.expected.day", ["people": number(plan.forecast.day), "weeks": "\(plan.forecast.weeks)"])) \(missed(plan))</p>
        \(with: plan.shown, { table(plan, $0) })
        <section aria-labelledby="resulta"><h2 id="resulta">\(texts["staffing.outcome"])</h2>
        <p>\(outcome(plan))</p>
        <p class="quiet">\(texts("staffing.outcome.how", ["days": "\(Plan.days)", "mean": minutes(plan.times.mean)]))</p>
        \(with: changed, { "<p><strong>\(tried(asked.whatIf))</strong> \(outcome($0))</p>\n" })\
        \(trying(asked))</section>
        \(when: !expected.isEmpty, products(expected, plan))
        """
    }

    private func missed(_ plan: Plan) -> String {
        guard let error = plan.forecast.error else { return texts["staffing.error.unknown"] }
        return texts("staffing.error", ["percent": number(error * 100)])
    }

    private func table(_ plan: Plan, _ shown: ClosedRange<Int>) -> HTML {
        let halves = Array(shown)
        let drawn = Figures(texts: texts).lines(
            .init(
                id: "agentes", caption: texts["staffing.agents.caption"], category: texts["staffing.half"],
                measure: texts["staffing.agents"]),
            periods: halves.map { HalfHour.text($0) },
            [
                Figures.Series(texts["staffing.needed"], halves.map { Double(plan.needed($0)) }, tone: .assisted),
                Figures.Series(texts["staffing.planned"], halves.map { Double(plan.agents[$0]) }, tone: .selfService),
            ])
        let rows: [[HTML]] = halves.map { half in
            let (needed, planned) = (plan.needed(half), plan.agents[half])
            return [
                HTML(text: HalfHour.text(half)), HTML(text: number(plan.forecast.halves[half])), HTML(text: "\(needed)"),
                HTML(text: "\(planned)"),
                planned < needed ? Tag.label(texts("staffing.short", count: needed - planned), .attention) : HTML(),
            ]
        }
        return """
            \(drawn)
            \(DataTable.framed(
                id: "medias", caption: texts["staffing.halves"],
                columns: [
                    .init(texts["staffing.half"]), .init(texts["staffing.people"], isNumeric: true), .init(texts["staffing.needed"], isNumeric: true),
                    .init(texts["staffing.planned"], isNumeric: true), .init(texts["staffing.gap"]),
                ], rows: rows))
            """
    }

    private func outcome(_ plan: Plan) -> String {
        let outcome = plan.outcome
        guard outcome.people > outcome.left else { return texts["staffing.outcome.nobody"] }
        let said = texts(
            "staffing.outcome.says",
            [
                "mean": minutes(outcome.meanWait), "ninetieth": minutes(outcome.ninetieth), "percent": number(outcome.served * 100),
                "minutes": "\(plan.target.minutes)", "target": number(plan.target.share * 100),
            ])
        return outcome.left < 0.5 ? said : said + " " + texts("staffing.outcome.left", ["people": number(outcome.left)])
    }

    private func trying(_ asked: PlanAsked) -> HTML {
        """
        <h3>\(texts["staffing.whatIf"])</h3>
        <form method="get" action="\(texts.address("/mesa/dotacion"))">
        <input type="hidden" name="lugar" value="\(asked.place.point.map { "\($0)" } ?? "lejos")">
        <input type="hidden" name="canal" value="\(asked.place.channel.number)"><input type="hidden" name="dia" value="\(asked.day.iso)">
        \(Controls.text("agentes", ControlLabel(texts["staffing.whatIf.agents"], hint: texts["staffing.whatIf.agents.hint"]), value: "\(asked.whatIf.agents)", width: .narrow))
        \(Controls.text("demanda", ControlLabel(texts["staffing.whatIf.demand"], hint: texts["staffing.whatIf.demand.hint"]), value: "\(asked.whatIf.demand)", width: .narrow))
        \(Buttons.row([Buttons.submit(texts["staffing.whatIf.do"], .second)]))
        </form>
        """
    }

    private func tried(_ whatIf: WhatIf) -> String {
        texts("staffing.tried", ["agents": signed(whatIf.agents), "demand": signed(whatIf.demand)])
    }

    /// So many products have a column of their own.
    private static let columns = 4

    private func products(_ expected: [(title: String, product: ExpectedProduct)], _ plan: Plan) -> HTML {
        let first = expected.prefix(Self.columns)
        let rows = plan.forecast.halves.indices.filter { plan.forecast.halves[$0] >= 0.05 }.map { half -> [HTML] in
            let named = first.map { $0.product.halves[half] }
            return [HTML(text: HalfHour.text(half))] + named.map { HTML(text: texts.number($0, decimals: 1)) } + [
                HTML(text: texts.number(max(0, plan.forecast.halves[half] - named.reduce(0, +)), decimals: 1))
            ]
        }
        return """
            <h2>\(texts["staffing.products"])</h2>
            <p class="quiet">\(texts["staffing.products.how"])</p>
            \(DataTable.framed(
                id: "tramites", caption: texts["staffing.products"],
                columns: [.init(texts["staffing.product"]), .init(texts["staffing.people"], isNumeric: true)],
                rows: expected.map { ["<span\(texts.lang())>\($0.title)</span>", HTML(text: number($0.product.people))] }, isTitled: true))
            \(DataTable.framed(
                id: "tramites-hora", caption: texts["staffing.products.halves"],
                columns: [.init(texts["staffing.half"])] + first.map { .init($0.title, isNumeric: true) }
                    + [.init(texts["staffing.products.others"], isNumeric: true)],
                rows: rows))
            """
    }

    private func signed(_ value: Int) -> String { value > 0 ? "+\(value)" : "\(value)" }
    private func number(_ value: Double) -> String { texts.number(value.rounded()) }

    private func minutes(_ seconds: Double) -> String {
        let whole = Int((seconds / 60).rounded())
        return whole < 1 ? texts["staffing.minutes.less"] : texts("staffing.minutes", count: whole)
    }
}
