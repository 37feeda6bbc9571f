import Storage

extension Migration {
    /// What nobody can begin any more, by whom and why, and who opened it again. Nothing under way is touched by it.
    static let retirements = Migration(
        "retired services",
        [
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
}
