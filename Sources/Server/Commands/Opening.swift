import Civic
import Foundation
import Logging
import Storage
import Web

/// How every command comes to its house.
enum Opening {
    static func settings() throws -> Settings {
        try Settings(environment: ProcessInfo.processInfo.environment)
    }

    static func log(_ settings: Settings) -> Logger {
        Logger(label: "ventanilla") { LineLog(label: $0, level: settings.logLevel, now: Database.systemNow) }
    }

    /// For commands that seal and open nothing: they need no keys of the installation.
    static func withoutSecrets() throws -> House {
        let settings = try settings()
        return try House(settings, keyring: settings.keyring(isDemonstration: true), log: log(settings))
    }

    static func withSecrets(isDemonstration: Bool) throws -> House {
        let settings = try settings()
        return try House(settings, keyring: settings.keyring(isDemonstration: isDemonstration), log: log(settings))
    }
}
