import Storage

extension Migration {
    /// What jobs take page after page is read in its order, however much waits on one day.
    static let rounds = Migration(
        "rounds in pages",
        [
            .run("DROP INDEX procedure_benefit_next"),
            .run("CREATE INDEX procedure_benefit_next ON procedure_benefit (next, id) WHERE status <> 'ended'"),
            .run("DROP INDEX procedure_run_due"),
            .run("CREATE INDEX procedure_run_due ON procedure_run (due, id) WHERE overdue IS NULL AND due IS NOT NULL AND paused IS NULL"),
            .run("DROP INDEX procedure_run_provisional"),
            .run(
                """
                CREATE INDEX procedure_run_provisional ON procedure_run (COALESCE(tried, 0), filed, id)
                WHERE provisional = 1 AND decided IS NULL
                """),
        ])
}
