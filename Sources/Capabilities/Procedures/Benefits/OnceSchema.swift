import Storage

extension Migration {
    /// What a person has once: 1 for a benefit of which there is never a second one beside it.
    static let onceEach = Migration(
        "once each",
        [
            .add(.int("single").open.optional.check("single IS NULL OR single = 1"), to: "procedure_benefit"),
            .run(
                """
                CREATE UNIQUE INDEX procedure_benefit_single ON procedure_benefit (service, subject)
                WHERE single = 1 AND status <> 'ended'
                """),
        ])
}
