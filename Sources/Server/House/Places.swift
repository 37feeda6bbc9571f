import Civic
import Foundation
import Logging
import Storage
import StoragePostgres
import StorageSQLite

/// The two kinds of place where a database can be: how it is opened, and where a restore is built beside it.
extension DatabaseAddress {
    func driver(_ log: Logger) throws -> any Driver {
        switch self {
        case .sqlite(let path): try SQLiteDriver(path: path)
        case .postgres(let url): try PostgresDriver(url: url, log: log)
        }
    }

    /// `instant` (Unix milliseconds) names what is kept of the former database.
    func staging(instant: Int64, _ log: Logger) -> any Staging {
        switch self {
        case .sqlite(let path): SQLiteStaging(path: path, instant: instant)
        case .postgres(let url): PostgresStaging(url: url, instant: instant, log: log)
        }
    }

    /// False when opening it would make an empty one.
    var exists: Bool {
        switch self {
        case .sqlite(let path): FileManager.default.fileExists(atPath: path)
        case .postgres: true
        }
    }
}
