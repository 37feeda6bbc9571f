import Foundation
import Storage
import StoragePostgres
import TestKit

/// A PostgreSQL server of one test's own, which it may stop, start and kill. It runs as somebody without privileges, in a folder
/// and on a port that end with it.
final class PostgresOwnServer: Sendable {
    struct Failure: Error {
        let command: String
    }

    static let programs: URL? = {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        return versions.sorted { ($0 as NSString).integerValue > ($1 as NSString).integerValue }
            .map { URL(fileURLWithPath: "/usr/lib/postgresql/\($0)/bin") }
            .first { FileManager.default.isExecutableFile(atPath: $0.appendingPathComponent("initdb").path) }
    }()
    static var isThere: Bool { programs != nil }

    private let programs: URL
    private let folder: URL
    let port: Int

    /// Gives the body a running server with one empty database.
    static func with<Answer: Sendable>(_ settings: [String] = [], _ body: (PostgresOwnServer) async throws -> Answer) async throws -> Answer
    {
        try await turnstile.passing {
            let server = try await PostgresOwnServer(settings)
            do {
                try await server.start()
                let answer = try await body(server)
                await server.remove()
                return answer
            } catch {
                await server.remove()
                throw error
            }
        }
    }

    /// So many servers run at a time.
    private static let turnstile = Turnstile(letting: 3)

    private init(_ settings: [String]) async throws {
        guard let programs = Self.programs else { throw Failure(command: "initdb is not installed") }
        self.programs = programs
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("pg-\(UUID().uuidString.prefix(8))")
        port = Self.freePort()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if getuid() == 0 { try await Self.run("/bin/chown", ["nobody", folder.path]) }
        try await command("initdb", ["-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"])
        let lines =
            ["port = \(port)", "listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", "fsync = off", "shared_buffers = '16MB'"]
            + settings
        try await command("sh", ["-c", "printf '%s\\n' \"$0\" >> '\(data)/postgresql.conf'", lines.joined(separator: "\n")])
    }

    private var data: String { folder.appendingPathComponent("data").path }

    var url: String { "postgres://tester@127.0.0.1:\(port)/postgres" }

    func start() async throws {
        try await command("pg_ctl", ["-D", data, "-l", folder.appendingPathComponent("log").path, "-w", "start"])
    }

    /// `fast` ends sessions and writes everything down; `immediate` is as good as a power cut.
    func stop(_ mode: String = "fast") async throws {
        try await command("pg_ctl", ["-D", data, "-m", mode, "-w", "stop"])
    }

    /// Changes a setting of the running server, and comes back when new work goes by it.
    func set(_ name: String, to value: String) async throws {
        try await command("sh", ["-c", "printf '%s\\n' \"$0\" >> '\(data)/postgresql.conf'", "\(name) = '\(value)'"])
        try await command("pg_ctl", ["-D", data, "reload"])
        let isSet = try await withDriver { driver in
            try await eventually {
                try await driver.number("SELECT COUNT(*) AS n FROM pg_settings WHERE name = \(name) AND setting = \(value)") == 1
            }
        }
        if !isSet { throw Failure(command: "reload") }
    }

    /// Gives the server a certificate of its own for `localhost`, and gives back its path.
    func useTLS() async throws -> String {
        try await command(
            "/usr/bin/openssl",
            [
                "req", "-new", "-x509", "-days", "2", "-nodes", "-subj", "/CN=localhost", "-out", "\(data)/server.crt", "-keyout",
                "\(data)/server.key",
            ])
        try await set("ssl", to: "on")
        return "\(data)/server.crt"
    }

    private func remove() async {
        try? await stop("immediate")
        try? FileManager.default.removeItem(at: folder)
    }

    func withDriver<Answer: Sendable>(
        _ change: (inout PostgresSettings) -> Void = { _ in }, _ body: (PostgresDriver) async throws -> Answer
    ) async throws -> Answer {
        try await PostgresDriver.with(url, change, body)
    }

    private func command(_ name: String, _ arguments: [String]) async throws {
        let program = name == "sh" ? "/bin/sh" : name.hasPrefix("/") ? name : programs.appendingPathComponent(name).path
        if getuid() == 0 {
            try await Self.run("/usr/sbin/runuser", ["-u", "nobody", "--", program] + arguments)
        } else {
            try await Self.run(program, arguments)
        }
    }

    /// Waits on a thread of its own. A server keeps what its starter had open, so the starter's end is all that is waited for.
    private static func run(_ program: String, _ arguments: [String]) async throws {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try spawn(program, arguments) })
            }
        }
    }

    private static func spawn(_ program: String, _ arguments: [String]) throws {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        for descriptor in [0, 1, 2] as [Int32] {
            posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY, 0)
        }
        let words = ([program] + arguments).map { strdup($0) }
        let environment = [strdup("PATH=/usr/bin:/bin"), nil]
        defer { for word in words + environment { free(word) } }
        var (process, status): (pid_t, Int32) = (0, 0)
        guard posix_spawn(&process, program, &files, nil, words + [nil], environment) == 0 else { throw Failure(command: program) }
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        guard status == 0 else { throw Failure(command: ([program] + arguments).joined(separator: " ")) }
    }

    private static func freePort() -> Int {
        let place = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(place) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(place, $0, length)
                _ = getsockname(place, $0, &length)
            }
            return Int(UInt16(bigEndian: pointer.pointee.sin_port))
        }
    }
}
