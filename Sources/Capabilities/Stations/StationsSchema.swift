import Storage

extension Schema {
    /// Who attends where and since when. Nothing is kept of what hands do meanwhile.
    public static let stations = Schema(
        "stations",
        [
            Migration(
                "stations",
                [
                    .create(
                        Table(
                            "station_shift",
                            [
                                .id(), .int("staff"), .int("point").optional,
                                .text("place").optional.check("length(place) BETWEEN 1 AND 12"), .int("channel"), .int("began"),
                                .int("ended").optional,
                            ],
                            constraints: ["CHECK (ended IS NULL OR ended >= began)", "CHECK (place IS NULL OR point IS NOT NULL)"])),
                    .run("CREATE UNIQUE INDEX station_shift_open ON station_shift (staff) WHERE ended IS NULL"),
                    .run(
                        "CREATE UNIQUE INDEX station_shift_window ON station_shift (point, place) WHERE ended IS NULL AND place IS NOT NULL"
                    ),
                    .run("CREATE INDEX station_shift_staff ON station_shift (staff, began)"),
                    .create(
                        Table(
                            "station_spell",
                            [
                                .id(), .int("shift").references("station_shift"), .int("state").check("state BETWEEN 1 AND 3"),
                                .text("pause").optional, .int("began"), .int("ended").optional,
                            ],
                            constraints: [
                                "CHECK ((state = 3) = (pause IS NOT NULL))", "CHECK (ended IS NULL OR ended >= began)",
                            ])),
                    .run("CREATE UNIQUE INDEX station_spell_open ON station_spell (shift) WHERE ended IS NULL"),
                    .run("CREATE INDEX station_spell_shift ON station_spell (shift, began)"),
                    .create(
                        Table(
                            "station_alarm",
                            [
                                .id(), .int("shift").references("station_shift"), .int("at"), .int("answerer").optional,
                                .int("answered").optional,
                            ],
                            constraints: ["CHECK ((answerer IS NULL) = (answered IS NULL))"])),
                    .run("CREATE UNIQUE INDEX station_alarm_open ON station_alarm (shift) WHERE answered IS NULL"),
                ]),
            Migration(
                "quality",
                [
                    .create(
                        Table(
                            "quality_review",
                            [
                                .id(), .int("interaction").references("interaction").unique, .int("agent"), .int("reviewer"), .int("drawn"),
                                .int("marked").optional,
                                .text("standing").check("standing IN ('drawn', 'stands', 'contested', 'kept', 'withdrawn')"),
                                .secret("words").optional, .int("contested").optional, .int("answerer").optional, .int("answered").optional,
                            ],
                            constraints: [
                                "CHECK (reviewer <> agent)", "CHECK (answerer IS NULL OR answerer <> agent)",
                                "CHECK (answerer IS NULL OR answerer <> reviewer)",
                                "CHECK ((standing = 'drawn') = (marked IS NULL))", "CHECK ((words IS NULL) = (contested IS NULL))",
                                "CHECK ((standing IN ('kept', 'withdrawn')) = (answered IS NOT NULL))",
                                "CHECK ((answerer IS NULL) = (answered IS NULL))",
                            ])),
                    .run("CREATE UNIQUE INDEX quality_review_drawn ON quality_review (reviewer) WHERE marked IS NULL"),
                    .run("CREATE INDEX quality_review_agent ON quality_review (agent, drawn)"),
                    .run("CREATE INDEX quality_review_contested ON quality_review (contested) WHERE standing = 'contested'"),
                    .create(
                        Table(
                            "quality_mark",
                            [.int("review").references("quality_review"), .text("item"), .int("mark").check("mark BETWEEN 1 AND 3")],
                            constraints: ["PRIMARY KEY (review, item)"])),
                ]),
            Migration(
                "own-figures",
                [
                    .create(
                        Table(
                            "shift_contest",
                            [
                                .id(), .int("shift").references("station_shift").unique, .secret("words"), .int("contested"),
                                .text("verdict").optional.check("verdict IN ('kept', 'setAside')"), .int("answerer").optional,
                                .int("answered").optional,
                            ],
                            constraints: [
                                "CHECK ((verdict IS NULL) = (answered IS NULL))", "CHECK ((verdict IS NULL) = (answerer IS NULL))",
                            ])),
                    .run("CREATE INDEX shift_contest_open ON shift_contest (contested) WHERE verdict IS NULL"),
                ]),
        ])
}
