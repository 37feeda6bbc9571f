import Storage

extension Schema {
    /// Sessions of browsers. The token that a browser holds is not here, only its digest.
    public static let sessions = Schema(
        "sessions",
        [
            Migration(
                "sessions",
                [
                    .create(
                        Table(
                            "session",
                            [
                                .id(), .bytes("digest").open.unique, .int("actor_kind").open.check("actor_kind BETWEEN 1 AND 2"),
                                .subject("person", "person").optional, .int("staff").open.optional,
                                .int("assurance").open.check("assurance BETWEEN 0 AND 3"), .secret("program").optional, .int("made").open,
                                .int("seen").open, .int("ends").open, .int("closed").open.optional,
                            ],
                            constraints: [
                                "CHECK ((actor_kind = 1) = (person IS NOT NULL))", "CHECK ((actor_kind = 2) = (staff IS NOT NULL))",
                                "CHECK (ends > made)",
                            ])),
                    .run("CREATE INDEX session_person ON session (person) WHERE closed IS NULL AND person IS NOT NULL"),
                    .run("CREATE INDEX session_staff ON session (staff) WHERE closed IS NULL AND staff IS NOT NULL"),
                    .run("CREATE INDEX session_ends ON session (ends)"),
                ])
        ])
}
