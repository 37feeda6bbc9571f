import Storage

extension Schema {
    /// Requests of Ley 21.719 with what was decided of each purpose, blocks, consents, what was erased, and breaches.
    public static let dataRights = Schema("dataRights", [.rights, .breaches, .representatives, .complaints, .askers])
}

extension Migration {
    /// Who asked in the person's name, when it was not the person nor the staff.
    static let representatives = Migration(
        "representatives",
        [
            .add(
                .int("representative").open.optional.references("person").check("representative <> subject"), to: "rights_request")
        ])

    /// So that a person's own copy finds what they asked for others.
    static let askers = Migration(
        "askers", [.run("CREATE INDEX rights_request_asker ON rights_request (representative) WHERE representative IS NOT NULL")])

    /// When the person complained that a term passed without an answer.
    static let complaints = Migration(
        "complaints",
        [
            .add(.int("complained").open.optional, to: "rights_request"),
            .run("CREATE INDEX rights_request_complained ON rights_request (complained) WHERE complained IS NOT NULL"),
        ])

    static let rights = Migration(
        "rights",
        [
            .create(request), .create(decision), .create(block), .create(consentText), .create(consent), .create(erasure), .create(run),
            .run("CREATE INDEX rights_request_subject ON rights_request (subject)"),
            .run("CREATE INDEX rights_request_waiting ON rights_request (due) WHERE answered IS NULL"),
            .run("CREATE INDEX rights_request_erases ON rights_request (erases) WHERE erases IS NOT NULL"),
            .run("CREATE UNIQUE INDEX data_block_once ON data_block (request, purpose)"),
            .run("CREATE INDEX data_block_subject ON data_block (subject) WHERE until IS NULL"),
            .run("CREATE UNIQUE INDEX consent_once ON consent (person, purpose) WHERE withdrawn IS NULL"),
            .run("CREATE INDEX erasure_at ON erasure (at)"),
        ])

    /// What was typed is sealed under the key of whoever asks. `due` is a day, nil when no term is known; `erases` the day from which what
    /// was granted is carried out.
    private static let request = Table(
        "rights_request",
        [
            .id(), .text("code").open.unique.check("length(code) = 8"), .subject("subject", "person"),
            .text("kind").open.check(
                "kind IN ('access', 'rectification', 'erasure', 'opposition', 'portability', 'blocking', 'question')"),
            .text("purposes").open.optional, .bytes("words").open.optional, .int("trace").open.optional.references("audit"),
            .int("is_shown").open.check("is_shown IN (0, 1)"), .int("filed_by").open.optional, .text("language").open,
            .int("filed").open, .int("due").open.optional, .int("extended").open.optional, .bytes("extension").open.optional,
            .int("answered").open.optional, .bytes("answer").open.optional, .int("erases").open.optional,
            .int("act").open.references("act"),
        ],
        constraints: [
            "CHECK (answer IS NULL OR answered IS NOT NULL)", "CHECK (extension IS NULL OR extended IS NOT NULL)",
            "CHECK (extended IS NULL OR due IS NOT NULL)", "CHECK (erases IS NULL OR answered IS NOT NULL)",
            "CHECK ((kind = 'question') = (trace IS NOT NULL))",
        ])

    private static let decision = Table(
        "rights_decision",
        [
            .id(), .int("request").references("rights_request"), .text("purpose").check("purpose <> ''"),
            .text("verdict").check("verdict IN ('granted', 'refused', 'blocked')"), .text("article").optional,
        ],
        constraints: ["UNIQUE (request, purpose)"])

    private static let block = Table(
        "data_block",
        [
            .id(), .subject("subject", "person"), .text("purpose").open.check("purpose <> ''"),
            .int("request").open.references("rights_request"), .int("since").open, .int("until").open.optional,
        ],
        constraints: ["CHECK (until IS NULL OR until >= since)"])

    /// Words that somebody said yes to stay as they were read.
    private static let consentText = Table(
        "consent_text",
        [.id(), .text("purpose"), .text("language"), .bytes("digest").unique, .text("words").check("words <> ''"), .int("since")])

    private static let consent = Table(
        "consent",
        [
            .id(), .subject("person", "person"), .text("purpose").open.check("purpose <> ''"),
            .int("words").open.references("consent_text"), .int("given").open, .int("withdrawn").open.optional,
        ],
        constraints: ["CHECK (withdrawn IS NULL OR withdrawn >= given)"])

    /// What must be erased again when an older copy is restored: ids alone. `part` is an activity, or the whole person.
    private static let erasure = Table(
        "erasure", [.id(), .subject("subject", "person"), .text("part").open.check("part <> ''"), .int("at").open],
        constraints: ["UNIQUE (subject, part, at)"])

    /// That it was done: when, of which activity, how many, by which version of the register. Nobody is in it.
    private static let run = Table(
        "retention_run",
        [
            .id(), .int("at"), .text("activity"), .int("persons").check("persons > 0"), .int("touched").check("touched >= 0"),
            .text("version"),
        ])
}
