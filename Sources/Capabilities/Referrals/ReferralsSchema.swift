import Storage

extension Schema {
    /// Attentions that somebody else goes on with. Whom they concern stands with the contact and nowhere here.
    public static let referrals = Schema(
        "referrals",
        [
            Migration(
                "referrals",
                [
                    .create(
                        Table(
                            "referral",
                            [
                                .id(), .int("contact").references("interaction").unique, .int("sender"), .int("made"),
                                .int("to_point").optional, .text("to_institution").optional, .int("to_staff").optional, .int("moves"),
                                .int("holder").optional, .int("taken").optional, .int("next").references("interaction").optional.unique,
                                .int("outcome").optional, .int("ended").optional,
                            ],
                            constraints: [
                                """
                                CHECK (CASE WHEN to_point IS NULL THEN 0 ELSE 1 END + CASE WHEN to_institution IS NULL THEN 0 ELSE 1 END
                                    + CASE WHEN to_staff IS NULL THEN 0 ELSE 1 END = 1)
                                """,
                                "CHECK (holder IS NULL OR holder <> sender)", "CHECK (to_staff IS NULL OR to_staff <> sender)",
                                "CHECK ((holder IS NULL) = (taken IS NULL))", "CHECK ((holder IS NULL) = (next IS NULL))",
                                "CHECK ((outcome IS NULL) = (ended IS NULL))", "CHECK (ended IS NULL OR holder IS NOT NULL)",
                            ])),
                    .run("CREATE INDEX referral_open ON referral (made) WHERE ended IS NULL"),
                ]),
            Migration(
                "referrals know where they come from",
                [
                    .add(.int("from_point").optional, to: "referral"),
                    .run("CREATE INDEX referral_held ON referral (holder) WHERE ended IS NULL AND holder IS NOT NULL"),
                ]),
        ])
}
