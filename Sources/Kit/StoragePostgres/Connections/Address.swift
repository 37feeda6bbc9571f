import CPostgres
import Foundation
import Storage

/// Where the server is and how to speak to it: a `postgres://` URL, handed to libpq as it is. It is never shown.
struct Address: Sendable {
    private let url: String
    /// Where tables are looked for, if it is not where the server says.
    let schema: String?

    /// Throws when libpq does not understand the URL. What it says of it would repeat the URL, so it is not passed on.
    init(_ url: String, schema: String? = nil) throws {
        guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://"), let options = PQconninfoParse(url, nil) else {
            throw StorageFault(.unavailable, "the address of the PostgreSQL server is not one that libpq understands")
        }
        PQconninfoFree(options)
        self.url = url
        self.schema = schema
    }

    /// Parameters in order; a later one goes before an earlier one, so the URL can change what stands before it.
    func parameters(_ settings: PostgresSettings) -> [(key: String, value: String)] {
        [
            ("application_name", "ventanilla"),
            ("connect_timeout", "\(max(2, settings.connecting.milliseconds / 1000))"),
            ("keepalives", "1"), ("keepalives_idle", "10"), ("keepalives_interval", "3"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "10000"),
            ("dbname", url),
            ("client_encoding", "UTF8"),
        ]
    }

    /// Connects, which blocks the thread. Throws `ConnectionLost` with a reason that names neither host nor user.
    func connect(_ settings: PostgresSettings) throws -> OpaquePointer {
        let parameters = parameters(settings)
        let handle = Self.lend(parameters.map(\.key)) { keys in
            Self.lend(parameters.map(\.value)) { values in PQconnectdbParams(keys, values, 1) }
        }
        guard let handle else { throw ConnectionLost(reason: "no memory for a connection") }
        guard PQstatus(handle) == CONNECTION_OK else {
            let reason = ConnectFailure.reason(String(cString: PQerrorMessage(handle)))
            PQfinish(handle)
            throw ConnectionLost(reason: reason)
        }
        return handle
    }

    private static func lend<Answer>(_ strings: [String], _ body: ([UnsafePointer<CChar>?]) -> Answer) -> Answer {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies.map { UnsafePointer($0) } + [nil])
    }
}
