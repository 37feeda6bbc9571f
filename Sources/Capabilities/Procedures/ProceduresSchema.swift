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
                                .id(), .text("code").open.unique.check("length(code) = 8"), .text("service").open, .int("version").open,
                                .subject("subject", "person"),
                                .secret("state"), .int("revision").open, .int("begun").open, .int("touched").open,
                                .int("interaction").open.references("interaction"),
                                .int("agent").open.optional, .int("filed").open.optional, .text("stage").open.optional,
                                .int("stage_since").open.optional,
                                .int("due").open.optional, .text("owner").open.optional, .int("holder").open.optional,
                                .int("paused").open.optional,
                                .text("outcome").open.optional.check("outcome IN ('granted', 'refused', 'withdrawn')"),
                                .int("provisional").open.check("provisional IN (0, 1)"), .secret("decision").optional,
                                .int("decided").open.optional,
                                .int("decider").open.optional, .int("automatic").open.check("automatic IN (0, 1)"),
                                .int("appealed").open.optional, .int("appeal_answered").open.optional,
                                // Days: of the notification, and of what was done about a term that passed.
                                .int("notified").open.optional, .int("overdue").open.optional, .int("denounced").open.optional,
                                .int("certified").open.optional,
                            ],
                            constraints: [
                                "FOREIGN KEY (service, version) REFERENCES procedure_definition (service, version)",
                                "CHECK ((outcome IS NULL) = (decided IS NULL))", "CHECK (filed IS NOT NULL OR decided IS NULL)",
                                // The engine grants; whoever refuses has a name (counter-rules 5).
                                "CHECK (outcome IS NULL OR outcome <> 'refused' OR decider IS NOT NULL)",
                                "CHECK (automatic = 0 OR outcome = 'granted')", "CHECK (appealed IS NULL OR decided IS NOT NULL)",
                                "CHECK (appeal_answered IS NULL OR appealed IS NOT NULL)",
                                "CHECK (denounced IS NULL OR overdue IS NOT NULL)", "CHECK (certified IS NULL OR overdue IS NOT NULL)",
                            ])),
                    .run("CREATE INDEX procedure_run_subject ON procedure_run (subject, touched)"),
                    .run("CREATE INDEX procedure_run_provisional ON procedure_run (filed) WHERE provisional = 1 AND decided IS NULL"),
                    .run(
                        "CREATE INDEX procedure_run_due ON procedure_run (due) WHERE overdue IS NULL AND due IS NOT NULL AND paused IS NULL"
                    ),
                    .create(
                        Table(
                            "procedure_queue", [.id(), .text("owner"), .int("staff"), .int("since")],
                            constraints: ["UNIQUE (owner, staff)"])),
                    .run("CREATE INDEX procedure_run_unnotified ON procedure_run (decided) WHERE outcome = 'refused' AND notified IS NULL"),
                    // What a month signed and what its appeals undid is counted from these alone.
                    .run("CREATE INDEX procedure_run_signed ON procedure_run (decided, outcome, appealed) WHERE automatic = 0"),
                    .run(
                        "CREATE INDEX procedure_run_answered ON procedure_run (appeal_answered, outcome) WHERE appeal_answered IS NOT NULL"
                    ),
                    .run("CREATE INDEX procedure_run_owner ON procedure_run (owner, due) WHERE owner IS NOT NULL"),
                    .create(
                        Table(
                            "procedure_event",
                            [
                                .id(), .int("procedure").open.references("procedure_run"), .subject("subject", "person"),
                                .text("kind").open, .int("at").open,
                                .int("staff").open.optional, .text("stage").open.optional, .secret("words").optional,
                            ])),
                    .run("CREATE INDEX procedure_event_run ON procedure_event (procedure, at)"),
                    .create(
                        Table(
                            "procedure_document",
                            [
                                .id(), .int("procedure").open.references("procedure_run"), .subject("subject", "person"),
                                .text("code").open.unique.check("length(code) = 8"), .text("service").open, .text("document").open,
                                .text("kind").open, .secret("body"), .text("digest").open, .text("signature").open, .int("issued").open,
                                .int("expires").open.optional, .int("revoked").open.optional,
                            ])),
                    // One paper of each kind stands; those that it replaced are withdrawn.
                    .run(
                        "CREATE UNIQUE INDEX procedure_document_standing ON procedure_document (procedure, document) WHERE revoked IS NULL"),
                    .create(
                        Table(
                            "procedure_benefit",
                            [
                                .id(), .int("procedure").open.unique.references("procedure_run"), .subject("subject", "person"),
                                .text("service").open,
                                .text("status").open.check("status IN ('active', 'suspended', 'ended')"), .int("since").open,
                                .secret("body"), .int("next").open,
                            ])),
                    .run("CREATE INDEX procedure_benefit_next ON procedure_benefit (next) WHERE status <> 'ended'"),
                    .create(
                        Table(
                            "procedure_measure",
                            [
                                .id(), .int("benefit").open.references("procedure_benefit"), .subject("subject", "person"),
                                .text("kind").open.check("kind IN ('raise', 'lower', 'suspend', 'restart', 'end')"), .secret("body"),
                                .int("made").open, .int("settled").open.optional, .int("decider").open.optional,
                                .text("outcome").open.optional.check("outcome IN ('taken', 'dropped')"),
                                .int("appealed").open.optional, .int("appeal_answered").open.optional,
                                .int("appeal_decider").open.optional,
                            ],
                            constraints: [
                                "CHECK (appealed IS NULL OR (outcome = 'taken' AND decider IS NOT NULL))",
                                "CHECK (appeal_answered IS NULL OR appealed IS NOT NULL)",
                                "CHECK ((appeal_answered IS NULL) = (appeal_decider IS NULL))",
                                // Another than who signed it looks at it again.
                                "CHECK (appeal_decider IS NULL OR appeal_decider <> decider)",
                                "CHECK ((outcome IS NULL) = (settled IS NULL))",
                                // What is against the person is signed by somebody (counter-rules 5).
                                "CHECK (outcome IS NULL OR decider IS NOT NULL OR kind IN ('raise', 'restart'))",
                            ])),
                    .run("CREATE UNIQUE INDEX procedure_measure_open ON procedure_measure (benefit) WHERE settled IS NULL"),
                    // Found by keyed digests: by trying all numbers nobody finds one.
                    .create(
                        Table(
                            "external_case",
                            [
                                .id(), .text("institution").open, .bytes("number_digest").open.unique, .secret("number"),
                                .subject("subject", "person"), .int("begun").open,
                            ])),
                    .run("CREATE INDEX external_case_subject ON external_case (subject)"),
                    .create(
                        Table(
                            "external_event",
                            [
                                .id(), .int("external_case").open.references("external_case"), .subject("subject", "person"),
                                .bytes("name_digest").open.unique,
                                .text("status").open.check(
                                    "status IN ('received', 'underWay', 'awaiting', 'granted', 'refused', 'closed')"),
                                .int("at").open, .int("told").open, .secret("body"), .bytes("body_digest").open,
                                // One that took its place; what was told first stays, and is shown as corrected.
                                .int("corrects").open.optional.unique.references("external_event"),
                            ])),
                    .run("CREATE INDEX external_event_case ON external_event (external_case, at)"),
                    .create(
                        Table(
                            "procedure_offer",
                            [.id(), .text("service").open, .subject("subject", "person"), .int("at").open],
                            constraints: ["UNIQUE (service, subject)"])),
                    .create(Table("procedure_signer", [.id(), .secret("key"), .text("public"), .int("since")])),
                ]),
            Migration(
                "preparations",
                [
                    .create(
                        Table(
                            "procedure_preparation",
                            [
                                .id(), .text("institution").open, .bytes("number_digest").open.unique, .bytes("content_digest").open,
                                .text("service").open, .subject("subject", "person"), .int("prepared").open,
                                // The last day on which it is offered.
                                .int("ends").open, .int("declined").open.optional,
                                .int("run").open.optional.references("procedure_run"), .secret("answers"),
                            ], constraints: ["CHECK (declined IS NULL OR run IS NULL)"])),
                    .run(
                        """
                        CREATE INDEX procedure_preparation_waiting ON procedure_preparation (subject)
                        WHERE declined IS NULL AND run IS NULL
                        """),
                ]),
            Migration(
                "notified measures",
                [
                    // The day of the notification: from it the terms against what was signed run.
                    .add(.int("notified").open.optional.check("notified IS NULL OR decider IS NOT NULL"), to: "procedure_measure"),
                    // Whether it stood its appeal.
                    .add(
                        .int("upheld").open.optional.check("upheld IS NULL OR (upheld IN (0, 1) AND appeal_answered IS NOT NULL)"),
                        to: "procedure_measure"),
                    .run(
                        """
                        CREATE INDEX procedure_measure_unnotified ON procedure_measure (settled)
                        WHERE outcome = 'taken' AND decider IS NOT NULL AND notified IS NULL
                        """),
                ]),
            Migration(
                "referred cases and authorities",
                [
                    // The institution to which it was passed, and when that institution took it.
                    .add(
                        .text("referred").open.optional.check("referred IS NULL OR (outcome = 'withdrawn' AND decider IS NOT NULL)"),
                        to: "procedure_run"),
                    .add(.int("received").open.optional.check("received IS NULL OR referred IS NOT NULL"), to: "procedure_run"),
                    // As which authority it was signed, where a service has several.
                    .add(.text("authority").open.optional.check("authority IS NULL OR decider IS NOT NULL"), to: "procedure_run"),
                    .run("CREATE INDEX procedure_run_referred ON procedure_run (referred, decided) WHERE referred IS NOT NULL"),
                ]),
            Migration(
                "held benefits",
                [
                    // The day of a death and when it was recorded, with what the benefit was: a mistake gives it back.
                    .add(.int("held").open.optional, to: "procedure_benefit"),
                    .add(.int("held_at").open.optional.check("(held_at IS NULL) = (held IS NULL)"), to: "procedure_benefit"),
                    .add(.text("held_status").open.optional.check("(held_status IS NULL) = (held IS NULL)"), to: "procedure_benefit"),
                    .add(.int("held_since").open.optional.check("(held_since IS NULL) = (held IS NULL)"), to: "procedure_benefit"),
                    .add(.secret("held_body").optional.check("(held_body IS NULL) = (held IS NULL)"), to: "procedure_benefit"),
                    .run("CREATE INDEX procedure_benefit_subject ON procedure_benefit (subject)"),
                ]),
            Migration(
                "measures follow one another",
                [
                    // A measure does not replace the one before it: both papers say what was so in their time.
                    .run("DROP INDEX procedure_document_standing"),
                    .run(
                        """
                        CREATE UNIQUE INDEX procedure_document_standing ON procedure_document (procedure, document)
                        WHERE revoked IS NULL AND document <> 'medida'
                        """),
                ]),
            Migration(
                "rounds",
                [
                    // When registers were last asked for a filed case: the others have their turn first.
                    .add(.int("tried").open.optional, to: "procedure_run"),
                    // Who, above those who are late, took note that a delay was denounced, and when (Ley 19.880, art. 64).
                    .add(.int("informed").open.optional.check("informed IS NULL OR denounced IS NOT NULL"), to: "procedure_run"),
                    .add(.int("informer").open.optional.check("(informer IS NULL) = (informed IS NULL)"), to: "procedure_run"),
                    .run(
                        "CREATE INDEX procedure_run_denounced ON procedure_run (denounced) WHERE denounced IS NOT NULL AND informed IS NULL"
                    ),
                    // That somebody looked at whom a service would be offered to, before anybody was told.
                    .create(
                        Table(
                            "procedure_offer_run",
                            [.id(), .text("service").open, .int("at").open, .int("told").open, .int("looked").open])),
                    // The first day of the newest value for which a review was brought forward.
                    .add(.int("brought").open.optional, to: "procedure_benefit"),
                ]),
            .ownNames, .rounds, .onceEach, .requests, .retirements, .typedAnswers, .awaitedAnswers,
        ])
}
