import Storage

extension Migration {
    /// Accounts of the staff, what they may do and until when, and the agreements between institutions.
    static let staffAccounts = Migration(
        "staff-accounts",
        [
            .create(account), .create(grant), .create(agreement),
            .run("CREATE INDEX staff_account_person ON staff_account (person) WHERE person IS NOT NULL"),
            .run("CREATE INDEX staff_grant_staff ON staff_grant (staff) WHERE taken IS NULL"),
            .run("CREATE INDEX agreement_receiver ON agreement (receiver, from_day)"),
            .run("CREATE INDEX agreement_giver ON agreement (giver, from_day)"),
        ])

    /// What accounts sign in with besides a password, and how long somebody who was wrong must wait.
    static let staffSignIn = Migration(
        "staff-sign-in",
        [
            .create(
                Table(
                    "staff_recovery", [.id(), .int("staff").references("staff_account"), .bytes("digest").unique, .int("used").optional])),
            .create(link), .create(brake),
            .run("CREATE INDEX staff_recovery_staff ON staff_recovery (staff)"),
            .run("CREATE INDEX staff_link_staff ON staff_link (staff) WHERE ended IS NULL"),
            .run("CREATE INDEX sign_in_brake_until ON sign_in_brake (forgotten)"),
        ])

    /// `password` is nil until one was given; a temporary one opens nothing but the choice of one's own, until it ends. A second factor
    /// that waits to be confirmed stands beside the one in use.
    private static let account = Table(
        "staff_account",
        [
            .id(), .secret("login"), .lookup("login_lookup", of: "login").unique, .secret("name"),
            .subject("person", "person").optional, .text("institution").open.check("institution <> ''"),
            .text("post").open.check("post <> ''"), .int("point").open.optional, .text("password").open.optional,
            .int("temporary_until").open.optional, .secret("totp").optional, .secret("totp_next").optional,
            .int("totp_step").open.check("totp_step >= 0"), .int("made").open, .int("closed").open.optional,
        ],
        constraints: [
            "CHECK (temporary_until IS NULL OR password IS NOT NULL)", "CHECK (closed IS NULL OR closed >= made)",
        ])

    /// Nobody gives themselves a role. A grant at a point names it; `by_staff` is nil for what was given by a command on the server.
    private static let grant = Table(
        "staff_grant",
        [
            .id(), .int("staff").references("staff_account"), .text("role").check("role <> ''"),
            .text("reach").check("reach IN ('point', 'institution', 'network')"), .int("point").optional,
            .text("sensitivities"), .int("since"), .int("until").optional, .int("by_staff").optional, .int("taken").optional,
        ],
        constraints: [
            "CHECK ((reach = 'point') = (point IS NOT NULL))", "CHECK (until IS NULL OR until > since)",
            "CHECK (by_staff IS NULL OR by_staff <> staff)",
        ])

    /// A convenio: under it the staff of `receiver` sees matters of `giver`, from one day to another.
    private static let agreement = Table(
        "agreement",
        [
            .id(), .text("giver").check("giver <> ''"), .text("receiver").check("receiver <> ''"), .text("purpose").check("purpose <> ''"),
            .text("data").check("data <> ''"), .text("basis").check("basis <> ''"), .int("from_day"), .int("to_day"), .int("made"),
        ],
        constraints: ["CHECK (giver <> receiver)", "CHECK (to_day >= from_day - 1)"])

    /// The account of an institution's own provider with which somebody signs in: by what it was named
    /// by, and by the subject to which the first sign-in bound it.
    private static let link = Table(
        "staff_link",
        [
            .id(), .int("staff").references("staff_account"), .text("issuer").check("issuer <> ''"),
            .text("kind").check("kind IN ('subject', 'account')"), .secret("name"), .lookup("name_lookup", of: "name"), .int("made"),
            .int("ended").optional,
        ])

    /// `digest` is keyed: whose account or address it was can't be read.
    private static let brake = Table(
        "sign_in_brake",
        [.bytes("digest"), .int("failures").check("failures > 0"), .int("free"), .int("forgotten")],
        constraints: ["PRIMARY KEY (digest)"], transient: true)
}
