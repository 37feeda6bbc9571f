import Storage

extension Migration {
    /// What people say of a sheet, without who: words are sealed, because somebody may have written of themselves all the same. `sheet`
    /// refers to no row: an opinion stays when its sheet is gone.
    static let opinions = Migration(
        "opinions",
        [
            .create(
                Table(
                    "sheet_opinion",
                    [
                        .id(), .int("sheet"), .int("day"), .int("useful").check("useful IN (0, 1)"), .secret("words").optional,
                        .text("language").check("language <> ''"), .int("act").references("act"),
                    ])),
            .run("CREATE INDEX sheet_opinion_sheet ON sheet_opinion (sheet, day)"),
        ])
}
