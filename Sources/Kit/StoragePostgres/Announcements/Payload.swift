/// Names of topics on their way between nodes: one a line. The empty payload says that anything may have moved.
enum Payload {
    static let channel = "ventanilla_topics"
    /// PostgreSQL takes less than 8,000 bytes.
    static let limit = 7999

    /// As few payloads as will do.
    static func pack(_ topics: Set<String>) -> [String] {
        if topics.contains(where: { $0.isEmpty || $0.contains("\n") || $0.utf8.count > limit }) { return [""] }
        var payloads: [String] = []
        for topic in topics.sorted() {
            if let last = payloads.last, last.utf8.count + 1 + topic.utf8.count <= limit {
                payloads[payloads.count - 1] = last + "\n" + topic
            } else {
                payloads.append(topic)
            }
        }
        return payloads
    }

    static func unpack(_ payload: String) -> Set<String> {
        Set(payload.split(separator: "\n").map(String.init))
    }
}
