import Storage

extension Schema {
    /// What persons are told in their own place.
    public static let notices = Schema(
        "notices",
        [
            Migration(
                "notices",
                [
                    // `told` is sealed under the key of the subject: which text, with which values.
                    .create(
                        Table(
                            "notice",
                            [
                                .id(), .subject("subject", "person"), .bytes("told").open.check("length(told) > 0"), .int("made").open,
                                .int("visible").open, .int("opened").open.optional, .int("act").open.references("act"),
                            ],
                            constraints: ["CHECK (opened IS NULL OR opened >= visible)", "CHECK (visible >= made)"])),
                    // Since when nothing more is shown: the person died.
                    .create(Table("notice_stop", [.id(), .subject("subject", "person").unique, .int("since").open])),
                    .run("CREATE INDEX notice_subject ON notice (subject, id)"),
                ])
        ])
}
