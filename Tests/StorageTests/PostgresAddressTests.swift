import Foundation
import Storage
import StoragePostgres
import TestKit
import Testing

@Suite("PostgreSQL: addresses", .enabled(if: PostgresOwnServer.isThere))
struct PostgresAddressTests {
    @Test("of several hosts the one that accepts writes is taken, and another when that one is gone")
    func findsThePrimary() async throws {
        try await PostgresOwnServer.with { first in
            try await PostgresOwnServer.with(["default_transaction_read_only = on"]) { second in
                let url =
                    "postgres://tester@127.0.0.1:\(second.port),127.0.0.1:\(first.port)/postgres?target_session_attrs=read-write&connect_timeout=3"
                try await PostgresDriver.with(url) { _ in
                } _: { driver in
                    try await driver.prepare()
                    #expect(
                        try await driver.number("SELECT CAST(setting AS BIGINT) AS n FROM pg_settings WHERE name = 'port'") == first.port)
                    try await first.stop()
                    try await second.set("default_transaction_read_only", to: "off")
                    #expect(
                        try await driver.number("SELECT CAST(setting AS BIGINT) AS n FROM pg_settings WHERE name = 'port'") == second.port)
                }
            }
        }
    }

    @Test(
        "TLS is spoken as the address asks: large values arrive whole, and a server that nobody vouches for is refused",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")))
    func speaksTLS() async throws {
        try await PostgresOwnServer.with { server in
            let certificate = try await server.useTLS()
            let blob = Array(String(repeating: "ñ🇨🇱\0a", count: 170_000).utf8)
            let url = server.url.replacing("127.0.0.1", with: "localhost") + "?sslmode=verify-full&sslrootcert=\(certificate)"
            try await PostgresDriver.with(url) {
                $0.connections = 1
            } _: { driver in
                #expect(try await driver.number("SELECT COUNT(*) AS n FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl") == 1)
                try await driver.act { session in
                    _ = try session.execute("CREATE TABLE large (id BIGINT PRIMARY KEY, b BYTEA NOT NULL)")
                    for id in [Int64](1...3) { _ = try session.execute("INSERT INTO large (id, b) VALUES (\(id), \(blob))") }
                }
                for _ in 0..<2 {
                    let same = try await driver.read { session in
                        var same = 0
                        try session.each("SELECT b FROM large ORDER BY id") { if try $0["b"] == blob { same += 1 } }
                        return same
                    }
                    #expect(same as? Int == 3)
                }
            }
            let stranger = server.url + "?sslmode=verify-full&sslrootcert=/etc/ssl/certs/ca-certificates.crt"
            try await PostgresDriver.with(stranger) {
                $0.wait = .milliseconds(100)
            } _: { driver in
                #expect(await fault { try await driver.ping() } == .unavailable)
            }
        }
    }
}
