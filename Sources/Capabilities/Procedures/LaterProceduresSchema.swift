import Storage

/// What came to the tables of procedures later, each once and in its order.
extension Migration {
    static let retiredServices = Migration(
        "retired services",
        [
            // What nobody can begin any more, by whom and why, and who opened it again. Nothing under way is touched by it.
            .create(
                Table(
                    "procedure_retirement",
                    [
                        .id(), .text("service"),
                        .text("reason").optional.check("length(reason) BETWEEN 1 AND 300"),
                        .text("author").check("length(author) BETWEEN 1 AND 300"), .int("retired"),
                        .int("reopened").optional, .text("reopener").optional,
                    ],
                    constraints: [
                        "CHECK ((reopened IS NULL) = (reopener IS NULL))", "CHECK (reopened IS NULL OR reopened >= retired)",
                    ])),
            .run("CREATE UNIQUE INDEX procedure_retirement_standing ON procedure_retirement (service) WHERE reopened IS NULL"),
        ])

    static let typedAnswers = Migration(
        "typed answers",
        [
            // What somebody was typing when their session ended, for a day: no answer of the run, and the last one alone.
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
