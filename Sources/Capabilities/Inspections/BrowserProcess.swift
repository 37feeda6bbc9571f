import Foundation
import Synchronization

/// A browser of one's own, without a window, that is spoken to over a pair of pipes (`--remote-debugging-pipe`: it reads descriptor 3 and
/// writes descriptor 4). Nothing is open to the network, and nothing of it stays.
final class BrowserProcess: Sendable {
    private let folder: URL
    private let process: Process
    private let toBrowser: Int32
    private let fromBrowser: Int32
    private let isOver = Mutex(false)

    /// Messages as they come, each without the zero byte that ends it. It ends when the browser does.
    let messages: AsyncStream<Data>

    /// Starts the program. Throws what the system says when it can't be started.
    init(_ path: String) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ventanilla-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (input, output) = (folder.appendingPathComponent("in").path, folder.appendingPathComponent("out").path)
        guard mkfifo(input, 0o600) == 0, mkfifo(output, 0o600) == 0 else { throw BrowserFault("no pipes can be made") }
        // Open for both, so that nobody waits for the other end.
        toBrowser = open(input, O_RDWR | O_CLOEXEC)
        fromBrowser = open(output, O_RDWR | O_CLOEXEC)
        guard toBrowser >= 0, fromBrowser >= 0 else { throw BrowserFault("no pipes can be opened") }
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments =
            ["-c", "in=$1; out=$2; shift 2; exec \"$@\" 3<\"$in\" 4>\"$out\"", "sh", input, output, path, "--headless=new"]
            + [
                "--remote-debugging-pipe", "--user-data-dir=" + folder.appendingPathComponent("profile").path, "--no-first-run",
                "--disable-gpu", "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--no-default-browser-check", "--hide-scrollbars", "--mute-audio",
            ] + (geteuid() == 0 ? ["--no-sandbox"] : []) + ["about:blank"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let (stream, source) = AsyncStream.makeStream(of: Data.self)
        messages = stream
        try process.run()
        let thread = Thread { [self] in read(into: source) }
        thread.start()
    }

    /// Sends one message.
    func send(_ message: Data) throws {
        let bytes = [UInt8](message) + [0]
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { write(toBrowser, $0.baseAddress, $0.count) }
            guard count > 0 else { throw BrowserFault("the browser does not listen") }
            sent += count
        }
    }

    /// Ends the browser and takes away what it kept. After it nothing more comes.
    func end() {
        isOver.withLock { $0 = true }
        if process.isRunning { process.terminate() }
        for _ in 0..<40 where process.isRunning { usleep(50_000) }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        // Its own processes may still be writing there while they end.
        for _ in 0..<20 where FileManager.default.fileExists(atPath: folder.path) {
            if (try? FileManager.default.removeItem(at: folder)) == nil { usleep(50_000) }
        }
    }

    private func read(into source: AsyncStream<Data>.Continuation) {
        var cutter = MessageCutter()
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while !isOver.withLock({ $0 }) {
            var watched = pollfd(fd: fromBrowser, events: Int16(POLLIN), revents: 0)
            guard poll(&watched, 1, 100) > 0 else {
                if process.isRunning { continue }
                break
            }
            let count = buffer.withUnsafeMutableBytes { Glibc.read(fromBrowser, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            for message in cutter.take(buffer[..<count]) { source.yield(message) }
        }
        source.finish()
        close(fromBrowser)
        close(toBrowser)
    }
}

/// The browser did not do what it was asked.
public struct BrowserFault: Error, Equatable, CustomStringConvertible {
    static let ended = BrowserFault("the browser ended")

    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
