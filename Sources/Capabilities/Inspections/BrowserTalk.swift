import Foundation

/// The Chrome DevTools Protocol over the pipes of a browser: commands with their answers, and events.
actor BrowserTalk {
    private let browser: BrowserProcess
    private var next = 0
    private var waiting: [Int: CheckedContinuation<JSONValue, any Error>] = [:]
    private var isOver = false
    private var hear: (@Sendable (String, JSONValue) -> Void)?

    init(_ browser: BrowserProcess) {
        self.browser = browser
    }

    /// Hands over every event that comes from now on: its method and its parameters.
    func onEvent(_ hear: @escaping @Sendable (String, JSONValue) -> Void) {
        self.hear = hear
    }

    /// Takes messages until the browser ends.
    func listen() async {
        for await message in browser.messages { take(message) }
        isOver = true
        for continuation in waiting.values { continuation.resume(throwing: BrowserFault.ended) }
        waiting = [:]
    }

    /// Asks for one thing and gives back its result. Throws when the browser refuses, ends or says nothing for so many seconds.
    func ask(_ method: String, _ parameters: [String: JSONValue] = [:], session: String? = nil, seconds: Int = 30) async throws -> JSONValue
    {
        guard !isOver else { throw BrowserFault.ended }
        next += 1
        let id = next
        var message: [String: JSONValue] = ["id": .number(Double(id)), "method": .text(method), "params": .object(parameters)]
        if let session { message["sessionId"] = .text(session) }
        let data = try JSONEncoder().encode(JSONValue.object(message))
        let limit = Task {
            try await Task.sleep(for: .seconds(seconds))
            giveUp(id, method)
        }
        defer { limit.cancel() }
        return try await withCheckedThrowingContinuation { continuation in
            waiting[id] = continuation
            do {
                try browser.send(data)
            } catch {
                waiting.removeValue(forKey: id)?.resume(throwing: error)
            }
        }
    }

    private func giveUp(_ id: Int, _ method: String) {
        waiting.removeValue(forKey: id)?.resume(throwing: BrowserFault("the browser does not answer to \(method)"))
    }

    private func take(_ data: Data) {
        guard let message = try? JSONDecoder().decode(JSONValue.self, from: data) else { return }
        guard message["id"] == .null else {
            answer(message)
            return
        }
        hear?(message["method"].text ?? "", message["params"])
    }

    private func answer(_ message: JSONValue) {
        guard let id = message["id"].whole, let continuation = waiting.removeValue(forKey: id) else { return }
        if let problem = message["error"]["message"].text {
            continuation.resume(throwing: BrowserFault(problem))
        } else {
            continuation.resume(returning: message["result"])
        }
    }
}
