import Storage

extension Migration {
    /// The register of breaches: what was reached by whom and when it was known; and whose data, as long as they are known here.
    static let breaches = Migration(
        "breaches",
        [
            .create(
                Table(
                    "breach",
                    [
                        .id(), .text("code").unique.check("length(code) = 8"),
                        .text("cause").check("cause IN ('account', 'session', 'institution', 'unmerging', 'glass')"), .int("reference"),
                        .int("from_at"), .int("to_at"), .int("known"), .int("alert_due").optional, .int("report_due").optional,
                        .int("reached").check("reached >= 0"), .int("reads").check("reads >= 0"), .int("opened"),
                        .int("letters").optional, .int("is_certain").check("is_certain IN (0, 1)"), .int("act").references("act"),
                    ],
                    constraints: ["CHECK (to_at >= from_at)", "CHECK (report_due IS NULL OR report_due >= known)"])),
            .create(
                Table(
                    "breach_reach",
                    [
                        .id(), .int("breach").references("breach").open, .subject("subject", "person"), .text("fields").open,
                        .int("reads").open.check("reads > 0"), .int("first").open, .int("last").open,
                    ],
                    constraints: ["UNIQUE (breach, subject)"])),
            .run("CREATE INDEX breach_reach_subject ON breach_reach (subject)"),
            .run("CREATE INDEX breach_known ON breach (known)"),
        ])
}
