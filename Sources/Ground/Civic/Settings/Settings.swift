import Foundation
import Logging
import Storage

/// Everything that an installation may choose, read once from the environment.
public struct Settings: Sendable {
    public let host: String
    public let port: Int
    /// Without a slash at its end.
    public let baseURL: String?
    public let trustedProxies: Set<String>
    public let database: DatabaseAddress
    /// nil when none was given.
    public let keys: MasterKeys?
    public let home: String
    /// The institution whose official site this is; nil while it is nobody's.
    public let operatorName: String?
    /// The name of a file of `Public/themes`, without its ending; nil for the site's own colours.
    public let theme: String?
    public let logLevel: Logger.Level
    public let limits: Limits
    public let handoff: Handoff
    /// Where citizens show who they are; nil while there is no such provider.
    public let provider: ProviderSettings?
    /// Where the staff of an institution show who they are; nil while they have accounts of this installation alone.
    public let staffProvider: ProviderSettings?
    public let messages: Messages
    /// Where the quick exit leads; nil for the home of the site.
    /// Where registers of other institutions answer, and who asks.
    public struct Registers: Sendable, Hashable {
        public let address: String
        public let client: String
    }

    public let registers: Registers?
    public let quickExit: String?
    /// The path of a file of digests of breached passwords.
    public let breachedPasswords: String?
    /// The path of a Chromium; nil to look for one.
    public let chromium: String?

    /// What one client may take of the machine. Times in seconds.
    public struct Limits: Sendable {
        public let bodyBytes: Int
        public let headerBytes: Int
        public let headerSeconds: Int
        public let bodySeconds: Int
        public let idleSeconds: Int
        public let connections: Int
        public let stopSeconds: Int
        /// The largest file of a form.
        public let uploadBytes: Int
        public let listeners: Int
        public let formsPerMinute: Int
        public let sessionIdleMinutes: Int
        public let sessionHours: Int
        public let staffIdleMinutes: Int
        public let staffHours: Int
        public let glassMinutes: Int
        public let glassReviewDays: Int
        /// Contacts about one product that are no further apart are one journey.
        public let journeyDays: Int
        /// How long what a register said is taken as it was said.
        public let registerHours: Int
        /// Straight kilometres of an hour's way.
        public let travelSpeed: Int
        /// For so many days what an institution prepared waits for its person.
        public let preparedDays: Int
        /// For so many days whoever changed a contact or a mandate keeps their hands off what moves money.
        public let handsDays: Int
        /// For so many days a fact of an attention is told to whoever attends.
        public let flagDays: Int
        /// After so many days what is known of agents' places and rosters is forgotten.
        public let shiftDays: Int
        /// Staff is planned so that so many percent of the people wait no longer than so many minutes.
        public let waitTargetPercent: Int
        public let waitTargetMinutes: Int
    }

    /// How people are handed over to the sites of other institutions.
    public struct Handoff: Sendable {
        /// How many days a return code is good for.
        public let codeDays: Int
        /// Whether links are watched; nil when the demonstration decides.
        public let watches: Bool?
        public let contact: String?
    }

