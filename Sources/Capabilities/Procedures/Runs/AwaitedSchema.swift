import Storage

extension Migration {
    /// Since when a filed case asks something of its person: whoever reads the case sees who owes the next step.
    static let awaitedAnswers = Migration(
        "awaited answers",
        [
            .add(.int("awaited").open.optional.check("awaited IS NULL OR filed IS NOT NULL"), to: "procedure_run"),
            // The comuna whose office decides, of a local service.
            .add(.text("place").open.optional.check("place IS NULL OR (filed IS NOT NULL AND length(place) = 5)"), to: "procedure_run"),
            // Whatever somebody signed is notified, a grant too (Ley 19.880, art. 45).
            .run("DROP INDEX procedure_run_unnotified"),
            .run("CREATE INDEX procedure_run_unnotified ON procedure_run (decided) WHERE notified IS NULL AND decider IS NOT NULL"),
        ])
}
