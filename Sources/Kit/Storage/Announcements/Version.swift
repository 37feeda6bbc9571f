extension Snapshot {
    /// The version of a topic as this snapshot sees it; 0 when it never moved. It only says whether something changed.
    public func version(of topic: String) throws -> Int64 {
        try value("SELECT version FROM topic WHERE name = \(topic)") ?? 0
    }
}
