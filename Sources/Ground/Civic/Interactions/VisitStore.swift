import Storage

/// Views of pages by day and route.
struct VisitStore: Sendable {
    func add(_ views: [Visits.View: Int], _ transaction: Transaction) throws {
        for (view, count) in views.sorted(by: { ($0.key.day, $0.key.route) < ($1.key.day, $1.key.route) }) {
            try transaction.execute(
                """
                INSERT INTO page_view (day, route, views) VALUES (\(view.day.number), \(view.route), \(count))
                ON CONFLICT (day, route) DO UPDATE SET views = page_view.views + excluded.views
                """)
        }
    }
}
