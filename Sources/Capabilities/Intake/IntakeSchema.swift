import Storage

extension Schema {
    /// What came from outside: how far each load has come, what institutions reported under which names of theirs, and what they reported twice in
    /// two ways.
    public static let intake = Schema(
        "intake",
        [
            Migration(
                "loads",
                [
                    .create(
                        Table(
                            "contact_load",
                            [
                                .id(), .text("source").unique.check("source <> ''"), .int("position"),
                                .int("accepted").check("accepted >= 0"),
                                .int("refused").check("refused >= 0"), .int("began"), .int("ended").optional,
                            ],
                            constraints: ["CHECK (ended IS NULL OR ended >= began)"]))
                ]),
            Migration(
                "reports",
                [
                    .create(
                        Table(
                            "reported_contact",
                            [
                                .id(), .bytes("name_digest").unique, .bytes("content_digest"),
                                .text("institution").check("institution <> ''"),
                                .int("interaction").references("interaction"), .int("at"),
                            ])),
                    .run("CREATE INDEX reported_contact_at ON reported_contact (at)"),
                    .create(
                        Table(
                            "contact_conflict",
                            [
                                .id(), .int("interaction").references("interaction").open, .text("institution").open, .text("name").open,
                                .secret("second"), .int("at").open,
                            ])),
                    .run("CREATE INDEX contact_conflict_at ON contact_conflict (at)"),
                ]),
        ])
}
