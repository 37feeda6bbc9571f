import Storage

extension Schema {
    /// When demand was led elsewhere, why, and how many people took which other way.
    public static let diversions = Schema(
        "diversions",
        [
            Migration(
                "diversions",
                [
                    .create(
                        Table(
                            "diversion_rule",
                            [
                                .id(), .int("point"), .int("minutes").check("minutes BETWEEN 5 AND 480"), .text("offers"),
                                .int("other_point").optional, .int("author"), .int("made"), .int("ended").optional,
                            ],
                            constraints: ["CHECK (other_point IS NULL OR other_point <> point)", "CHECK (length(offers) > 0)"])),
                    .run("CREATE UNIQUE INDEX diversion_rule_open ON diversion_rule (point) WHERE ended IS NULL"),
                    .create(
                        Table(
                            "diversion",
                            [
                                .id(), .int("point"), .text("cause").check("cause IN ('hand', 'wait', 'closed')"), .text("offers"),
                                .int("other_point").optional, .int("author").optional,
                                .int("rule").optional.references("diversion_rule"), .int("began"), .int("ended").optional,
                                .int("ender").optional,
                            ],
                            constraints: [
                                "CHECK (other_point IS NULL OR other_point <> point)", "CHECK (length(offers) > 0)",
                                "CHECK ((cause = 'hand') = (author IS NOT NULL))", "CHECK ((cause = 'hand') = (rule IS NULL))",
                                "CHECK (ender IS NULL OR ended IS NOT NULL)", "CHECK (ended IS NULL OR ended >= began)",
                            ])),
                    .run("CREATE UNIQUE INDEX diversion_open ON diversion (point) WHERE ended IS NULL"),
                    .run("CREATE INDEX diversion_point ON diversion (point, began)"),
                    .create(
                        Table(
                            "diversion_use",
                            [
                                .id(), .int("diversion").references("diversion"), .int("interaction").references("interaction").unique,
                                .text("offer"),
                            ])),
                    .run("CREATE INDEX diversion_use_diversion ON diversion_use (diversion, offer)"),
                ])
        ])
}
