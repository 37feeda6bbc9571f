extension Schema {
    /// What storage itself keeps: acts, keys that make an act happen once, topics, node leases, and the migrations done.
    static let storage = Schema(
        "storage",
        [
            Migration(
                "acts",
                [
                    .create(Table("act", [.id(), .int("at")])),
                    .create(
                        Table(
                            "act_once",
                            [.bytes("digest"), .int("act").references("act"), .secret("answer").optional, .int("expires")],
                            constraints: ["PRIMARY KEY (digest)"])),
                    .run("CREATE INDEX act_once_expires ON act_once (expires)"),
                    .create(Table("topic", [.text("name"), .int("version")], constraints: ["PRIMARY KEY (name)"], transient: true)),
                    .create(
                        Table(
                            "node", [.id(), .bytes("holder"), .int("expires")], constraints: ["CHECK (id BETWEEN 0 AND 1023)"],
                            transient: true)),
                ])
        ])

    /// Made before the first migration.
    static let history = Table(
        "migration",
        [.text("module"), .int("ordinal"), .text("name"), .int("at")],
        constraints: ["PRIMARY KEY (module, ordinal)"], transient: true)
}
