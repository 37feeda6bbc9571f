import Storage

extension Schema {
    /// Roll-ups of the spine: counts without anybody in them, kept in step with it; and the files of months as they were published.
    public static let statistics = Schema(
        "statistics",
        [
            Migration(
                "roll-ups",
                [
                    .create(tally("tally_contact", ["day", "channel", "modality", "deed", "outcome", "origin"])),
                    .create(tally("tally_product", ["month", "channel", "deed", "product"])),
                    .create(tally("tally_point", ["month", "channel", "outcome", "point"])),
                    .create(tally("tally_hour", ["month", "channel", "weekday", "half"])),
                    .create(tally("tally_demand", ["point", "channel", "day", "half"])),
                    .create(tally("tally_time", ["month", "channel", "point", "kind", "bin"])),
                ]),
            Migration(
                "open-files",
                [
                    .create(
                        Table(
                            "open_file",
                            [
                                .id(), .text("kind"), .int("month"), .int("version").check("version > 0"),
                                .text("digest").check("length(digest) = 64"), .bytes("body"), .int("published"),
                            ], constraints: ["UNIQUE (kind, month, version)"]))
                ]),
            Migration(
                "months",
                [
                    .create(
                        Table(
                            "month_measure",
                            [.id()]
                                + ["persons", "contacts", "known", "journeys", "solved", "repeated", "switched"].map {
                                    Column.int($0).check("\($0) >= 0")
                                } + [.int("measured")],
                            constraints: ["CHECK (solved + repeated <= journeys)", "CHECK (switched <= repeated)"]))
                ]),
            Migration(
                "recent-waits",
                [
                    .create(
                        Table(
                            "recent_wait",
                            [.int("point"), .int("minute"), .int("n").check("n > 0"), .int("seconds").check("seconds >= 0")],
                            constraints: ["PRIMARY KEY (point, minute)"]))
                ]),
            // `ventanilla migrate` fills it from the record.
            Migration("products-by-hour", [.create(tally("tally_product_hour", ["month", "channel", "half", "product"]))]),
        ])

    private static func tally(_ name: String, _ key: [String]) -> Table {
        Table(
            name, key.map { Column.int($0) } + [.int("n").check("n >= 0")],
            constraints: ["PRIMARY KEY (\(key.joined(separator: ", ")))"])
    }
}
