import Storage

extension Schema {
    /// Points of service, whose address and telephone are there for everyone. The id is the point's own number; the hours of the week are text that `WeeklyHours` reads.
    static let points = Migration(
        "points of service",
        [
            .create(
                Table(
                    "service_point",
                    [
                        .id().check("id > 0"),
                        .text("kind").check(
                            "kind IN ('branch', 'video', 'mobile', 'kiosk', 'call-centre', 'civil-registry-point', 'municipal-point', 'neighbour-point')"
                        ),
                        .text("name").check("name <> ''"), .text("address").open.optional,
                        .text("commune").optional.check("length(commune) = 5"), .text("week").optional, .text("hours").optional,
                        .text("phone").open.optional, .text("evidence").check("evidence IN ('seen', 'inferred')"),
                        .text("confidence").check("confidence IN ('high', 'medium', 'low')"), .text("seen").optional,
                        .text("source").check("source <> ''"), .text("url").optional.check("substr(url, 1, 8) = 'https://'"),
                        .text("note").optional,
                    ],
                    constraints: [
                        "CHECK ((commune IS NULL) = (kind IN ('call-centre', 'video')))",
                        "CHECK (evidence = 'seen' OR confidence = 'low')",
                    ])),
            .run("CREATE INDEX service_point_commune ON service_point (commune)"),
        ])
}
