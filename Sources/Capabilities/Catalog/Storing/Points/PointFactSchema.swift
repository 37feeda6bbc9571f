import Storage

extension Schema {
    /// What is known of points of service besides their row, each fact with its source; and at which kinds of place a sheet is done.
    static let pointFacts = Migration(
        "facts about points of service",
        [
            .create(
                about(
                    "service_point_exception",
                    [
                        .int("from_day"), .int("to_day"), .text("hours").check("hours <> ''"), .text("reason").check("reason <> ''"),
                    ], source: true, constraints: ["PRIMARY KEY (point, from_day)", "CHECK (to_day BETWEEN from_day AND from_day + 365)"])),
            .create(
                about(
                    "service_point_offer",
                    [.int("ordinal"), .text("place").optional, .int("sheet").optional], source: false,
                    constraints: ["PRIMARY KEY (point, ordinal)", "CHECK ((place IS NULL) <> (sheet IS NULL))"])),
            .create(
                about(
                    "service_point_access",
                    [.int("ordinal"), .text("feature"), .int("is_there").check("is_there IN (0, 1)"), .text("note").optional], source: true,
                    constraints: ["PRIMARY KEY (point, feature)"])),
            .create(
                about(
                    "service_point_language", [.int("ordinal"), .text("tag"), .text("note").optional], source: true,
                    constraints: ["PRIMARY KEY (point, tag)"])),
            .create(
                about(
                    "service_point_position",
                    [.real("latitude").check("latitude BETWEEN -90 AND -17"), .real("longitude").check("longitude BETWEEN -110 AND -53")],
                    source: true, constraints: ["PRIMARY KEY (point)"])),
            .create(
                about(
                    "service_point_stop",
                    [
                        .int("ordinal"), .text("commune").check("length(commune) = 5"), .text("place").check("place <> ''"),
                        .text("visit").check("visit <> ''"), .text("hours").optional,
                    ], source: true, constraints: ["PRIMARY KEY (point, ordinal)"])),
            .create(
                Table(
                    "sheet_place", [.int("sheet"), .text("place").check("place <> ''"), .int("ordinal")],
                    constraints: ["PRIMARY KEY (sheet, place)"])),
            .run("CREATE INDEX service_point_offer_place ON service_point_offer (place)"),
            .run("CREATE INDEX service_point_offer_sheet ON service_point_offer (sheet)"),
            .run("CREATE INDEX service_point_stop_commune ON service_point_stop (commune)"),
            .run("CREATE INDEX sheet_place_place ON sheet_place (place)"),
        ])

    /// A table of facts about points. A fact without a source has a way in only where it may follow from the kind of the point.
    private static func about(_ name: String, _ columns: [Column], source isRequired: Bool, constraints: [String]) -> Table {
        let source = Column.text("source").check("source <> ''")
        return Table(
            name,
            [.int("point").references("service_point")] + columns + [
                isRequired ? source : source.optional, .text("url").optional.check("substr(url, 1, 8) = 'https://'"),
                .text("seen").optional,
            ], constraints: constraints)
    }
}
