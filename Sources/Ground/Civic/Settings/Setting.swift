/// One row of the table of settings.
public struct Setting: Sendable {
    /// The name of the environment's variable.
    public let key: String
    /// What a right value looks like.
    public let form: String
    /// The value when there is none; empty for none.
    public let standard: String
    public let meaning: String

    /// Every setting, in the order of the table of `ventanilla serve --help` and of Docs/operations.md.
    public static let all = house + citizenProvider + staffProvider

    private static let house: [Setting] = [
        Setting("PORT", "0 to 65535", "8080", "Port to listen on; 0 takes a free one and says which"),
        Setting(
            "HOST", "address or name", "127.0.0.1",
            "Address to listen on. This machine alone by default: a proxy that ends TLS stands in front, and nothing is open to a network by accident"
        ),
        Setting(
            "BASE_URL", "https://host or http://host", "", "How people reach the site, for canonical addresses; https:// turns HSTS on"),
        Setting("TRUSTED_PROXIES", "addresses, by commas", "", "Proxies whose X-Request-ID and X-Forwarded-For are believed"),
        Setting(
            "DATABASE_URL", "sqlite:PATH or postgres://…", "sqlite:var/ventanilla.db",
            "The database; a relative path starts at the working folder"),
        Setting(
            "VENTANILLA_KEYS", "NUMBER:64 hex digits, by commas", "",
            "Master keys of personal data, the current one first; make one with: echo 1:$(openssl rand -hex 32)"),
        Setting("VENTANILLA_KEYS_FILE", "path", "", "A file with the same, one key a line, instead of VENTANILLA_KEYS"),
        Setting("VENTANILLA_HOME", "folder", ".", "Where Catalogue/, Texts/ and Public/ are"),
        Setting(
            "OPERATOR", "a name, at most 120 characters", "",
            "The institution whose official site this is; without it every page says that it is no official site"),
        Setting("THEME", "none, or the name of a file of Public/themes", "none", "The colours of the site, when they are not its own"),
        Setting("LOG_LEVEL", "trace, debug, info, notice, warning, error or critical", "info", "The least that the log tells"),
        Setting("MAX_BODY_BYTES", "1024 to 1073741824", "12582912", "The largest body of a request"),
        Setting(
            "MAX_UPLOAD_MB", "1 to 1000", "10",
            "The largest file that a form takes, in units of 1 048 576 bytes; never more than MAX_BODY_BYTES"),
        Setting("MAX_HEADER_BYTES", "1024 to 1048576", "16384", "The largest head of a request, all fields together"),
        Setting("HEADER_SECONDS", "1 to 300", "10", "How long a client may take to send the head of a request"),
        Setting("BODY_SECONDS", "1 to 3600", "60", "How long a client may take to send the body of a request"),
        Setting("IDLE_SECONDS", "1 to 3600", "30", "How long a connection may rest between requests, or wait for a client to read"),
        Setting("MAX_CONNECTIONS", "10 to 1000000", "12000", "Connections at once; more wait in the system's queue"),
        Setting(
            "MAX_LISTENERS", "1 to 1000000", "10000",
            "Open pages that wait for news at once, by topic; never more than five sixths of MAX_CONNECTIONS"),
        Setting("FORMS_PER_MINUTE", "1 to 100000", "60", "Forms that one client may send a minute, in the long run, at each server"),
        Setting("SESSION_IDLE_MINUTES", "1 to 1440", "30", "A session ends after so long without a sign"),
        Setting("SESSION_HOURS", "1 to 720", "12", "A session ends after so long, used or not"),
        Setting("STAFF_SESSION_IDLE_MINUTES", "1 to 1440", "15", "A session of somebody of the staff ends after so long without a sign"),
        Setting("STAFF_SESSION_HOURS", "1 to 72", "10", "A session of somebody of the staff ends after so long, used or not"),
        Setting(
            "GLASS_MINUTES", "1 to 240", "30",
            "How long somebody of the staff may look at a person who is not there, once they gave a reason"),
        Setting("GLASS_REVIEW_DAYS", "1 to 30", "2", "In how many business days another must have reviewed such a look"),
        Setting(
            "REGISTERS_URL", "https://host/path", "",
            "Where the registers of other institutions answer, each under its name (X-Road REST); without it they count as down, and people are asked"
        ),
        Setting("REGISTERS_CLIENT", "a member of the network", "", "Who asks, as the network of the State names this house: CL/GOB/…"),
        Setting("REGISTER_HOURS", "1 to 720", "24", "For how long what a register said is taken as it was said, while nothing is filed"),
        Setting("PREPARED_DAYS", "1 to 365", "60", "Days for which what an institution prepared for a person waits for them"),
        Setting(
            "HANDS_DAYS", "1 to 730", "90",
            "Days for which whoever of the staff changed a contact or a mandate keeps their hands off services of that person that move money"
        ),
        Setting(
            "TRAVEL_KM_PER_HOUR", "5 to 120", "40",
            "Straight kilometres of an hour's way, from which the board of presence estimates how long people travel; a supposition, shown as one"
        ),
        Setting("FLAG_DAYS", "1 to 365", "90", "Days for which a fact of an attention, as a threat, is told to whoever attends"),
        Setting("SHIFT_DAYS", "30 to 3650", "400", "Days after which places, reviews and rosters of agents are forgotten"),
        Setting("WAIT_TARGET_MINUTES", "1 to 240", "10", "Staff is planned so that a share of the people wait no longer"),
        Setting("WAIT_TARGET_PERCENT", "1 to 99", "80", "The share of people for which staff is planned, in percent"),
        Setting("JOURNEY_DAYS", "1 to 365", "30", "Contacts of a person about one product are one journey when they are no further apart"),
        Setting("RETURN_CODE_DAYS", "1 to 365", "30", "How long a code is good that a person takes along to another institution's site"),
        Setting(
            "WATCH_LINKS", "on, off or auto", "auto",
            "Whether the addresses of other institutions are visited each day; auto: not in the demonstration"),
        Setting(
            "WATCH_CONTACT", "an address or e-mail", "",
            "How the people of a site that is visited can reach you; without it BASE_URL is named"),
        Setting(
            "MAIL_COMMAND", "a command line", "",
            "A program that takes a mail on its standard input, such as /usr/sbin/sendmail -t -i; without it no mail is sent"),
        Setting("MAIL_FROM", "an e-mail", "", "Who mails say that they are from; MAIL_COMMAND needs it"),
        Setting(
            "PHONE_COMMAND", "a command line", "",
            "A program that takes a telephone and, after an empty line, a text on its standard input; without it no telephone is confirmed"),
        Setting(
            "BREACHED_PASSWORDS", "a file", "",
            "SHA-1 digests of passwords found in breaches, in order, as Pwned Passwords hands them out: none of them can be chosen"),
        Setting(
            "QUICK_EXIT", "https://…", "", "Where the quick exit of protected persons leads; without it, to the home of the site"),
        Setting("CHROMIUM", "path", "", "The browser of `site check`; without it the first Chromium on the search path"),
        Setting("STOP_SECONDS", "1 to 600", "10", "How long requests that run may take after SIGTERM"),
    ]

    init(_ key: String, _ form: String, _ standard: String, _ meaning: String) {
        self.key = key
        self.form = form
        self.standard = standard
        self.meaning = meaning
    }

    /// The table in Markdown, as it stands in Docs/operations.md.
    public static var markdown: String {
        (["| setting | form | default | meaning |", "|---|---|---|---|"]
            + all.map { "| `\($0.key)` | \($0.form) | \($0.standard.isEmpty ? "none" : "`\($0.standard)`") | \($0.meaning) |" }).joined(
                separator: "\n")
    }

    /// The table as plain text, as `--help` shows it.
    public static var plain: String {
        all.map { "  \($0.key)=\($0.form)\n      \($0.meaning).\($0.standard.isEmpty ? "" : " Default: \($0.standard)")" }.joined(
            separator: "\n")
    }
}

/// A value that can't be used: which, why, and what to write instead. It never shows a secret.
public struct SettingsFault: Error, Equatable, CustomStringConvertible {
    public let key: String
    public let description: String

    init(_ key: String, _ problem: String, instead: String) {
        self.key = key
        description = "\(key): \(problem). Write \(instead)."
    }
}
