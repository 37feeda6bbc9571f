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

    init(_ settings: Settings, keyring: Keyring, clock: Clock = .system, log: Logger) throws {
        self.settings = settings
        self.clock = clock
        self.log = log
        database = Database(try Self.driver(settings.database, log), keyring: keyring) { clock.now.milliseconds }
    }

    private static func driver(_ address: DatabaseAddress, _ log: Logger) throws -> any Driver {
        switch address {
        case .sqlite(let path): try SQLiteDriver(path: path)
        case .postgres(let url): try PostgresDriver(url: url, log: log)
        }
    }
}
