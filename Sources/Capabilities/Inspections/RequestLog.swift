import Synchronization

/// What a page fetches, from the events of the browser's network.
final class RequestLog: Sendable {
    private struct State {
        var order: [String] = []
        var requests: [String: PageReading.Request] = [:]
        /// Bytes of the redirects before.
        var before: [String: Int] = [:]
        var isReady = false
        var open = 0
        var problem: String?
    }

    private let state = Mutex(State())

    var isReady: Bool { state.withLock { $0.isReady } }
    /// Whether everything that was asked for has come or failed.
    var isQuiet: Bool { state.withLock { $0.open <= 0 } }

    /// In the order in which they were asked for.
    var requests: [PageReading.Request] { state.withLock { state in state.order.compactMap { state.requests[$0] } } }

    func hear(_ method: String, _ event: JSONValue) {
        state.withLock { state in
            let id = event["requestId"].text ?? ""
            switch method {
            case "Network.requestWillBeSent":
                guard let address = event["request"]["url"].text, address.hasPrefix("http") else { return }
                if state.requests[id] == nil {
                    state.order.append(id)
                    state.open += 1
                }
                // A redirect goes on under the same id: its bytes are of the same thing.
                let before = (state.before[id] ?? 0) + Self.bytes(event["redirectResponse"])
                state.before[id] = before
                state.requests[id] = .init(address: address, status: nil, bytes: before, isFirstView: !state.isReady)
            case "Network.responseReceived":
                state.requests[id]?.status = event["response"]["status"].whole
            case "Network.dataReceived":
                state.requests[id]?.bytes += Self.bytes(event)
            case "Network.loadingFinished":
                guard let request = state.requests[id] else { return }
                let whole = (state.before[id] ?? 0) + Self.bytes(event)
                state.requests[id]?.bytes = max(request.bytes, whole)
                state.open -= 1
            case "Network.loadingFailed":
                guard state.requests[id] != nil else { return }
                // What the browser shows in its place is its own, and came over no wire.
                state.requests[id]?.bytes = state.before[id] ?? 0
                state.open -= 1
            case "Page.loadEventFired": state.isReady = true
            default: break
            }
        }
    }

    /// What is no number of bytes is none, or a page could be lighter than nothing.
    private static func bytes(_ event: JSONValue) -> Int {
        min(max(event["encodedDataLength"].whole ?? 0, 0), 1 << 40)
    }
}
