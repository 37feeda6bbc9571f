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

extension House {
    /// Does something that takes long, and keeps this process's place among the servers meanwhile.
    func whileAlive<Answer: Sendable>(_ work: @escaping @Sendable () async throws -> Answer) async throws -> Answer {
        let keeping = Task { await database.keepAlive(log) }
        defer { keeping.cancel() }
        return try await work()
    }
}
