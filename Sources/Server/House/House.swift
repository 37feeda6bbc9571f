import Catalog
import Civic
import Logging
import Storage
import StoragePostgres
import StorageSQLite

/// The only place that knows every room: which engine, which schemas, and who fills which port.
struct House: Sendable {
    let settings: Settings
    let clock: Clock
    let database: Database
    let log: Logger

    /// The tables of every capability, in the order in which they may refer to each other.
    static let schemas: [Schema] = [.catalog]

    /// Over a database that is open already.
    init(settings: Settings, clock: Clock, database: Database, log: Logger) {
        self.settings = settings
        self.clock = clock
        self.database = database
        self.log = log
    }

    /// Opens the database that the settings name.
    init(_ settings: Settings, keyring: Keyring, clock: Clock = .system, log: Logger) throws {
        let driver = try Self.driver(settings.database, log)
        self.init(settings: settings, clock: clock, database: Database(driver, keyring: keyring) { clock.now.milliseconds }, log: log)
    }

    private static func driver(_ address: DatabaseAddress, _ log: Logger) throws -> any Driver {
        switch address {
        case .sqlite(let path): try SQLiteDriver(path: path)
        case .postgres(let url): try PostgresDriver(url: url, log: log)
        }
    }
}
