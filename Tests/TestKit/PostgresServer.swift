import CPostgres
import Foundation
import Synchronization

/// The PostgreSQL server of the tests. It makes an empty database for each place and drops it afterwards.
public struct PostgresServer: Sendable {
    /// The server named by `TEST_POSTGRES_URL`, if any.
    public static let ofTheTests = ProcessInfo.processInfo.environment["TEST_POSTGRES_URL"].flatMap(PostgresServer.init(url:))

    struct Missing: Error {}
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let url: URLComponents

    /// nil unless the text is an address such as `postgres://user@127.0.0.1:5432/postgres`.
    public init?(url: String) {
        guard let parts = URLComponents(string: url), ["postgres", "postgresql"].contains(parts.scheme), parts.host != nil else {
            return nil
        }
        self.url = parts
    }

    public var host: String { url.host ?? "127.0.0.1" }
    public var port: Int { url.port ?? 5432 }

    /// The same address with another host and port, for a proxy in between.
    public static func redirect(_ address: String, to port: Int) -> String {
        var parts = URLComponents(string: address)
        parts?.host = "127.0.0.1"
        parts?.port = port
        return parts?.string ?? address
    }

    /// Databases that a test has left. To empty one takes a fraction of the time that making one takes.
    private static let free = Mutex<[String]>([])

    func makeDatabase() async throws -> String {
        if let address = Self.free.withLock({ $0.popLast() }) { return address }
        let name = "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
        try await run("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8'", on: url.string ?? "")
        var place = url
        place.path = "/\(name)"
        return place.string ?? ""
    }

    /// Empties a database for the next test. What can't be emptied goes with the server, which is the tests' own.
    func removeDatabase(_ address: String) async {
        guard (try? await run(Self.emptying, on: address)) != nil else { return }
        Self.free.withLock { $0.append(address) }
    }

    private static let emptying = """
        SET client_min_messages = warning;
        SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
        DO $$ DECLARE name text; BEGIN
            FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
                EXECUTE format('DROP SCHEMA %I CASCADE', name);
            END LOOP;
        END $$;
        CREATE SCHEMA public
        """

    /// Runs one statement outside of the driver under test and gives back the first column of its rows.
    @discardableResult
    public func run(_ statement: String, on address: String) async throws -> [String] {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try Self.answer(statement, on: address) })
            }
        }
    }

    private static func answer(_ statement: String, on address: String) throws -> [String] {
        let connection = PQconnectdb(address)
        defer { PQfinish(connection) }
        let result = PQexec(connection, statement)
        defer { PQclear(result) }
        guard [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else {
            throw Failure(description: String(cString: PQerrorMessage(connection)))
        }
        return (0..<PQntuples(result)).map { String(cString: PQgetvalue(result, $0, 0)) }
    }
}
