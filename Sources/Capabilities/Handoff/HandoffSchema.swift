import Outbound
import Storage

extension Schema {
    /// Ways out of the house: that somebody was shown one, what was said of it afterwards, and what was seen when it was visited. Nothing of
    /// who it was. `sheet` refers to no row: it is the catalogue's, and what happened stays when a sheet is gone.
    public static let handoff = Schema(
        "handoff",
        [
            Migration(
                "exits",
                [
                    .create(
                        Table("outside_exit", [.id(), .text("code").unique.check("length(code) = 8"), .int("sheet"), .int("day")])),
                    // A code answers once: the row is the exit's own.
                    .create(
                        Table(
                            "outside_return",
                            [
                                .id(), .int("outside_exit").unique.references("outside_exit"), .int("day"),
                                .int("finished").check("finished IN (0, 1)"),
                                .text("reason").optional.check("reason IN ('page', 'key', 'missing', 'unclear', 'other')"),
                            ],
                            constraints: ["CHECK ((finished = 0) = (reason IS NOT NULL))"])),
                    // `address` is that of a public page.
                    .create(
                        Table(
                            "outside_visit",
                            [
                                .text("address").open.check("substr(address, 1, 4) = 'http'"), .int("day"), .int("at"),
                                .text("outcome").check(
                                    "outcome IN ('answered', 'moved', 'declined', 'dns', 'refused', 'tls', 'timeout', 'notFound', 'failed', 'redirects')"
                                ),
                                .int("status").optional.check("status BETWEEN 100 AND 599"),
                                .int("milliseconds").check("milliseconds >= 0"),
                                .text("final_address").open.optional, .text("certificate").optional,
                            ],
                            constraints: ["PRIMARY KEY (address, day)"])),
                    .run("CREATE INDEX outside_exit_day ON outside_exit (day, sheet)"),
                    .run("CREATE INDEX outside_visit_day ON outside_visit (day)"),
                ])
        ])
}
