import Storage

extension Schema {
    /// Dated parameters, and what was changed in them. That values tile days and ages is a rule in code (`Tiling`); that each stretch is well
    /// formed, and begins but once, stands here too.
    public static let parameters = Schema(
        "parameters",
        [
            Migration(
                "parameters",
                [
                    .create(parameter), .create(value), .create(change),
                    .run("CREATE UNIQUE INDEX parameter_value_once ON parameter_value (parameter, from_day, COALESCE(age_from, -1))"),
                    .run("CREATE INDEX parameter_change_code ON parameter_change (code, id)"),
                ]),
            Migration("parameters have English names", [.add(.text("name_en").optional, to: "parameter")]),
        ])

    /// `basis` is JSON: a list of laws.
    private static let parameter = Table(
        "parameter",
        [
            .id(), .text("code").unique.check("code <> ''"), .text("name").check("name <> ''"),
            .text("unit").check(
                "unit IN ('pesos', 'count', 'hours', 'days', 'businessDays', 'months', 'years', 'percent', 'uf', 'utm')"),
            .int("age_from").optional.check("age_from BETWEEN 0 AND 130"), .int("age_to").optional.check("age_to BETWEEN 0 AND 130"),
            .int("is_assumed").check("is_assumed IN (0, 1)"), .text("basis"), .text("remark").optional,
        ],
        constraints: ["CHECK (age_to IS NULL OR (age_from IS NOT NULL AND age_to >= age_from))"])

    /// A row without an amount declares that there is none. `sources` is JSON.
    private static let value = Table(
        "parameter_value",
        [
            .id(), .int("parameter").references("parameter"), .int("from_day"), .int("to_day").optional,
            .int("age_from").optional.check("age_from BETWEEN 0 AND 130"), .int("age_to").optional.check("age_to BETWEEN 0 AND 130"),
            .int("amount").optional.check("amount >= 0"), .text("terms").optional, .text("sources").optional,
            .text("confidence").optional.check("confidence IN ('high', 'medium', 'low')"), .text("reason").optional,
        ],
        constraints: [
            "CHECK (to_day IS NULL OR to_day >= from_day)",
            "CHECK (age_to IS NULL OR (age_from IS NOT NULL AND age_to >= age_from))",
            "CHECK ((amount IS NULL) = (confidence IS NULL) AND (amount IS NULL) = (sources IS NULL))",
            "CHECK (amount IS NOT NULL OR (reason IS NOT NULL AND terms IS NULL))",
        ])

    /// What stood before and after, as JSON; rows are only ever added, and the audit's entry names one of them.
    private static let change = Table(
        "parameter_change",
        [.id(), .int("act").references("act"), .text("code"), .text("was").optional, .text("became").optional],
        constraints: ["CHECK (was IS NOT NULL OR became IS NOT NULL)"])
}
