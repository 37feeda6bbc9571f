import Storage

extension Migration {
    /// What is kept of sign-ins: which answers of a provider were taken, and under which name it last knew somebody.
    static let providerSignIns = Migration(
        "sign-ins",
        [
            .create(Table("sign_in_answer", [.id(), .bytes("digest").unique, .int("expires")], transient: true)),
            .create(
                Table(
                    "sign_in_name", [.id(), .subject("person", "person").unique, .bytes("digest").open, .int("seen").open])),
            .run("CREATE INDEX sign_in_answer_expires ON sign_in_answer (expires)"),
        ])
}
