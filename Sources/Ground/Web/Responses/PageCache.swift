import HTTPTypes
import Synchronization

/// Rendered pages, each made once: by the first who asks while the others wait, and again after something it shows has changed.
public final class PageCache: Sendable {
    private struct Flight {
        let number: Int
        let topics: [String]
        let task: Task<Representation, any Error>
    }

    private struct State {
        var pages: [String: (page: Representation, topics: [String])] = [:]
        var flights: [String: Flight] = [:]
        var started = 0
    }

    private let state = Mutex(State())
    private let capacity: Int

    /// Holds at most `capacity` pages.
    public init(capacity: Int = 4096) {
        self.capacity = capacity
    }

    /// The page under this key. `render` runs if it is not there; what it throws goes to all who wait, and nothing is kept. Pages with
    /// another status than 200 are not kept either. Giving up waiting does not stop the rendering.
    public func page(
        _ key: String, topics: [String], render: @escaping @Sendable () async throws -> Representation
    ) async throws -> Representation {
        let found: (page: Representation?, flight: Task<Representation, any Error>?) = state.withLock { state in
            if let kept = state.pages[key] { return (kept.page, nil) }
            if let flight = state.flights[key] { return (nil, flight.task) }
            state.started += 1
            let number = state.started
            let task = Task { [self] in
                do {
                    let page = try await render()
                    land(key, number, page)
                    return page
                } catch {
                    land(key, number, nil)
                    throw error
                }
            }
            state.flights[key] = Flight(number: number, topics: topics, task: task)
            return (nil, task)
        }
        if let page = found.page { return page }
        guard let flight = found.flight else { return try await render() }
        return try await flight.value
    }

    /// Forgets every page that shows this topic. A rendering that has begun is finished for those who wait for it and not kept.
    public func invalidate(_ topic: String) {
        state.withLock { state in
            state.pages = state.pages.filter { !$0.value.topics.contains(topic) }
            state.flights = state.flights.filter { !$0.value.topics.contains(topic) }
        }
    }

    /// How many pages are kept now.
    public var count: Int { state.withLock { $0.pages.count } }

    /// Keeps the page, unless its topic has moved since its rendering began.
    private func land(_ key: String, _ number: Int, _ page: Representation?) {
        state.withLock { state in
            guard let flight = state.flights[key], flight.number == number else { return }
            state.flights[key] = nil
            guard let page, page.status == .ok else { return }
            if state.pages.count >= capacity { state.pages = [:] }
            state.pages[key] = (page, flight.topics)
        }
    }
}
