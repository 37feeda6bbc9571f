import Storage

extension Schema {
    /// Surveys after attentions: each is about a contact and names nobody.
    public static let surveys = Schema(
        "surveys",
        [
            Migration(
                "surveys",
                [
                    .create(
                        Table(
                            "survey",
                            [
                                .id(), .int("interaction").references("interaction").unique, .text("code").unique.check("length(code) = 8"),
                                .int("channel"), .int("offered"), .int("offered_month"), .int("ends"), .int("answered").optional,
                                .int("answered_month").optional,
                                .text("visit").optional.check("visit IN ('saved', 'stillNeeded', 'notSaved')"),
                            ],
                            constraints: ["CHECK ((answered IS NULL) = (answered_month IS NULL))", "CHECK (ends > offered)"])),
                    .create(
                        Table(
                            "survey_grade",
                            [.int("survey").references("survey"), .text("question"), .int("grade").check("grade BETWEEN 1 AND 7")],
                            constraints: ["PRIMARY KEY (survey, question)"])),
                    .run("CREATE INDEX survey_offered ON survey (offered_month, channel)"),
                    .run("CREATE INDEX survey_answered ON survey (answered_month, channel) WHERE answered_month IS NOT NULL"),
                ])
        ])
}
