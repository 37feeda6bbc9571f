import Storage

extension Schema {
    /// What came from outside: how far each load has come.
    public static let intake = Schema(
        "intake",
        [
            Migration(
                "loads",
                [
                    .create(
                        Table(
                            "contact_load",
                            [
                                .id(), .text("source").unique.check("source <> ''"), .int("position"), .int("accepted").check("accepted >= 0"),
                                .int("refused").check("refused >= 0"), .int("began"), .int("ended").optional,
                            ],
                            constraints: ["CHECK (ended IS NULL OR ended >= began)"]))
                ])
        ])
}
