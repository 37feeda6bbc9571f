import Storage

extension Schema {
    /// What must happen after an act, outside of it; and what happens again and again.
    public static let jobs = Schema(
        "jobs",
        [
            Migration(
                "jobs",
                [
                    .create(
                        Table(
                            "job",
                            [
                                .id(), .text("kind").open.check("kind <> ''"), .text("once_key").open.optional.unique,
                                .subject("subject", "person").optional, .secret("payload"), .int("due").open,
                                .text("state").open.check("state IN ('waiting', 'running', 'dead')"),
                                .int("tries").open.check("tries >= 0"),
                                .int("lease").open.optional, .text("failure").open.optional, .int("made").open,
                                .int("act").open.references("act"),
                            ],
                            constraints: ["CHECK ((lease IS NULL) = (state <> 'running'))"])),
                    .create(
                        Table(
                            "schedule", [.id(), .text("name").unique, .int("next"), .int("last").optional],
                            constraints: ["CHECK (name <> '')"])),
                    .run("CREATE INDEX job_due ON job (due, id) WHERE state = 'waiting'"),
                    .run("CREATE INDEX job_lease ON job (lease) WHERE state = 'running'"),
                    .run("CREATE INDEX job_dead ON job (id) WHERE state = 'dead'"),
                    .run("CREATE INDEX job_subject ON job (subject) WHERE subject IS NOT NULL"),
                ])
        ])
}