    /// Throws the first value that can't be used. Variables that are not in the table are not looked at.
    public init(environment values: [String: String]) throws(SettingsFault) {
        let environment = Environment(values: values)
        host = environment.text("HOST")
        port = try environment.integer("PORT", in: 0...65535)
        baseURL = try Self.baseURL(environment)
        trustedProxies = Set(environment.text("TRUSTED_PROXIES").split(separator: ",").map { $0.filter { !$0.isWhitespace } })
        for proxy in trustedProxies where !proxy.contains(where: { $0 == "." || $0 == ":" }) || proxy.contains("/") {
            throw environment.fault("TRUSTED_PROXIES", "\"\(proxy)\" is not an address")
        }
        guard let database = DatabaseAddress(environment.text("DATABASE_URL")) else {
            // The address may hold a password: it is not repeated.
            throw environment.fault("DATABASE_URL", "it begins neither with sqlite:PATH nor with postgres://")
        }
        self.database = database
        keys = try Self.keys(environment)
        home = environment.text("VENTANILLA_HOME")
        let name = environment.text("OPERATOR")
        guard name.count <= 120, !name.contains(where: \.isNewline) else { throw environment.fault("OPERATOR", "it is no short name") }
        operatorName = name.isEmpty ? nil : name
        let theme = environment.text("THEME")
        guard theme.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }) else {
            throw environment.fault("THEME", "\"\(theme)\" is no name of a theme")
        }
        self.theme = theme == "none" ? nil : theme
        guard let level = Logger.Level(rawValue: environment.text("LOG_LEVEL")) else {
            throw environment.fault("LOG_LEVEL", "\"\(environment.text("LOG_LEVEL"))\" is not a level")
        }
        logLevel = level
        let bodyBytes = try environment.integer("MAX_BODY_BYTES", in: 1024...1_073_741_824)
        let connections = try environment.integer("MAX_CONNECTIONS", in: 10...1_000_000)
        guard let watches = ["on": true, "off": false, "auto": nil][environment.text("WATCH_LINKS")] else {
            throw environment.fault("WATCH_LINKS", "\"\(environment.text("WATCH_LINKS"))\" is none of these")
        }
        let contact = environment.text("WATCH_CONTACT")
        guard contact.utf8.count <= 200, contact.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"();".utf8.contains($0) }) else {
            throw environment.fault("WATCH_CONTACT", "it can't stand in a field of a request")
        }
        handoff = Handoff(
            codeDays: try environment.integer("RETURN_CODE_DAYS", in: 1...365), watches: watches, contact: contact.isEmpty ? nil : contact)
        messages = try Messages(environment)
        let registers = environment.text("REGISTERS_URL")
        let member = environment.text("REGISTERS_CLIENT")
        guard
            registers.isEmpty
                || (registers.hasPrefix("https://") && URL(string: registers)?.host?.isEmpty == false && !registers.hasSuffix("/"))
        else { throw environment.fault("REGISTERS_URL", "\"\(registers)\" is no address with https, without a slash at its end") }
        guard registers.isEmpty || (!member.isEmpty && member.utf8.allSatisfy { (0x21...0x7E).contains($0) }) else {
            throw environment.fault("REGISTERS_CLIENT", "it must say who asks, in plain characters")
        }
        self.registers = registers.isEmpty ? nil : Registers(address: registers, client: member)
        let exit = environment.text("QUICK_EXIT")
        guard exit.isEmpty || exit.hasPrefix("https://") && URL(string: exit)?.host?.isEmpty == false else {
            throw environment.fault("QUICK_EXIT", "\"\(exit)\" is no address with https")
        }
        quickExit = exit.isEmpty ? nil : exit
        let breached = environment.text("BREACHED_PASSWORDS")
        breachedPasswords = breached.isEmpty ? nil : breached
        provider = try ProviderSettings.read(environment, "OIDC_", isForStaff: false)
        staffProvider = try ProviderSettings.read(environment, "STAFF_OIDC_", isForStaff: true)
        let browser = environment.text("CHROMIUM")
        chromium = browser.isEmpty ? nil : browser
        limits = Limits(
            bodyBytes: bodyBytes,
            headerBytes: try environment.integer("MAX_HEADER_BYTES", in: 1024...1_048_576),
            headerSeconds: try environment.integer("HEADER_SECONDS", in: 1...300),
            bodySeconds: try environment.integer("BODY_SECONDS", in: 1...3600),
            idleSeconds: try environment.integer("IDLE_SECONDS", in: 1...3600),
            connections: connections,
            stopSeconds: try environment.integer("STOP_SECONDS", in: 1...600),
            uploadBytes: min(bodyBytes, try environment.integer("MAX_UPLOAD_MB", in: 1...1000) * 1_048_576),
            listeners: min(connections * 5 / 6, try environment.integer("MAX_LISTENERS", in: 1...1_000_000)),
            formsPerMinute: try environment.integer("FORMS_PER_MINUTE", in: 1...100_000),
            sessionIdleMinutes: try environment.integer("SESSION_IDLE_MINUTES", in: 1...1440),
            sessionHours: try environment.integer("SESSION_HOURS", in: 1...720),
            staffIdleMinutes: try environment.integer("STAFF_SESSION_IDLE_MINUTES", in: 1...1440),
            staffHours: try environment.integer("STAFF_SESSION_HOURS", in: 1...72),
            glassMinutes: try environment.integer("GLASS_MINUTES", in: 1...240),
            glassReviewDays: try environment.integer("GLASS_REVIEW_DAYS", in: 1...30),
            journeyDays: try environment.integer("JOURNEY_DAYS", in: 1...365),
            registerHours: try environment.integer("REGISTER_HOURS", in: 1...720),
            travelSpeed: try environment.integer("TRAVEL_KM_PER_HOUR", in: 5...120),
            preparedDays: try environment.integer("PREPARED_DAYS", in: 1...365),
            handsDays: try environment.integer("HANDS_DAYS", in: 1...730),
            flagDays: try environment.integer("FLAG_DAYS", in: 1...365),
            shiftDays: try environment.integer("SHIFT_DAYS", in: 30...3650),
            waitTargetPercent: try environment.integer("WAIT_TARGET_PERCENT", in: 1...99),
            waitTargetMinutes: try environment.integer("WAIT_TARGET_MINUTES", in: 1...240))
    }

    /// The keys to work with. The demonstration has keys of its own; anything else refuses to start without secret ones.
    public func keyring(isDemonstration: Bool) throws(SettingsFault) -> Keyring {
        let how =
            "a key of your own in VENTANILLA_KEYS or VENTANILLA_KEYS_FILE (echo 1:$(openssl rand -hex 32)), or start with --demo to try the demonstration"
        guard let chosen = keys ?? (isDemonstration ? .demonstration : nil), let keyring = chosen.keyring else {
            throw SettingsFault("VENTANILLA_KEYS", "there are no keys for personal data", instead: how)
        }
        if chosen.holdsDemonstration, !isDemonstration {
            throw SettingsFault("VENTANILLA_KEYS", "these are the keys of the demonstration, which everyone knows", instead: how)
        }
        return keyring
    }

    /// Whether the addresses of other institutions are visited.
    public func watchesLinks(isDemonstration: Bool) -> Bool { handoff.watches ?? !isDemonstration }

    /// How the people of a site that is visited can reach whoever runs this.
    public var watchContact: String { handoff.contact ?? baseURL ?? "https://\(host)" }

    /// A folder or file of the house: `Texts/es.json`.
    public func path(_ name: String) -> String { home.hasSuffix("/") ? home + name : home + "/" + name }

    private static func baseURL(_ environment: Environment) throws(SettingsFault) -> String? {
        var text = environment.text("BASE_URL")
        if text.isEmpty { return nil }
        if text.hasSuffix("/") { text.removeLast() }
        guard let url = URL(string: text), url.scheme == "https" || url.scheme == "http", url.host?.isEmpty == false, url.query == nil,
            url.fragment == nil, url.path.isEmpty
        else { throw environment.fault("BASE_URL", "\"\(text)\" is not the beginning of an address") }
        return text
    }

    private static func keys(_ environment: Environment) throws(SettingsFault) -> MasterKeys? {
        let (given, file) = (environment.text("VENTANILLA_KEYS"), environment.text("VENTANILLA_KEYS_FILE"))
        if given.isEmpty, file.isEmpty { return nil }
        guard given.isEmpty || file.isEmpty else {
            throw environment.fault("VENTANILLA_KEYS_FILE", "VENTANILLA_KEYS is there too, and only one can hold")
        }
        guard file.isEmpty || FileManager.default.isReadableFile(atPath: file),
            let text = file.isEmpty ? given : try? String(contentsOfFile: file, encoding: .utf8)
        else {
            throw environment.fault("VENTANILLA_KEYS_FILE", "\(file) can't be read")
        }
        guard let keys = MasterKeys(text) else {
            throw environment.fault(
                file.isEmpty ? "VENTANILLA_KEYS" : "VENTANILLA_KEYS_FILE", "a key is not like that, or two have the same number")
        }
        return keys
    }
}
