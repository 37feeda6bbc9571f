import Storage

extension Schema {
    /// How often something was tried lately, where the whole installation must count together: sign-ins, codes.
    public static let limits = Schema(
        "limits",
        [
            Migration(
                "attempts",
                [
                    // `digest` is keyed: whose number or address it was can't be read.
                    .create(
                        Table(
                            "attempt", [.bytes("digest"), .int("count").check("count > 0"), .int("until")],
                            constraints: ["PRIMARY KEY (digest)"], transient: true)),
                    .run("CREATE INDEX attempt_until ON attempt (until)"),
                ])
        ])
}
