import Storage

extension Schema {
    /// Services as they were written, and what people do by them. Answers, data and decisions are sealed under the person's own key.
    public static let procedures = Schema(
        "procedures",
        [
            Migration(
                "procedures",
                [
                    .create(
                        Table(
                            "procedure_definition",
                            [.id(), .text("service"), .int("version"), .text("digest"), .text("source"), .int("since")],
                            constraints: ["UNIQUE (service, version)"])),
                    .create(
                        Table(
                            "procedure_run",
                            [
                                .id(), .text("code").unique.check("length(code) = 8"), .text("service"), .int("version"), .int("subject"),
                                .secret("state"), .int("revision"), .int("begun"), .int("touched"),
                                .int("interaction").references("interaction"),
                                .int("agent").optional, .int("filed").optional, .text("stage").optional, .int("stage_since").optional,
                                .int("due").optional, .text("owner").optional, .int("holder").optional, .int("paused").optional,
                                .text("outcome").optional.check("outcome IN ('granted', 'refused', 'withdrawn')"),
                                .int("provisional").check("provisional IN (0, 1)"), .secret("decision").optional, .int("decided").optional,
                                .int("decider").optional, .int("automatic").check("automatic IN (0, 1)"),
                            ],
                            constraints: [
                                "FOREIGN KEY (service, version) REFERENCES procedure_definition (service, version)",
                                "CHECK ((outcome IS NULL) = (decided IS NULL))", "CHECK (filed IS NOT NULL OR decided IS NULL)",
                                // The engine grants; whoever refuses has a name (counter-rules 5).
                                "CHECK (outcome IS NULL OR outcome <> 'refused' OR decider IS NOT NULL)",
                                "CHECK (automatic = 0 OR outcome = 'granted')",
                            ])),
                    .run("CREATE INDEX procedure_run_subject ON procedure_run (subject, touched)"),
                    .run("CREATE INDEX procedure_run_owner ON procedure_run (owner, due) WHERE owner IS NOT NULL AND decided IS NULL"),
                    .create(
                        Table(
                            "procedure_event",
                            [
                                .id(), .int("run").references("procedure_run"), .int("subject"), .text("kind"), .int("at"),
                                .int("staff").optional, .text("stage").optional, .secret("words").optional,
                            ])),
                    .run("CREATE INDEX procedure_event_run ON procedure_event (run, at)"),
                ])
        ])
}
