import Storage

extension Migration {
    /// Counts by local day, without anybody. `sheet` refers to no row: a count stays when its sheet is gone.
    static let tallies = Migration(
        "tallies",
        [
            .create(
                Table(
                    "sheet_opening", [.int("sheet"), .int("day"), .int("n").check("n > 0")], constraints: ["PRIMARY KEY (sheet, day)"])),
            .create(
                Table(
                    "search_tally",
                    [
                        .int("day"), .text("words").check("words <> ''"), .text("language"), .int("n").check("n > 0"), .int("zero"),
                        .int("results").check("results >= 0"),
                    ],
                    constraints: ["PRIMARY KEY (day, words, language)", "CHECK (zero >= 0 AND zero <= n)"])),
            .create(
                Table(
                    "search_choice", [.text("words").check("words <> ''"), .int("sheet"), .int("day"), .int("n").check("n > 0")],
                    constraints: ["PRIMARY KEY (words, sheet, day)"])),
            .run("CREATE INDEX sheet_opening_day ON sheet_opening (day, n)"),
        ])
}
