import Definitions
import Civic

/// Reads the amounts of a sheet: its own, and parameters of the store. An amount without its first day does not load, nor a parameter that is
/// not there, and two values of one label may not hold on the same day for the same age.
struct AmountReader {
    /// Ids of the sheet's sources.
    let sources: Set<String>
    /// Nil when they could not be read.
    let parameters: [Parameter.ID: Parameter]?

    func amounts(_ file: Fields) -> [AmountEntry] {
        let read = file.list("amounts").map { fields in
            (fields, fields.node("parameter") == nil ? amount(fields).map(AmountEntry.own) : series(fields).map(AmountEntry.series))
        }
        for (index, (fields, later)) in read.enumerated() {
            for (other, (_, earlier)) in read.prefix(index).enumerated() {
                guard let twice = told(later).first(where: { told(earlier).contains(where: $0.overlaps) }) else { continue }
                fields.complain(
                    fields.node("from") == nil ? "parameter" : "from",
                    "overlaps amounts[\(other + 1)]: '\(twice.label)' would have two values on one day for the same age")
            }
        }
        return read.compactMap(\.1)
    }

    /// An entry with all its values.
    private func told(_ entry: AmountEntry?) -> [DatedAmount] {
        switch entry {
        case .own(let amount): [amount]
        case .series(let series): parameters?[series.parameter].map(series.amounts) ?? []
        case nil: []
        }
    }

    private func amount(_ fields: Fields) -> DatedAmount? {
        let label = fields.text("label")
        let condition = fields.optionalText("condition")
        let money = fields.required("pesos").flatMap { _ in fields.optionalMoney("pesos") }
        if let money, money.amount == 0 { fields.complain("pesos", "must be more than zero") }
        let days = fields.stretch(missing: "is missing: an amount needs the day from which it holds (from: 2026-09-01)")
        let source = fields.optionalText("source")
        if let source, !sources.contains(source) { fields.complain("source", "'\(source)' is not the id of one of the sheet's sources") }
        let reason = fields.optionalText("reason")
        fields.close()
        guard let label, let money, let days else { return nil }
        let amount = DatedAmount(
            label: label, condition: condition, ages: days.ages, money: money, from: days.from, to: days.to, source: source, reason: reason)
        check(condition, [amount], fields)
        return amount
    }

    private func series(_ fields: Fields) -> AmountSeries? {
        let name = fields.text("parameter")
        let (label, condition, since) = (fields.optionalText("label"), fields.optionalText("condition"), fields.optionalDay("since"))
        fields.close()
        guard let name else { return nil }
        guard let id = Parameter.ID(name) else {
            fields.complain("parameter", "'\(name)' is not a parameter of parameters/")
            return nil
        }
        let series = AmountSeries(parameter: id, label: label, condition: condition, since: since)
        guard let parameters else { return series }
        guard let parameter = parameters[id] else {
            fields.complain("parameter", "'\(name)' is not a parameter of parameters/")
            return nil
        }
        guard parameter.unit == .pesos else {
            fields.complain("parameter", "'\(name)' is counted in \(parameter.unit.rawValue), and an amount is in pesos")
            return nil
        }
        check(condition, series.amounts(parameter), fields)
        return series
    }

    /// A limit in a condition is shown as it stands when the amount begins, so it must stay as it is while the amount holds.
    private func check(_ condition: String?, _ amounts: [DatedAmount], _ fields: Fields) {
        guard let condition else { return }
        MentionReader(parameters: parameters).check([condition], fields, "condition")
        for limit in Sentence(condition).parameters.compactMap({ parameters?[$0] }) where limit.ages == nil {
            for amount in amounts where amount.condition == condition {
                guard let value = limit.value(on: amount.from), let end = value.to, amount.to.map({ end < $0 }) ?? true else { continue }
                fields.complain(
                    "condition", "'\(limit.id)' changes on \(end.adding(days: 1).iso), while the amount of \(amount.from.iso) holds")
            }
        }
    }
}
