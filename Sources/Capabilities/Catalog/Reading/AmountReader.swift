import Civic

/// Reads the dated amounts of a sheet. An amount without its first day does not load, and two values of one series may not hold
/// on the same day for the same age.
struct AmountReader {
    /// Ids of the sheet's sources.
    let sources: Set<String>

    func amounts(_ file: Fields) -> [DatedAmount] {
        let read = file.list("amounts").map { ($0, amount($0)) }
        for (index, (fields, later)) in read.enumerated() {
            guard let later else { continue }
            for (other, (_, earlier)) in read.prefix(index).enumerated() {
                guard let earlier, later.overlaps(earlier) else { continue }
                fields.complain(
                    "from", "overlaps amounts[\(other + 1)]: '\(later.label)' would have two values on one day for the same age")
            }
        }
        return read.compactMap(\.1)
    }

    private func amount(_ fields: Fields) -> DatedAmount? {
        let label = fields.text("label")
        let condition = fields.optionalText("condition")
        let ages = fields.optionalFields("ages").flatMap(self.ages)
        let money = fields.required("pesos").flatMap { _ in fields.optionalMoney("pesos") }
        if let money, money.amount == 0 { fields.complain("pesos", "must be more than zero") }
        let from = fields.day("from", missing: "is missing: an amount needs the day from which it holds (from: 2026-09-01)")
        let to = fields.optionalDay("to")
        if let from, let to, to < from { fields.complain("to", "is before 'from'") }
        let source = fields.optionalText("source")
        if let source, !sources.contains(source) { fields.complain("source", "'\(source)' is not the id of one of the sheet's sources") }
        let reason = fields.optionalText("reason")
        fields.close()
        guard let label, let money, let from else { return nil }
        return DatedAmount(
            label: label, condition: condition, ages: ages, money: money, from: from, to: to, source: source, reason: reason)
    }

    private func ages(_ fields: Fields) -> AgeBand? {
        let from = fields.integer("from")
        let to = fields.optionalInteger("to")
        fields.close()
        guard let from else { return nil }
        if let band = AgeBand(from: from, to: to) { return band }
        fields.complain("from", "ages run from the lower to the higher, between 0 and 130")
        return nil
    }
}
