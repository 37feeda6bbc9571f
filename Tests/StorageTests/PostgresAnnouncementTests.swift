import Storage
@testable import StoragePostgres
import Synchronization
import TestKit
import Testing

@Suite("PostgreSQL: announcements", .enabled(if: Engine.hasPostgres))
struct PostgresAnnouncementTests {
    /// What one node has heard so far.
    private final class Heard: Sendable {
        private let hints = Mutex<[Set<String>]>([])
        func add(_ hint: Set<String>) { hints.withLock { $0.append(hint) } }
        var all: [Set<String>] { hints.withLock { $0 } }
        var topics: Set<String> { all.reduce(into: []) { $0.formUnion($1) } }
        /// How often it was told that anything may have moved.
        var unknowns: Int { all.count(where: \.isEmpty) }
    }

    private func listening(_ driver: PostgresDriver, _ body: (Heard) async throws -> Void) async throws {
        let heard = Heard()
        let task = Task {
            for await hint in driver.hints() { heard.add(hint) }
        }
        #expect(await eventually { heard.unknowns == 1 })
        try await body(heard)
        task.cancel()
    }

    @Test("a node hears what another announces, and not what it announced itself")
    func hears() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver { here in
                try await place.withDriver { there in
                    try await listening(here) { heard in
                        here.notify(["own"])
                        there.notify(["queue:7", "plan: ñ"])
                        #expect(await eventually { heard.topics == ["queue:7", "plan: ñ"] })
                        try await Task.sleep(for: .milliseconds(100))
                        #expect(!heard.topics.contains("own"))
                    }
                }
            }
        }
    }

    @Test("many announcements at once become few, and none is lost")
    func coalesces() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver { here in
                try await place.withDriver { there in
                    try await listening(here) { heard in
                        let topics = Set((0..<2000).map { "topic number \($0)" })
                        for topic in topics { there.notify([topic]) }
                        #expect(await eventually { heard.topics == topics })
                        #expect(heard.all.count < 200)
                    }
                }
            }
        }
    }

    @Test("who listens is told to read everything when the server comes back, and hears again", .enabled(if: PostgresOwnServer.isThere))
    func comesBack() async throws {
        try await PostgresOwnServer.with { server in
            try await server.withDriver { here in
                try await server.withDriver { there in
                    try await listening(here) { heard in
                        try await server.stop()
                        there.notify(["while it was away"])
                        try await server.start()
                        #expect(await eventually { heard.unknowns >= 2 })
                        there.notify(["afterwards"])
                        #expect(await eventually { heard.topics.contains("afterwards") })
                    }
                }
            }
        }
    }

    @Test("closing ends the streams")
    func ends() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver { driver in
                let task = Task { for await _ in driver.hints() {} }
                try await driver.ping()
                await driver.close()
                await task.value
                for await _ in driver.hints() { Issue.record("nothing is heard after closing") }
            }
        }
    }
}

@Suite("PostgreSQL: payloads")
struct PostgresPayloadTests {
    @Test("names are packed into as few payloads as will do, none longer than the server takes")
    func packs() {
        let topics = Set((0..<3000).map { "a topic with the number \($0)" })
        let payloads = Payload.pack(topics)
        #expect(payloads.allSatisfy { $0.utf8.count < 8000 })
        #expect(payloads.reduce(into: Set<String>()) { $0.formUnion(Payload.unpack($1)) } == topics)
        #expect(payloads.count <= topics.reduce(0) { $0 + $1.utf8.count + 1 } / 7900 + 1)
    }

    @Test("what can't be named says that anything may have moved", arguments: ["", "a\nb", String(repeating: "x", count: 8000)])
    func fallsBack(_ topic: String) {
        #expect(Payload.pack(["fine", topic]) == [""])
        #expect(Payload.unpack("") == [])
    }
}
