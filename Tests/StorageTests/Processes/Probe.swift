import Foundation

/// The process of the tests' own, `Tests/StorageProbe`, which stands beside this one.
struct Probe {
    struct Failure: Error {
        let status: Int32
    }

    static let strace = ["/usr/bin/strace", "/usr/local/bin/strace"].first(where: FileManager.default.isExecutableFile)

    private static var program: URL {
        let here = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: here).deletingLastPathComponent().appendingPathComponent("StorageProbe")
    }

    /// Runs it to its end and gives back the lines that it said.
    static func run(_ words: [String]) async throws -> [String] {
        try await run(program, words)
    }

    /// The same under strace, which writes what the calls of this list were given, and to which file, to `trace`.
    static func run(_ words: [String], tracing calls: String, to trace: URL) async throws -> [String] {
        try await run(["-y", "-s", "65536", "-e", "trace=\(calls)", "-o", trace.path], words)
    }

    /// The same under strace, which lets calls to the system fail: `fdatasync:error=EIO:when=9+5` each fifth, from the ninth on.
    static func run(_ words: [String], failing injection: String) async throws -> [String] {
        let call = injection.prefix { $0 != ":" }
        return try await run(["-e", "trace=\(call)", "-e", "inject=\(injection)", "-o", "/dev/null"], words)
    }

    /// Runs it until it has said `count` lines that begin so, kills it with SIGKILL, and gives back all that it said and how long
    /// the first of those lines took.
    static func kill(_ words: [String], after count: Int, _ beginning: String) async throws -> (said: [String], first: Duration?) {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try killed(words, after: count, Array(beginning.utf8)) })
            }
        }
    }

    private static func killed(
        _ words: [String], after count: Int, _ beginning: [UInt8]
    ) throws -> (said: [String], first: Duration?) {
        let began = ContinuousClock.now
        let process = Process()
        let output = Pipe()
        process.executableURL = program
        process.arguments = words
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        var said: [UInt8] = []
        var first: Duration?
        var seen = 0
        while case let more = output.fileHandleForReading.availableData, !more.isEmpty {
            said.append(contentsOf: more)
            seen += more.split(separator: UInt8(ascii: "\n")).count { $0.starts(with: beginning) }
            if seen > 0, first == nil { first = ContinuousClock.now - began }
            if seen >= count { Foundation.kill(process.processIdentifier, SIGKILL) }
        }
        process.waitUntilExit()
        guard process.terminationReason == .uncaughtSignal else { throw Failure(status: process.terminationStatus) }
        // A last line that was cut is not one.
        let whole = said.prefix((said.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1)
        return (String(decoding: whole, as: UTF8.self).split(separator: "\n").map(String.init), first)
    }

    private static func run(_ options: [String], _ words: [String]) async throws -> [String] {
        try await run(URL(fileURLWithPath: strace ?? "strace"), ["-f", "-e", "signal=none"] + options + [program.path] + words)
    }

    /// Blocks a thread of its own, not one of the tests.
    private static func run(_ program: URL, _ words: [String]) async throws -> [String] {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try finish(program, words) })
            }
        }
    }

    private static func finish(_ program: URL, _ words: [String]) throws -> [String] {
        let process = Process()
        let output = Pipe()
        process.executableURL = program
        process.arguments = words
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
