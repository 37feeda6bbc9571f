import Storage

extension Schema {
    /// What the desk does with persons: checked documents, approvals, broken glass, looks at a sample, mergers asked for and what came after
    /// one that was undone, deaths.
    public static let persons = Schema(
        "persons",
        [
            Migration(
                "desk",
                [
                    .create(check), .create(approval), .create(glass),
                    .create(
                        Table(
                            "sample_look",
                            [
                                .id().references("interaction"), .int("supervisor"),
                                .text("finding").check("finding IN ('right', 'explained', 'wrong')"), .int("at"),
                            ])),
                    .create(request), .create(allotment), .create(death),
                    .create(
                        Table(
                            "death_leave", [.int("death").references("death"), .int("leave")], constraints: ["PRIMARY KEY (death, leave)"])),
                    .run("CREATE INDEX document_check_person ON document_check (person)"),
                    .run("CREATE INDEX approval_person ON approval (person)"),
                    .run("CREATE UNIQUE INDEX approval_once ON approval (interaction) WHERE answer IS NULL"),
                    .run("CREATE INDEX glass_person ON glass (person)"),
                    .run("CREATE INDEX glass_staff ON glass (staff, due)"),
                    .run("CREATE UNIQUE INDEX glass_once ON glass (staff, person) WHERE ended IS NULL"),
                    .run("CREATE INDEX glass_unreviewed ON glass (due) WHERE reviewer IS NULL"),
                    .run("CREATE UNIQUE INDEX merger_request_once ON merger_request (merged, kept, kind) WHERE outcome IS NULL"),
                    .run("CREATE UNIQUE INDEX death_once ON death (person) WHERE reversed IS NULL"),
                ]),
            Migration(
                "notes",
                [
                    // `note` is sealed under the key of the subject.
                    .create(
                        Table(
                            "attention_note",
                            [
                                .id(), .int("interaction").open.references("interaction"), .subject("subject", "person"),
                                .int("staff").open,
                                .bytes("note").open.check("length(note) > 0"), .int("at").open,
                            ])),
                    .run("CREATE INDEX attention_note_subject ON attention_note (subject, at)"),
                    // What is being noted at a contact that goes on.
                    .create(
                        Table(
                            "attention_draft",
                            [
                                .id().references("interaction"), .subject("subject", "person"),
                                .bytes("note").open.check("length(note) > 0"), .int("at").open,
                            ])),
                    .run("CREATE INDEX attention_draft_subject ON attention_draft (subject)"),
                ]),
            Migration(
                "flags",
                [
                    // A fact is a code of a dated list, and each has its term.
                    .create(
                        Table(
                            "conduct_flag",
                            [
                                .id(), .subject("subject", "person"), .int("interaction").open.unique.references("interaction"),
                                .text("fact").open, .int("staff").open, .int("point").open.optional, .int("at").open, .int("until").open,
                                .secret("words").optional, .int("contested").open.optional,
                                .text("verdict").open.optional.check("verdict IN ('kept', 'withdrawn')"), .int("answerer").open.optional,
                                .int("answered").open.optional,
                            ],
                            constraints: [
                                "CHECK (until > at)", "CHECK ((words IS NULL) = (contested IS NULL))",
                                "CHECK ((verdict IS NULL) = (answered IS NULL))", "CHECK ((verdict IS NULL) = (answerer IS NULL))",
                                "CHECK (answerer IS NULL OR answerer <> staff)", "CHECK (verdict IS NULL OR contested IS NOT NULL)",
                            ])),
                    .run("CREATE INDEX conduct_flag_subject ON conduct_flag (subject, at)"),
                    .run("CREATE INDEX conduct_flag_contested ON conduct_flag (contested) WHERE contested IS NOT NULL AND verdict IS NULL"),
                ]),
            Migration(
                "codings",
                [
                    // What is coded again, blind, and whether both said the same.
                    .create(
                        Table(
                            "blind_coding",
                            [.id(), .int("interaction").references("interaction").unique, .int("drawn"), .int("coder").optional]
                                + [.int("coded").optional]
                                + ["same_product", "same_deed", "same_outcome"].map { Column.int($0).optional.check("\($0) IN (0, 1)") },
                            constraints: [
                                "CHECK (coded IS NULL OR coder IS NOT NULL)", "CHECK ((coded IS NULL) = (same_product IS NULL))",
                                "CHECK ((coded IS NULL) = (same_deed IS NULL))", "CHECK ((coded IS NULL) = (same_outcome IS NULL))",
                            ])),
                    .run("CREATE UNIQUE INDEX blind_coding_taken ON blind_coding (coder) WHERE coder IS NOT NULL AND coded IS NULL"),
                    .run("CREATE INDEX blind_coding_waiting ON blind_coding (drawn) WHERE coder IS NULL"),
                    .run("CREATE INDEX blind_coding_coded ON blind_coding (coded) WHERE coded IS NOT NULL"),
                ]),
        ])

