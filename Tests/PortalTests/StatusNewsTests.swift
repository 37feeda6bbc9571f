import Civic
import Ports
import Storage
import Synchronization
import TestKit
import Testing

@testable import Portal

@Suite("News of how the house does")
struct StatusNewsTests {
    @Test("are told when a part changes, and not while all stays as it is", arguments: Engine.available)
    func changes(_ engine: Engine) async throws {
        try await engine.withDatabase { database in
            let dead = Mutex(0)
            let report = StatusReport(
                since: 0, isDatabaseThere: { true }, catalogue: { .init(sheets: 1, points: 1, revised: nil) },
                jobs: { .init(waiting: 0, late: 0, dead: dead.withLock { $0 }) }, auditCheck: { nil })
            let news = StatusNews(report, database, clock: .fixed(Instant(milliseconds: 1)))
            #expect(await news.event() == #"{"well":true}"#)
            let watch = Task { await news.watch(every: .milliseconds(10)) }
            try await Task.sleep(for: .milliseconds(200))
            #expect(try await database.read { try $0.version(of: StatusNews.topic) } == 0)
            dead.withLock { $0 = 2 }
            let isTold = try await eventually { try await database.read { try $0.version(of: StatusNews.topic) } != 0 }
            #expect(isTold)
            #expect(await news.event() == #"{"well":false}"#)
            watch.cancel()
            await watch.value
        }
    }
}
