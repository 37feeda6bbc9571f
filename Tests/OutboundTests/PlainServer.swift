import NIOCore
import NIOPosix
import Synchronization

/// A site that answers byte for byte what a test says, well or badly.
final class PlainServer: Sendable {
    struct Asked: Sendable, Equatable {
        let method: String
        let host: String
        let path: String
        let userAgent: String
        /// Which connection it came by, from 1 on.
        let connection: Int
    }

    enum Reply: Sendable {
        /// Sends this and waits for the next question.
        case keep(String)
        /// Sends this and hangs up.
        case close(String)
        /// Sends this, and then a letter now and then for ever.
        case trickle(String)
        /// Sends this, and then as much as the other side takes.
        case pour(String)
    }

    private struct State {
        var asked: [Asked] = []
        var connections = 0
        var poured = 0
    }

    private let state = Mutex(State())
    private let answer: @Sendable (Asked, Int) -> Reply

    /// `answer` gets a question and how often its path and method were asked before.
    private init(_ answer: @escaping @Sendable (Asked, Int) -> Reply) {
        self.answer = answer
    }

    var asked: [Asked] { state.withLock { $0.asked } }
    /// Bytes that the other side took of what has no end.
    var poured: Int { state.withLock { $0.poured } }

    static func answer(_ status: String, _ headers: [String] = [], body: String = "") -> String {
        (["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + headers).joined(separator: "\r\n") + "\r\n\r\n" + body
    }

    static func open(
        _ answer: @escaping @Sendable (Asked, Int) -> Reply, _ body: (PlainServer, Int) async throws -> Void
    ) async throws {
        let server = PlainServer(answer)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Line(server, number: server.connect()))
                }
            }.bind(host: "127.0.0.1", port: 0).get()
        do {
            try await body(server, channel.localAddress?.port ?? 0)
        } catch {
            try await channel.close()
            throw error
        }
        try await channel.close()
    }

    /// A port that answers whatever comes, TLS too, with plain text.
    static func babbling(_ body: (Int) async throws -> Void) async throws {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Babble()) }
            }.bind(host: "127.0.0.1", port: 0).get()
        do {
            try await body(channel.localAddress?.port ?? 0)
        } catch {
            try await channel.close()
            throw error
        }
        try await channel.close()
    }

    private func connect() -> Int {
        state.withLock { state in
            state.connections += 1
            return state.connections
        }
    }

    fileprivate func reply(to asked: Asked) -> Reply {
        let before = state.withLock { state in
            state.asked.append(asked)
            return state.asked.count { $0.path == asked.path && $0.method == asked.method } - 1
        }
        return answer(asked, before)
    }

    fileprivate func pour(into channel: any Channel) {
        channel.writeAndFlush(ByteBuffer(repeating: 0x61, count: 65_536)).whenSuccess {
            self.state.withLock { $0.poured += 65_536 }
            self.pour(into: channel)
        }
    }
}

private final class Babble: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        context.channel.writeAndFlush(ByteBuffer(string: PlainServer.answer("400 Bad Request")), promise: nil)
    }
}

/// One connection: whole heads of questions in, replies out.
private final class Line: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let server: PlainServer
    private let number: Int
    private var text = ""

    init(_ server: PlainServer, number: Int) {
        (self.server, self.number) = (server, number)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        text += String(buffer: unwrapInboundIn(data))
        while let end = text.firstRange(of: "\r\n\r\n") {
            let lines = text[..<end.lowerBound].split(separator: "\r\n")
            text = String(text[end.upperBound...])
            let first = lines.first?.split(separator: " ").map(String.init) ?? []
            func header(_ name: String) -> String {
                lines.first { $0.lowercased().hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) } ?? ""
            }
            let asked = PlainServer.Asked(
                method: first.first ?? "", host: String(header("host").prefix { $0 != ":" }), path: first.dropFirst().first ?? "",
                userAgent: header("user-agent"), connection: number)
            send(server.reply(to: asked), context.channel)
        }
    }

    private func send(_ reply: PlainServer.Reply, _ channel: any Channel) {
        switch reply {
        case .keep(let text): channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
        case .close(let text): channel.writeAndFlush(ByteBuffer(string: text)).whenComplete { _ in channel.close(promise: nil) }
        case .pour(let text):
            channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
            server.pour(into: channel)
        case .trickle(let text):
            channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
            channel.eventLoop.scheduleRepeatedTask(initialDelay: .zero, delay: .milliseconds(20)) { task in
                if channel.isActive { channel.writeAndFlush(ByteBuffer(string: "a"), promise: nil) } else { task.cancel() }
            }
        }
    }
}