    /// What the identity register said of a card. The number of the card is not kept: nobody needs it again.
    private static let check = Table(
        "document_check",
        [
            .id(), .subject("person", "person"), .int("interaction").open.references("interaction"), .int("staff").open,
            .text("register").open.check("register <> ''"), .text("answer").open.check("answer IN ('inForce', 'lost', 'unknown')"),
            .int("at").open,
        ])

    /// A person is asked in their own session whether they are at a desk. `code` is what both sides read to each other.
    private static let approval = Table(
        "approval",
        [
            .id(), .text("code").open.unique.check("length(code) = 8"), .subject("person", "person"),
            .int("interaction").open.references("interaction"), .int("staff").open, .int("asked").open, .int("until").open,
            .text("answer").open.optional.check("answer IN ('approved', 'refused')"), .int("answered").open.optional,
        ],
        constraints: ["CHECK (until > asked)", "CHECK ((answer IS NULL) = (answered IS NULL))"])

    /// A look at somebody who is not there, and who looked at that look: never the same one. `tell` is when the person learns of it.
    private static let glass = Table(
        "glass",
        [
            .id(), .subject("person", "person"), .int("staff").open, .secret("reason"), .int("opened").open, .int("until").open,
            .int("ended").open.optional, .int("tell").open, .secret("delay").optional, .int("due").open, .int("reviewer").open.optional,
            .int("reviewed").open.optional, .text("verdict").open.optional.check("verdict IN ('justified', 'unjustified')"),
            .secret("remark").optional,
        ],
        constraints: [
            "CHECK (until > opened)", "CHECK (reviewer IS NULL OR reviewer <> staff)", "CHECK ((reviewer IS NULL) = (reviewed IS NULL))",
            "CHECK ((reviewer IS NULL) = (verdict IS NULL))", "CHECK (tell >= opened)", "CHECK (tell = opened OR delay IS NOT NULL)",
        ])

    /// One asks that two records become one, or two again; another does it, or says no.
    private static let request = Table(
        "merger_request",
        [
            .id(), .text("kind").open.check("kind IN ('merge', 'unmerge')"), .subject("merged", "person"),
            .int("kept").open.references("person"), .int("merger").open.optional, .int("proposer").open, .secret("reason"),
            .int("asked").open, .int("decider").open.optional, .int("decided").open.optional,
            .text("outcome").open.optional.check("outcome IN ('done', 'refused')"),
        ],
        constraints: [
            "CHECK (merged <> kept)", "CHECK (decider IS NULL OR decider <> proposer)", "CHECK ((kind = 'unmerge') = (merger IS NOT NULL))",
            "CHECK ((decider IS NULL) = (outcome IS NULL))", "CHECK ((decider IS NULL) = (decided IS NULL))",
        ])

    /// What came to the kept record while two were one: somebody says of each thing whose it is.
    private static let allotment = Table(
        "merger_allotment",
        [
            .id(), .int("merger").open, .subject("kept", "person"), .int("merged").open.references("person"),
            .text("kind").open.check("kind IN ('interaction', 'contact', 'number')"), .int("reference").open,
            .text("owner").open.optional.check("owner IN ('kept', 'merged')"), .int("staff").open.optional, .int("at").open.optional,
        ],
        constraints: [
            "UNIQUE (merger, kind, reference)", "CHECK ((owner IS NULL) = (staff IS NULL))", "CHECK ((owner IS NULL) = (at IS NULL))",
        ])

    /// That somebody died, as a register or a certificate says, and its reversal by two. `recorder` is nil when the register told us.
    private static let death = Table(
        "death",
        [
            .id(), .subject("person", "person"), .int("day").open, .text("register").open.check("register <> ''"),
            .int("recorder").open.optional, .int("recorded").open, .secret("reason").optional, .int("proposer").open.optional,
            .int("asked").open.optional, .int("confirmer").open.optional, .int("reversed").open.optional,
        ],
        constraints: [
            "CHECK ((proposer IS NULL) = (asked IS NULL))", "CHECK ((confirmer IS NULL) = (reversed IS NULL))",
            "CHECK (reversed IS NULL OR proposer IS NOT NULL)", "CHECK (confirmer IS NULL OR confirmer <> proposer)",
        ])
}
