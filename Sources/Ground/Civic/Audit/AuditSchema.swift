import Storage

extension Schema {
    /// Who did what, append-only; what is still to be sealed; and the seals: a keyed chain over batches.
    public static let audit = Schema(
        "audit",
        [
            Migration(
                "audit",
                [
                    .create(
                        Table(
                            "audit",
                            [
                                .id(), .int("act").open.references("act"), .int("at").open,
                                .int("actor_kind").open.check("actor_kind BETWEEN 0 AND 4"), .int("actor").open.optional,
                                .int("assurance").open, .text("verb").open.check("verb <> ''"), .subject("subject", "person").optional,
                                .text("object_kind").open.optional, .int("object").open.optional,
                                .int("interaction").open.optional.references("interaction"), .text("fields").open.optional,
                                .text("purpose").open.optional, .bytes("detail").open.optional,
                            ],
                            constraints: ["CHECK ((object IS NULL) = (object_kind IS NULL))"])),
                    .create(Table("unsealed", [.id().references("audit")])),
                    // `members` holds the ids of the batch in their order, eight bytes each.
                    .create(
                        Table(
                            "audit_seal",
                            [
                                .id(), .int("at"), .int("entries").check("entries > 0"), .bytes("members"), .bytes("previous"),
                                .bytes("head").unique,
                            ],
                            constraints: ["CHECK (length(members) = 8 * entries)", "CHECK (id > 0)"])),
                    .run("CREATE INDEX audit_subject ON audit (subject, id) WHERE subject IS NOT NULL"),
                    .run("CREATE INDEX audit_actor ON audit (actor_kind, actor, id)"),
                    .run("CREATE INDEX audit_act ON audit (act)"),
                ]),
            Migration(
                "checks",
                [
                    .create(
                        Table(
                            "audit_check", [.id(), .int("at"), .int("entries").check("entries >= 0"), .int("faults").check("faults >= 0")]))
                ]),
            // An auditor asks for a day, and an id tells nothing of when it was.
            Migration("moments", [.run("CREATE INDEX audit_at ON audit (at)")]),
        ])
}
