import Storage

/// Groups of topics and what belongs to them.
struct TopicStore {
    /// A topic as it stands in the tables.
    struct Entry: Hashable {
        var group: String
        var ordinal: Int
        var topic: Topic
    }

    func groups(_ snapshot: Snapshot) throws -> [TopicGroup] {
        let topics = Dictionary(grouping: try entries(snapshot), by: \.group)
        return try snapshot.all("SELECT slug, title, summary FROM theme_group ORDER BY ordinal") { row in
            let slug: String = try row["slug"]
            return TopicGroup(
                slug: slug, title: try row["title"], summary: try row["summary"], topics: topics[slug]?.map(\.topic) ?? [])
        }
    }

    /// How many sheets each topic has.
    func counts(_ snapshot: Snapshot) throws -> [String: Int] {
        try snapshot.all(
            "SELECT theme.slug AS slug, COUNT(*) AS sheets FROM sheet_theme JOIN theme ON theme.id = sheet_theme.theme GROUP BY theme.slug"
        ).reduce(into: [:]) { counts, row in counts[try row["slug"]] = try row["sheets"] }
    }

    private func entries(_ snapshot: Snapshot) throws -> [Entry] {
        try snapshot.all(
            """
            SELECT theme.slug AS slug, theme.title AS title, theme.ordinal AS ordinal, theme_group.slug AS in_group
            FROM theme JOIN theme_group ON theme_group.id = theme.theme_group ORDER BY theme.ordinal
            """
        ) { row in
            Entry(group: try row["in_group"], ordinal: try row["ordinal"], topic: Topic(slug: try row["slug"], title: try row["title"]))
        }
    }

    private func bareGroups(_ snapshot: Snapshot) throws -> [Ranked<TopicGroup>] {
        try snapshot.all("SELECT slug, title, summary, ordinal FROM theme_group ORDER BY ordinal") { row in
            Ranked(
                ordinal: try row["ordinal"],
                element: TopicGroup(slug: try row["slug"], title: try row["title"], summary: try row["summary"], topics: []))
        }
    }

    /// What was written; the topics and groups that are gone stay until `remove`, because sheets may still refer to them.
    func replace(_ new: [TopicGroup], _ transaction: Transaction) throws -> (Difference<Ranked<TopicGroup>>, Difference<Entry>) {
        let bare = Ranked.list(new.map { TopicGroup(slug: $0.slug, title: $0.title, summary: $0.summary, topics: []) })
        let groups = Difference(from: try bareGroups(transaction), to: bare, by: \.element.slug)
        for ranked in groups.added + groups.changed {
            let group = ranked.element
            try transaction.execute(
                """
                INSERT INTO theme_group (id, slug, title, summary, ordinal)
                VALUES (\(try transaction.newID()), \(group.slug), \(group.title), \(group.summary), \(ranked.ordinal))
                ON CONFLICT (slug) DO UPDATE SET title = excluded.title, summary = excluded.summary, ordinal = excluded.ordinal
                """)
        }
        let listed = new.flatMap { group in group.topics.enumerated().map { Entry(group: group.slug, ordinal: $0, topic: $1) } }
        let topics = Difference(from: try entries(transaction), to: listed, by: \.topic.slug)
        for entry in topics.added + topics.changed {
            try transaction.execute(
                """
                INSERT INTO theme (id, slug, title, theme_group, ordinal)
                SELECT \(try transaction.newID()), \(entry.topic.slug), \(entry.topic.title), id, \(entry.ordinal)
                FROM theme_group WHERE slug = \(entry.group)
                ON CONFLICT (slug) DO UPDATE SET title = excluded.title, theme_group = excluded.theme_group, ordinal = excluded.ordinal
                """)
        }
        return (groups, topics)
    }

    func remove(groups: [Ranked<TopicGroup>], topics: [Entry], _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM theme WHERE slug IN (\(list: topics.map(\.topic.slug)))")
        try transaction.execute("DELETE FROM theme_group WHERE slug IN (\(list: groups.map(\.element.slug)))")
    }
}
