import Storage

extension Schema {
    /// Persons and what is known of them. Everything personal is sealed; a person without any number has a row all the same.
    public static let people = Schema(
        "people",
        [
            Migration(
                "persons",
                [
                    .create(
                        Table(
                            "person",
                            [
                                .id(), .secret("name").optional, .secret("birth").optional, .secret("needs").optional,
                                .text("language").optional, .int("channel").optional,
                                .int("is_protected").check("is_protected IN (0, 1)"), .int("registered"), .int("erased").optional,
                            ],
                            constraints: ["CHECK (erased IS NULL OR (name IS NULL AND birth IS NULL AND needs IS NULL))"])),
                    .create(
                        Table(
                            "person_word",
                            [.id(), .subject("person", "person"), .secret("word"), .lookup("word_lookup", of: "word")],
                            constraints: ["UNIQUE (word_lookup, person)"])),
                    .create(identifier),
                    .create(contact),
                    .create(
                        Table(
                            "subject_key", [.id(), .subject("person", "person").unique, .secret("key"), .int("made").open])),
                    .run("CREATE INDEX person_word_person ON person_word (person)"),
                    .run("CREATE INDEX person_identifier_person ON person_identifier (person)"),
                    .run("CREATE INDEX person_identifier_lookup ON person_identifier (number_lookup)"),
                    // A number that was verified and is in force belongs to one person.
                    .run(
                        """
                        CREATE UNIQUE INDEX person_identifier_once ON person_identifier (kind, issuer, number_lookup)
                        WHERE standing = 'verified' AND to_day IS NULL
                        """),
                    .run("CREATE INDEX person_contact_person ON person_contact (person)"),
                    .run("CREATE INDEX person_contact_lookup ON person_contact (plain_lookup)"),
                    .run(
                        "CREATE UNIQUE INDEX person_contact_preferred ON person_contact (person) WHERE is_preferred = 1 AND until IS NULL"),
                ]),
            Migration(
                "leaves",
                [
                    .create(leave),
                    .run("CREATE INDEX leave_subject ON leave (subject) WHERE ended IS NULL"),
                    .run("CREATE INDEX leave_holder ON leave (holder) WHERE ended IS NULL AND holder IS NOT NULL"),
                    .run("CREATE INDEX leave_staff ON leave (staff) WHERE ended IS NULL AND staff IS NOT NULL"),
                    .run("CREATE INDEX leave_reference ON leave (kind, reference)"),
                ]),
            Migration("contactCodes", [.add(.int("verified").open.optional, to: "person_contact"), .create(contactCode)]),
            Migration(
                "mergers",
                [
                    .create(merger),
                    .run("CREATE UNIQUE INDEX merger_once ON merger (merged) WHERE until IS NULL"),
                    .run("CREATE INDEX merger_kept ON merger (kept)"),
                ]),
        ])

    /// A code that was sent to a contact and waits to be typed: only its keyed digest. A new one takes the place of the old.
    private static let contactCode = Table(
        "contact_code",
        [
            .id().references("person_contact"), .subject("person", "person"), .bytes("digest").open.check("length(digest) > 0"),
            .int("until").open,
        ])

    /// Two records that are one person: `merged` leads to `kept` while it holds. `merged_run` and `kept_run` are the rows of their numbers that
    /// the register verified, and in force: two of them are two persons, whatever anybody says.
    private static let merger = Table(
        "merger",
        [
            .id(), .subject("merged", "person"), .int("kept").open.references("person"),
            .int("merged_run").open.optional.references("person_identifier"),
            .int("kept_run").open.optional.references("person_identifier"),
            .int("proposer").open, .int("confirmer").open, .int("since").open, .int("until").open.optional,
        ],
        constraints: [
            "CHECK (merged <> kept)", "CHECK (proposer <> confirmer)", "CHECK (merged_run IS NULL OR kept_run IS NULL)",
            "CHECK (until IS NULL OR until >= since)",
        ])

    /// Who may open what is known of somebody without their presence, and until when. Nobody is given leave to open themselves.
    private static let leave = Table(
        "leave",
        [
            .id(), .text("kind").open.check("kind IN ('matter', 'glass', 'mandate')"), .subject("subject", "person"),
            .int("holder").open.optional.references("person"), .int("staff").open.optional, .int("reference").open,
            .text("fields").open.optional, .int("since").open, .int("until").open, .int("ended").open.optional,
        ],
        constraints: [
            "CHECK ((holder IS NULL) <> (staff IS NULL))", "CHECK ((kind = 'mandate') = (holder IS NOT NULL))",
            "CHECK (holder IS NULL OR holder <> subject)", "CHECK (until > since)",
        ])

    private static let identifier = Table(
        "person_identifier",
        [
            .id(), .subject("person", "person"),
            .text("kind").open.check("kind IN ('run', 'schoolChild', 'schoolCarer', 'healthFund', 'passport', 'foreignDocument')"),
            .text("issuer").open.check("length(issuer) = 2"), .secret("number"), .lookup("number_lookup", of: "number"),
            .text("standing").open.check("standing IN ('verified', 'declared', 'typed')"), .text("evidence").open.optional,
            .int("from_day").open.optional, .int("to_day").open.optional, .int("recorded").open,
        ],
        constraints: [
            "CHECK (standing <> 'verified' OR evidence IS NOT NULL)",
            "CHECK (from_day IS NULL OR to_day IS NULL OR to_day >= from_day)",
        ])

    private static let contact = Table(
        "person_contact",
        [
            .id(), .subject("person", "person"), .text("kind").open.check("kind IN ('phone', 'email', 'address')"), .secret("plain"),
            .lookup("plain_lookup", of: "plain"), .int("is_shared").open.check("is_shared IN (0, 1)"),
            .int("is_safe").open.check("is_safe IN (0, 1)"), .int("is_preferred").open.check("is_preferred IN (0, 1)"),
            .int("since").open, .int("until").open.optional,
        ],
        constraints: ["CHECK (until IS NULL OR until >= since)"])
}
