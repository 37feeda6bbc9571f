import Civic

/// What a sheet lists among its amounts: a value of its own, or a parameter of the store with all its dated values.
public enum AmountEntry: Sendable, Hashable {
    case own(DatedAmount)
    case series(AmountSeries)
}

/// A parameter among the amounts of a sheet. The numbers stand in the store, once.
public struct AmountSeries: Sendable, Hashable {
    public var parameter: Parameter.ID
    /// The parameter's own name when the sheet gives none.
    public var label: String?
    /// For whom or when it holds, unless the value says so itself.
    public var condition: String?
    /// Values that ended before this day are left out.
    public var since: Day?

    public init(parameter: Parameter.ID, label: String? = nil, condition: String? = nil, since: Day? = nil) {
        self.parameter = parameter
        self.label = label
        self.condition = condition
        self.since = since
    }

    /// The values of the parameter as amounts of a sheet.
    func amounts(_ parameter: Parameter) -> [DatedAmount] {
        parameter.values.filter { value in value.to.map { since ?? $0 <= $0 } ?? true }.map { value in
            DatedAmount(
                label: label ?? parameter.name.es, condition: value.condition ?? condition, ages: value.ages ?? parameter.ages,
                money: Pesos(value.amount),
                from: value.from, to: value.to, reason: value.reason, sources: value.sources, confidence: value.confidence,
                isAssumed: parameter.isAssumed)
        }
    }

    func absences(_ parameter: Parameter) -> [AmountAbsence] {
        parameter.missing.map {
            AmountAbsence(label: label ?? parameter.name.es, ages: $0.ages ?? parameter.ages, from: $0.from, to: $0.to)
        }
    }
}

/// When and for whom it is known that nobody has stated an amount.
public struct AmountAbsence: Sendable, Hashable {
    public var label: String
    public var ages: AgeBand?
    /// Nil when it was never stated.
    public var from: Day?
    public var to: Day?

    public func holds(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
}

extension ServiceSheet {
    /// The amounts that the sheet states itself.
    public var ownAmounts: [DatedAmount] {
        amounts.compactMap { if case .own(let amount) = $0 { amount } else { nil } }
    }

    var series: [AmountSeries] {
        amounts.compactMap { if case .series(let series) = $0 { series } else { nil } }
    }

    /// Every parameter that the sheet names, among its amounts or in a sentence.
    public var parameters: Set<Parameter.ID> {
        let conditions = ownAmounts.map(\.condition) + series.map(\.condition)
        let sentences =
            requirements + documents + Steps.Medium.allCases.flatMap { steps[$0] } + (conditions + [goodToKnow]).compactMap { $0 }
        return Set(series.map(\.parameter) + sentences.flatMap { Sentence($0).parameters })
    }
}

extension SheetReading {
    /// All amounts of the sheet, those of parameters with their dates, in the order of the sheet.
    public var amounts: [DatedAmount] {
        sheet.amounts.flatMap { entry -> [DatedAmount] in
            switch entry {
            case .own(let amount): [amount]
            case .series(let series): parameters[series.parameter].map(series.amounts) ?? []
            }
        }
    }

    /// What is known to be missing; all of a parameter that is not in the store.
    public var absences: [AmountAbsence] {
        sheet.series.flatMap { series in
            parameters[series.parameter].map(series.absences)
                ?? [AmountAbsence(label: series.label ?? series.parameter.description)]
        }
    }
}
