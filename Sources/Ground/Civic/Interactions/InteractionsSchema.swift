import Storage

extension Schema {
    /// The spine: one append-only row for every contact, without personal data; whom it concerned, and how presence was proven, in tables
    /// of their own; page views by day; what is still to be counted.
    public static let interactions = Schema(
        "interactions",
        [
            Migration(
                "record",
                [
                    .create(Table("code_medium", codeColumns)), .create(Table("code_channel", codeColumns)),
                    .create(Table("code_deed", codeColumns)), .create(Table("code_outcome", codeColumns)),
                    .run(
                        """
                        INSERT INTO code_medium (id, name, from_day) VALUES
                        (1, 'page', 0), (2, 'touch', 0), (3, 'voice', 0), (4, 'chat', 0), (5, 'desk', 0), (6, 'api', 0)
                        """),
                    .run(
                        """
                        INSERT INTO code_channel (id, name, from_day) VALUES
                        (1, 'web', 0), (2, 'kiosk', 0), (3, 'voiceMenu', 0), (4, 'callCentre', 0), (5, 'branch', 0), (6, 'video', 0),
                        (7, 'socialNetworks', 0), (8, 'chat', 0), (9, 'mobileOffice', 0), (10, 'municipalPoint', 0), (11, 'api', 0)
                        """),
                    .run(
                        """
                        INSERT INTO code_deed (id, name, from_day) VALUES
                        (1, 'visit', 0), (2, 'information', 0), (3, 'reception', 0), (4, 'delivery', 0), (5, 'referral', 0),
                        (6, 'transaction', 0), (7, 'automaticTransfer', 0), (8, 'correction', 0)
                        """),
                    .run(
                        """
                        INSERT INTO code_outcome (id, name, from_day) VALUES
                        (1, 'resolved', 0), (2, 'referred', 0), (3, 'pending', 0), (4, 'abandoned', 0), (5, 'unknown', 0)
                        """),
                    .create(spine), .create(persons), .create(presence),
                    .create(Table("uncounted", [.id().references("interaction")])),
                    .create(
                        Table(
                            "page_view", [.int("day"), .text("route"), .int("views").check("views > 0")],
                            constraints: ["PRIMARY KEY (day, route)"])),
                    .run("CREATE INDEX interaction_day ON interaction (day)"),
                    .run("CREATE INDEX interaction_matter ON interaction (matter) WHERE matter IS NOT NULL"),
                    .run("CREATE INDEX interaction_corrects ON interaction (corrects) WHERE corrects IS NOT NULL"),
                    .run("CREATE INDEX interaction_person_person ON interaction_person (person, interaction)"),
                    .run("CREATE INDEX interaction_person_interaction ON interaction_person (interaction)"),
                    .run("CREATE INDEX interaction_presence_interaction ON interaction_presence (interaction, person)"),
                    .run("CREATE INDEX interaction_presence_person ON interaction_presence (person)"),
                ]),
            Migration("attendances", [.run("CREATE INDEX interaction_agent ON interaction (agent, at) WHERE agent IS NOT NULL")]),
            Migration(
                "channels",
                [
                    .create(Table("code_modality", codeColumns)), .create(Table("code_origin", codeColumns)),
                    .run("INSERT INTO code_modality (id, name, from_day) VALUES (1, 'selfService', 0), (2, 'assisted', 0)"),
                    .run(
                        """
                        INSERT INTO code_origin (id, name, from_day) VALUES
                        (1, 'reported', 0), (2, 'imported', 0), (3, 'synthetic', 0)
                        """),
                    .run(
                        """
                        INSERT INTO code_deed (id, name, from_day) VALUES
                        (9, 'application', 0), (10, 'payment', 0), (11, 'booking', 0), (12, 'complaint', 0)
                        """),
                    .add(.int("modality").optional.references("code_modality"), to: "interaction"),
                    .add(.int("origin").optional.references("code_origin"), to: "interaction"),
                    .add(.int("corrected_deed").optional.references("code_deed"), to: "interaction"),
                    .run("UPDATE interaction SET modality = CASE WHEN medium = 5 THEN 2 ELSE 1 END"),
                    .run(
                        """
                        UPDATE interaction SET corrected_deed = (SELECT first.deed FROM interaction first WHERE first.id = interaction.corrects)
                        WHERE corrects IS NOT NULL
                        """),
                    .run("DROP INDEX interaction_corrects"),
                    .run("CREATE UNIQUE INDEX interaction_corrects ON interaction (corrects) WHERE corrects IS NOT NULL"),
                    .run("CREATE INDEX interaction_journey ON interaction (journey) WHERE journey IS NOT NULL"),
                ]),
        ])

    private static let codeColumns: [Column] = [
        .id(), .text("name").unique.check("name <> ''"), .int("from_day"), .int("to_day").optional.check("to_day >= from_day"),
    ]

    /// `matter` is the case, `journey` what ties contacts about one matter together; times in whole seconds. A correction names the row
    /// in whose place it stands; no row is corrected twice.
    private static let spine = Table(
        "interaction",
        [
            .id(), .int("act").references("act"), .int("at"), .int("day"), .int("medium").references("code_medium"),
            .int("channel").references("code_channel"), .int("point").optional, .int("product").optional,
            .int("deed").references("code_deed"), .int("outcome").references("code_outcome"), .int("agent").optional,
            .int("matter").optional, .int("journey").optional, .int("wait").optional.check("wait >= 0"),
            .int("duration").optional.check("duration >= 0"), .int("transfer_of").optional.references("interaction"),
            .int("corrects").optional.references("interaction"),
        ],
        constraints: ["CHECK (transfer_of IS NULL OR transfer_of <> id)", "CHECK ((corrects IS NULL) = (deed <> 8))"])

    /// Ties and what becomes of them are dated rows: the last one says.
    private static let persons = Table(
        "interaction_person",
        [
            .id(), .int("interaction").references("interaction").open, .subject("person", "person"),
            .int("assurance").open.check("assurance BETWEEN 0 AND 3"),
            .text("change").open.check("change IN ('tied', 'untied', 'merged', 'unmerged')"), .int("since").open,
        ])

    /// How it was proven that the person is there. `reference` is what the agent could not make alone; it proves once.
    private static let presence = Table(
        "interaction_presence",
        [
            .id(), .int("interaction").references("interaction").open, .subject("person", "person"),
            .text("evidence").open.check(
                "evidence IN ('ticketCalled', 'bookingArrived', 'callLeg', 'ownSession', 'ownApproval', 'documentChecked')"),
            .int("reference").open, .int("at").open,
        ],
        constraints: ["UNIQUE (evidence, reference, interaction)"])
}
