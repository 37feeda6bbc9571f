import Catalog
import Civic
import Logging
import Storage
import Web

/// The only place that knows every room: which engine, which schemas, and who fills which port.
struct House: Sendable {
    let settings: Settings
    let clock: Clock
    let database: Database
    let keyring: Keyring
    let log: Logger

    /// The tables of every capability, in the order in which they may refer to each other.
    static let schemas: [Schema] = [
        .people, .interactions, .audit, .jobs, .files, .limits, .sessions, .parameters, .catalog,
    ]

    /// Over a database that is open already.
    init(settings: Settings, clock: Clock, database: Database, keyring: Keyring, log: Logger) {
        self.settings = settings
        self.clock = clock
        self.database = database
        self.keyring = keyring
        self.log = log
    }

    /// Opens the database that the settings name.
    init(_ settings: Settings, keyring: Keyring, clock: Clock = .system, log: Logger) throws {
        let driver = try settings.database.driver(log)
        self.init(
            settings: settings, clock: clock, database: Database(driver, keyring: keyring) { clock.now.milliseconds }, keyring: keyring,
            log: log)
    }
}
