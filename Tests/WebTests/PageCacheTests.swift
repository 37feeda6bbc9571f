import HummingbirdCore
import HTTPTypes
import Hummingbird
import Synchronization
import Testing

@testable import Web

@Suite("Rendered pages are kept until what they show changes")
struct PageCacheTests {
    /// Renders numbered pages, as slowly as the test lets it.
    final class Kitchen: Sendable {
        let made = Mutex(0)
        let gate: AsyncStream<Void>
        let open: AsyncStream<Void>.Continuation

        init() { (gate, open) = AsyncStream.makeStream() }

        @Sendable func cook() -> Representation {
            let number = made.withLock { made in
                made += 1
                return made
            }
            return PageCacheTests.page("\(number)")
        }

        @Sendable func cookSlowly() async -> Representation {
            let dish = cook()
            for await _ in gate { break }
            return dish
        }
    }

    static func page(_ text: String, _ status: HTTPResponse.Status = .ok) -> Representation {
        Representation(Array(text.utf8), type: "text/plain", status: status, cacheControl: "no-cache")
    }

    @Test("a page is rendered once, and again after its topic moved")
    func invalidation() async throws {
        let (cache, kitchen) = (PageCache(), Kitchen())
        for _ in 0..<3 { _ = try await cache.page("/a", topics: ["catalogue"], render: kitchen.cook) }
        #expect(kitchen.made.withLock { $0 } == 1)
        cache.invalidate("other")
        _ = try await cache.page("/a", topics: ["catalogue"], render: kitchen.cook)
        #expect(kitchen.made.withLock { $0 } == 1)
        cache.invalidate("catalogue")
        _ = try await cache.page("/a", topics: ["catalogue"], render: kitchen.cook)
        #expect(kitchen.made.withLock { $0 } == 2)
    }

    @Test("a hundred who ask at once wait for one rendering")
    func singleFlight() async throws {
        let (cache, kitchen) = (PageCache(), Kitchen())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<100 { group.addTask { _ = try await cache.page("/a", topics: [], render: kitchen.cookSlowly) } }
            try await Task.sleep(for: .milliseconds(50))
            kitchen.open.finish()
            try await group.waitForAll()
        }
        #expect(kitchen.made.withLock { $0 } == 1)
    }

    @Test("what was being rendered when its topic moved is not kept, and nobody new joins it")
    func staleFlight() async throws {
        let (cache, kitchen) = (PageCache(), Kitchen())
        async let old = cache.page("/a", topics: ["t"], render: kitchen.cookSlowly)
        while kitchen.made.withLock({ $0 }) == 0 { await Task.yield() }
        cache.invalidate("t")
        let fresh = try await cache.page("/a", topics: ["t"], render: kitchen.cook)
        kitchen.open.finish()
        let stale = try await old
        let kept = try await cache.page("/a", topics: ["t"], render: kitchen.cook)
        let request = EncodingTests.request([:])
        #expect(kept.response(to: request).headers[.eTag] == fresh.response(to: request).headers[.eTag])
        #expect(stale.response(to: request).headers[.eTag] != fresh.response(to: request).headers[.eTag])
        #expect(kitchen.made.withLock { $0 } == 2)
    }

    @Test("a failure and a page that is not whole are given out and not kept")
    func failures() async throws {
        struct Broken: Error {}
        let cache = PageCache()
        await #expect(throws: Broken.self) { try await cache.page("/a", topics: []) { throw Broken() } }
        #expect(try await cache.page("/a", topics: []) { Self.page("x", .notFound) }.status == .notFound)
        #expect(cache.count == 0)
        #expect(try await cache.page("/a", topics: []) { Self.page("x") }.status == .ok)
        #expect(cache.count == 1)
    }

    @Test("the memory is bounded")
    func bounded() async throws {
        let cache = PageCache(capacity: 10)
        for number in 0..<100 { _ = try await cache.page("/\(number)", topics: []) { Self.page("x") } }
        #expect(cache.count <= 10)
    }

    @Test("who gives up waiting does not take the page away from the others")
    func cancellation() async throws {
        let (cache, kitchen) = (PageCache(), Kitchen())
        let first = Task { try await cache.page("/a", topics: [], render: kitchen.cookSlowly) }
        while kitchen.made.withLock({ $0 }) == 0 { await Task.yield() }
        async let second = cache.page("/a", topics: [], render: kitchen.cook)
        first.cancel()
        kitchen.open.finish()
        #expect(try await second.status == .ok)
        #expect(kitchen.made.withLock { $0 } == 1)
    }
}
