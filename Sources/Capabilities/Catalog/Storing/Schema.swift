import Storage

extension Schema {
    /// The catalogue: institutions, topics (`theme`, because Storage keeps its announcements in `topic`), life events, kinds of
    /// places, and the service sheets with their dated amounts.
    public static let catalog = Schema(
        "catalog",
        [
            Migration(
                "sheets",
                [
                    .create(
                        Table("institution", [.id(), .text("code").unique, .text("name").check("name <> ''"), .text("note").optional])),
                    .create(
                        Table(
                            "theme_group",
                            [.id(), .text("slug").unique, .text("title").check("title <> ''"), .text("summary"), .int("ordinal")])),
                    .create(
                        Table(
                            "theme",
                            [
                                .id(), .text("slug").unique, .text("title").check("title <> ''"),
                                .int("theme_group").references("theme_group"),
                                .int("ordinal"),
                            ])),
                    .create(
                        Table(
                            "life_event",
                            [
                                .id(), .text("slug").unique, .text("title").check("title <> ''"),
                                .text("evidence").check("evidence IN ('confirmed', 'partial', 'proposed')"), .text("remark").optional,
                                .int("ordinal"),
                            ])),
                    .create(Table("place", [.id(), .text("code").unique, .text("name").check("name <> ''")])),
                    .create(sheet),
                    .create(
                        Table(
                            "sheet_theme", [.int("sheet").references("sheet"), .int("theme").references("theme"), .int("ordinal")],
                            constraints: ["PRIMARY KEY (sheet, theme)"])),
                    .create(
                        Table(
                            "sheet_life_event",
                            [.int("sheet").references("sheet"), .int("life_event").references("life_event"), .int("ordinal")],
                            constraints: ["PRIMARY KEY (sheet, life_event)"])),
                    .create(amount),
                    .run("CREATE INDEX sheet_theme_theme ON sheet_theme (theme)"),
                    .run("CREATE INDEX sheet_life_event_life_event ON sheet_life_event (life_event)"),
                    .run("CREATE INDEX sheet_institution ON sheet (institution)"),
                    .run("CREATE INDEX theme_theme_group ON theme (theme_group)"),
                    .run("CREATE UNIQUE INDEX sheet_amount_once ON sheet_amount (sheet, label, COALESCE(age_from, -1), from_day)"),
                ]),
            Migration("series", [.create(series)]),
            points, pointFacts, terms, .tallies, .opinions,
        ])

    /// A parameter among a sheet's amounts, by its id in the store. `ordinal` is its place among them all.
    private static let series = Table(
        "sheet_series",
        [
            .int("sheet").references("sheet"), .int("ordinal"), .text("parameter").check("parameter <> ''"), .text("label").optional,
            .text("terms").optional, .int("since_day").optional,
        ],
        constraints: ["PRIMARY KEY (sheet, ordinal)"])

    /// The id is the sheet's number. `body` is JSON: the lists that nobody filters on.
    private static let sheet = Table(
        "sheet",
        [
            .id().check("id > 0"), .int("is_public").check("is_public IN (0, 1)"), .text("slug").unique.check("slug <> ''"),
            .text("title").check("title <> ''"), .int("institution").references("institution"),
            .text("kind").check("kind IN ('benefit', 'procedure', 'information')"),
            .text("status").check("status IN ('current', 'closed', 'ended', 'historical', 'being-replaced')"),
            .text("confidence").check("confidence IN ('high', 'medium', 'low')"), .int("checked"), .text("summary"), .text("audience"),
            .text("online").optional.check("substr(online, 1, 8) = 'https://'"), .int("price").optional.check("price >= 0"),
            .int("price_reported").optional, .text("cost"), .text("duration").optional, .text("validity").optional,
            .text("good_to_know").optional, .text("remark").optional, .text("body"),
        ],
        constraints: ["CHECK (price IS NULL OR price = 0 OR price_reported IS NOT NULL)"])

    /// An amount without its first day has no way in.
    private static let amount = Table(
        "sheet_amount",
        [
            .int("sheet").references("sheet"), .int("ordinal"), .text("label").check("label <> ''"), .text("terms").optional,
            .int("age_from").optional.check("age_from BETWEEN 0 AND 130"), .int("age_to").optional.check("age_to BETWEEN 0 AND 130"),
            .int("pesos").check("pesos > 0"), .int("from_day"), .int("to_day").optional, .text("source").optional, .text("reason").optional,
        ],
        constraints: [
            "PRIMARY KEY (sheet, ordinal)", "CHECK (to_day IS NULL OR to_day >= from_day)",
            "CHECK (age_to IS NULL OR (age_from IS NOT NULL AND age_to >= age_from))",
        ])
}
