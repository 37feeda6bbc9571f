import Storage

extension Migration {
    /// What somebody was typing when their session ended, for a day: no answer of the run, and the last one alone.
    static let typedAnswers = Migration(
        "typed answers",
        [
            .create(
                Table(
                    "procedure_typed",
                    [
                        .id(), .int("procedure").open.unique.references("procedure_run"), .subject("subject", "person"),
                        .text("question").open, .int("place").open.optional, .secret("fields"), .int("at").open,
                    ])),
            .run("CREATE INDEX procedure_typed_at ON procedure_typed (at)"),
        ])
}
