import Civic
import Hummingbird
import HTTPTypes
import HummingbirdTesting
import Logging
import NIOCore
import ServiceLifecycle
import Storage
import TestKit
import Testing

@testable import Web

@Suite("What open pages are told")
struct BroadcastTests {
    /// A version that is shown live.
    final class Board: Sendable {
        let broadcast: Broadcast
        let database: Database

        init(_ database: Database, capacity: Int = 100, perClient: Int = 100) {
            self.database = database
            broadcast = Broadcast(
                "board", database, capacity: capacity, perClient: perClient, log: Logger(label: "t") { _ in SwiftLogNoOpLogHandler() }
            ) {
                "{\"n\":\(try await database.read { try $0.version(of: "board") })}"
            }
        }

        func move() async throws { try await database.write { $0.announce("board") } }
    }

    @Test("comes once for each move, to each who listens, with an id that grows or stays", arguments: Engine.available)
    func moves(_ engine: Engine) async throws {
        try await engine.withDatabase { database async throws in
            let board = Board(database)
            try await board.move()
            let task = Task { await board.broadcast.run() }
            let first = await eventually { board.broadcast.event != nil }
            #expect(first)
            let version = try #require(board.broadcast.event?.version)
            #expect(board.broadcast.event.map { String(buffer: $0.bytes) } == "id: \(version)\ndata: {\"n\":\(version)}\n\n")
            let (number, bell, _) = try #require(board.broadcast.join("1.2.3.4"))
            var rings = bell.makeAsyncIterator()
            #expect(await rings.next() != nil)
            try await board.move()
            #expect(await rings.next() != nil)
            let moved = await eventually { (board.broadcast.event?.version ?? 0) != version }
            #expect(moved && board.broadcast.count == 1)
            board.broadcast.leave(number)
            #expect(board.broadcast.count == 0)
            task.cancel()
            await task.value
        }
    }

    @Test("is for so many, and for so many of one household")
    func room() async throws {
        try await Engine.sqlite.withDatabase { database async throws in
            let board = Board(database, capacity: 3, perClient: 2)
            let first = try #require(board.broadcast.join("1.1.1.1"))
            _ = try #require(board.broadcast.join("1.1.1.1"))
            #expect(!board.broadcast.hasRoom(for: "1.1.1.1") && board.broadcast.join("1.1.1.1") == nil)
            _ = try #require(board.broadcast.join("2.2.2.2"))
            #expect(!board.broadcast.hasRoom(for: "3.3.3.3") && board.broadcast.join("3.3.3.3") == nil)
            board.broadcast.leave(first.number)
            board.broadcast.leave(first.number)
            #expect(board.broadcast.hasRoom(for: "1.1.1.1") && board.broadcast.count == 2)
        }
    }

    @Test("is a stream that begins with what is new, passes over what was seen, and ends when the doors close")
    func stream() async throws {
        try await Engine.sqlite.withDatabase { database async throws in
            let board = Board(database)
            try await board.move()
            let sample = try SampleSite(mounting: { board.broadcast.mount("/live", on: $0) })
            let running = Task { await board.broadcast.run(pause: .milliseconds(100)) }
            let isReady = await eventually { board.broadcast.event != nil }
            #expect(isReady)
            let version = try #require(board.broadcast.event?.version)
            try await LiveSite.with(sample) { port, group in
                async let fresh = PlainClient.connect(port).exchange(["GET /live HTTP/1.1\r\nHost: a\r\n\r\n"])
                async let seen = PlainClient.connect(port).exchange(["GET /live HTTP/1.1\r\nHost: a\r\nLast-Event-ID: \(version)\r\n\r\n"])
                let both = await eventually { board.broadcast.count == 2 }
                #expect(both)
                try await board.move()
                let told = await eventually { (board.broadcast.event?.version ?? 0) != version }
                #expect(told)
                try await Task.sleep(for: .milliseconds(300))
                await group.triggerGracefulShutdown()
                let (first, second) = try await (fresh, seen)
                let next = try #require(board.broadcast.event?.version)
                #expect(first.contains("text/event-stream") && first.contains("retry: 3000"))
                #expect(first.contains("id: \(version)\n") && first.contains("id: \(next)\n") && first.contains(":\n\n"))
                #expect(!second.contains("id: \(version)\n") && second.contains("id: \(next)\n"))
            }
            #expect(board.broadcast.count == 0)
            running.cancel()
            await running.value
        }
    }

    @Test("answers HEAD without a listener that nobody ends")
    func head() async throws {
        try await Engine.sqlite.withDatabase { database async throws in
            let board = Board(database)
            let sample = try SampleSite(mounting: { board.broadcast.mount("/live", on: $0) })
            #expect(try await sample.ask("/live", .head).status == .ok)
            #expect(board.broadcast.count == 0)
        }
    }
}
