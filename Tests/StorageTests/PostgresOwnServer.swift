import Foundation
import Storage
import StoragePostgres

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
        let server = try PostgresOwnServer(settings)
        defer { server.remove() }
        try server.start()
        return try await body(server)
    }

    private init(_ settings: [String]) throws {
        guard let programs = Self.programs else { throw Failure(command: "initdb is not installed") }
        self.programs = programs
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("pg-\(UUID().uuidString.prefix(8))")
        port = Self.freePort()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if getuid() == 0 { try Self.run("/bin/chown", ["nobody", folder.path]) }
        try command("initdb", ["-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"])
        let lines =
            ["port = \(port)", "listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", "fsync = off", "shared_buffers = '16MB'"]
            + settings
        try command("sh", ["-c", "printf '%s\\n' \"$0\" >> '\(data)/postgresql.conf'", lines.joined(separator: "\n")])
    }

    private var data: String { folder.appendingPathComponent("data").path }

    var url: String { "postgres://tester@127.0.0.1:\(port)/postgres" }

    func start() throws {
        try command("pg_ctl", ["-D", data, "-l", folder.appendingPathComponent("log").path, "-w", "start"])
    }

    /// `fast` ends sessions and writes everything down; `immediate` is as good as a power cut.
    func stop(_ mode: String = "fast") throws {
        try command("pg_ctl", ["-D", data, "-m", mode, "-w", "stop"])
    }

    /// Changes a setting of the running server, and comes back when the driver's sessions have it.
    func set(_ name: String, to value: String, as driver: PostgresDriver) async throws {
        try command("sh", ["-c", "printf '%s\\n' \"$0\" >> '\(data)/postgresql.conf'", "\(name) = '\(value)'"])
        try command("pg_ctl", ["-D", data, "reload"])
        let set = try await soon {
            try await driver.number("SELECT COUNT(*) AS n FROM pg_settings WHERE name = \(name) AND setting = \(value)") == 1
        }
        if !set { throw Failure(command: "reload") }
    }

    func remove() {
        try? stop("immediate")
        try? FileManager.default.removeItem(at: folder)
    }

    /// A driver with the settings that a test needs, closed at the end of the body.
    func withDriver<Answer: Sendable>(
        _ change: (inout PostgresSettings) -> Void = { _ in }, _ body: (PostgresDriver) async throws -> Answer
    ) async throws -> Answer {
        var settings = PostgresSettings()
        settings.connections = 4
        settings.closing = .seconds(2)
        change(&settings)
        let driver = try PostgresDriver(url: url, settings: settings)
        do {
            let answer = try await body(driver)
            await driver.close()
            return answer
        } catch {
            await driver.close()
            throw error
        }
    }

    private func command(_ name: String, _ arguments: [String]) throws {
        let program = name == "sh" ? "/bin/sh" : programs.appendingPathComponent(name).path
        if getuid() == 0 {
            try Self.run("/usr/sbin/runuser", ["-u", "nobody", "--", program] + arguments)
        } else {
            try Self.run(program, arguments)
        }
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(command: program + " " + arguments.joined(separator: " ")) }
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
