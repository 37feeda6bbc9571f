import Storage

extension Schema {
    /// Who is to attend when, half hour by half hour, so that nobody is in two places; who is away, without why; and what each can do.
    public static let staffing = Schema(
        "staffing",
        [
            Migration(
                "staffing",
                [
                    .create(
                        Table(
                            "roster_half",
                            [
                                .int("staff"), .int("day"), .int("half").check("half BETWEEN 0 AND 47"), .int("point").optional,
                                .int("channel"), .int("is_break").check("is_break IN (0, 1)"), .int("author"),
                            ], constraints: ["PRIMARY KEY (staff, day, half)"])),
                    .run("CREATE INDEX roster_half_place ON roster_half (day, point, channel)"),
                    .create(
                        Table("roster_absence", [.int("staff"), .int("day"), .int("author")], constraints: ["PRIMARY KEY (staff, day)"])),
                    .create(
                        Table(
                            "agent_skill", [.int("staff"), .text("skill"), .int("author"), .int("since")],
                            constraints: ["PRIMARY KEY (staff, skill)"])),
                ])
        ])
}
