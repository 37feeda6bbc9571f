import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Testing

@testable import Web

/// A site that listens on a free port, for clients that don't behave.
enum LiveSite {
    /// Starts the sample site, gives its port, and stops it gracefully afterwards.
    static func with<Answer: Sendable>(
        _ environment: [String: String] = [:], _ body: @Sendable (Int, ServiceGroup) async throws -> Answer
    ) async throws -> Answer {
        try await with(SampleSite(environment), body)
    }

    static func with<Answer: Sendable>(
        _ sample: SampleSite, _ body: @Sendable (Int, ServiceGroup) async throws -> Answer
    ) async throws -> Answer {
        let (ports, found) = AsyncStream<Int>.makeStream()
        let application = sample.site.application { port in found.yield(port) }
        let group = ServiceGroup(
            configuration: .init(services: [application], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            let answer = try await body(port, group)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return answer
        }
    }
}

/// A plain connection: it sends any bytes and reads what comes until the other end closes.
struct PlainClient: Sendable {
    private let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>

    static func connect(_ port: Int) async throws -> PlainClient {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return PlainClient(channel: channel)
    }

    func close() async {
        try? await channel.channel.close()
    }

    /// Sends the pieces with a pause before each but the first, and gives back all that came until the other end closed.
    func exchange(_ pieces: [String], pause: Duration = .zero, ends: Bool = false) async throws -> String {
        try await channel.executeThenClose { inbound, outbound in
            try await withThrowingTaskGroup(of: String.self) { group in
                group.addTask {
                    var text = ""
                    do {
                        for try await part in inbound { text += String(buffer: part) }
                    } catch {
                        // A connection that was reset has said what it had to say.
                    }
                    return text
                }
                group.addTask {
                    for (index, piece) in pieces.enumerated() {
                        do {
                            if index > 0, pause > .zero { try await Task.sleep(for: pause) }
                            try await outbound.write(ByteBuffer(string: piece))
                        } catch {
                            // Nobody listens any more; what was answered is read above.
                            break
                        }
                    }
                    if ends { outbound.finish() }
                    return ""
                }
                var whole = ""
                for try await text in group {
                    whole += text
                    // The other end has closed: there is nobody to send the rest to.
                    if !text.isEmpty { group.cancelAll() }
                }
                return whole
            }
        }
    }

    /// One good request on a connection of its own, and its whole answer.
    static func get(_ path: String, _ port: Int) async throws -> String {
        try await connect(port).exchange(["GET \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"])
    }
}
