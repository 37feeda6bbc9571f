/// The versions of topics.
struct TopicStore {
    func versions(_ snapshot: Snapshot) throws -> [String: Int64] {
        try snapshot.all("SELECT name, version FROM topic").reduce(into: [:]) { versions, row in
            versions[try row["name"]] = try row["version"]
        }
    }
}
