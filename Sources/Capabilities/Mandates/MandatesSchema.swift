import Storage

extension Schema {
    /// Who acts for whom: mandates and the family.
    public static let mandates = Schema(
        "mandates",
        [
            Migration(
                "mandates",
                [
                    .create(mandate), .create(kinship),
                    .run("CREATE INDEX mandate_grantor ON mandate (grantor)"),
                    .run("CREATE INDEX mandate_lookup ON mandate (number_lookup) WHERE ended IS NULL"),
                    .run("CREATE INDEX mandate_grantee ON mandate (grantee) WHERE grantee IS NOT NULL"),
                    .run("CREATE INDEX mandate_waiting ON mandate (id) WHERE begun IS NULL AND ended IS NULL AND recorder IS NOT NULL"),
                    .run("CREATE INDEX kinship_parent ON kinship (parent)"),
                ])
        ])

    /// `paper` is sealed under the key of the grantor. The two of the staff are never one, and nobody acts for themselves.
    private static let mandate = Table(
        "mandate",
        [
            .id(), .subject("grantor", "person"), .secret("number"), .lookup("number_lookup", of: "number"),
            .int("grantee").open.optional.references("person"),
            .text("instrument").open.check("instrument IN ('own', 'social-worker', 'notarial-letter', 'public-deed', 'court-order')"),
            .bytes("paper").open.optional, .int("recorder").open.optional, .int("confirmer").open.optional, .int("made").open,
            .int("begun").open.optional, .int("until").open, .int("ended").open.optional,
            .text("ending").open.optional.check("ending IN ('revoked', 'renounced', 'declined', 'rejected', 'death')"),
            .int("dead").open.optional.references("person"),
        ],
        constraints: [
            "CHECK ((instrument = 'own') = (recorder IS NULL))", "CHECK ((instrument = 'own') = (paper IS NULL))",
            "CHECK (confirmer IS NULL OR (recorder IS NOT NULL AND confirmer <> recorder))",
            "CHECK (grantee IS NULL OR grantee <> grantor)",
            "CHECK (begun IS NULL OR (recorder IS NULL AND grantee IS NOT NULL) OR confirmer IS NOT NULL)", "CHECK (until > made)",
            "CHECK ((ended IS NULL) = (ending IS NULL))", "CHECK ((dead IS NOT NULL) = (ending IS NOT NULL AND ending = 'death'))",
        ])

    /// Parents as the register told them. `barred` since a court took it from them.
    private static let kinship = Table(
        "kinship",
        [
            .id(), .subject("child", "person"), .int("parent").open.references("person"), .int("from_day").open, .int("until_day").open,
            .int("barred").open.optional, .int("dead").open.optional.references("person"), .text("source").open, .int("told").open,
        ],
        constraints: ["UNIQUE (child, parent)", "CHECK (child <> parent)", "CHECK (until_day > from_day)"])
}
