extension Settings {
    /// What carries messages out of the house; what is nil is not there.
    public struct Messages: Sendable {
        public let mailCommand: String?
        public let mailFrom: String?
        public let phoneCommand: String?

        init(_ environment: Environment) throws(SettingsFault) {
            mailCommand = try Self.command("MAIL_COMMAND", environment)
            phoneCommand = try Self.command("PHONE_COMMAND", environment)
            let from = environment.text("MAIL_FROM")
            guard from.isEmpty || Contact(.email, typed: from) != nil else {
                throw environment.fault("MAIL_FROM", "\"\(from)\" is no e-mail")
            }
            guard mailCommand == nil || !from.isEmpty else { throw environment.fault("MAIL_FROM", "MAIL_COMMAND is there and needs it") }
            mailFrom = from.isEmpty ? nil : from
        }

        private static func command(_ key: String, _ environment: Environment) throws(SettingsFault) -> String? {
            let line = environment.text(key)
            guard line.isEmpty || line.hasPrefix("/") else { throw environment.fault(key, "it does not begin with the path of a program") }
            return line.isEmpty ? nil : line
        }
    }
}
