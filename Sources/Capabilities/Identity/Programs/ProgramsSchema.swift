import Storage

extension Migration {
    /// Programs of institutions that call the interface, by the digest of the token that each was given once.
    static let programs = Migration(
        "programs",
        [
            .create(
                Table(
                    "program",
                    [
                        .id(), .text("institution").check("institution <> ''"), .text("name").check("name <> ''"),
                        .bytes("digest").unique, .int("made"), .int("ends"), .int("closed").optional,
                    ], constraints: ["CHECK (ends > made)", "CHECK (closed IS NULL OR closed >= made)"]))
        ])
}
