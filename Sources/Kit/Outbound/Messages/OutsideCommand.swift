import Foundation

/// A program of the machine that is handed something on its standard input: a mail, a message to a telephone. What is personal goes that
/// way alone, because everybody on the machine sees the arguments of a program.
public struct OutsideCommand: Sendable {
    private let program: String
    private let arguments: [String]

    /// The words of a command line, without a shell: `/usr/sbin/sendmail -t -i`. nil unless it begins with an absolute path.
    public init?(_ line: String) {
        let words = line.split(separator: " ").map(String.init)
        guard let program = words.first, program.hasPrefix("/") else { return nil }
        self.program = program
        arguments = Array(words.dropFirst())
    }

    /// Runs it to its end. Throws `OutsideCommandFault` when it can't be started, fails, or takes longer than that.
    public func run(_ input: String, within limit: Duration = .seconds(30)) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            Thread { continuation.resume(with: Result { try finish(input, within: limit) }) }.start()
        }
    }

    private func finish(_ input: String, within limit: Duration) throws {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = pipe
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { throw OutsideCommandFault("it can't be started") }
        // A program that ends without reading must not take the server with it (SIGPIPE): the write throws instead.
        signal(SIGPIPE, SIG_IGN)
        try? pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try? pipe.fileHandleForWriting.close()
        let end = ContinuousClock.now + limit
        while process.isRunning, ContinuousClock.now < end { usleep(10_000) }
        if process.isRunning {
            process.terminate()
            throw OutsideCommandFault("it did not end in time")
        }
        guard process.terminationStatus == 0 else { throw OutsideCommandFault("it ended with \(process.terminationStatus)") }
    }
}

/// Why a program of the machine did not do its work. It holds nothing of what it was handed.
public struct OutsideCommandFault: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
