import Storage

extension Schema {
    /// What people say to the State outside of any procedure. Nobody is asked who they are; what they write is sealed.
    public static let petitions = Schema(
        "petitions",
        [
            Migration(
                "petitions",
                [
                    .create(
                        Table(
                            "petition",
                            [
                                .id(), .text("code").unique.check("length(code) = 8"),
                                .text("kind").check("kind IN ('question', 'complaint', 'suggestion', 'congratulation', 'request')"),
                                .secret("words"), .secret("contact").optional,
                                .int("interaction").references("interaction"), .int("received"), .int("due"), .int("holder").optional,
                                .secret("draft").optional, .int("author").optional, .secret("answer").optional, .int("approver").optional,
                                .int("answered").optional, .int("satisfaction").optional.check("satisfaction BETWEEN 1 AND 7"),
                            ],
                            constraints: [
                                "CHECK ((answer IS NULL) = (answered IS NULL))", "CHECK ((draft IS NULL) = (author IS NULL))",
                                "CHECK (answer IS NULL OR author IS NOT NULL)", "CHECK (approver IS NULL OR approver <> author)",
                                "CHECK (satisfaction IS NULL OR answered IS NOT NULL)",
                            ])),
                    .run("CREATE INDEX petition_open ON petition (due) WHERE answered IS NULL"),
                    .run("CREATE INDEX petition_received ON petition (received)"),
                ])
        ])
}
