import Foundation
import Storage

/// Moments of life with their steps.
struct LifeEventStore {
    /// What nobody filters on, as JSON in one column.
    private struct Body: Codable {
        var said: [String]
        var lead: String?
        var question: String?
        var steps: [LifeEvent.Step]
    }

    func all(_ snapshot: Snapshot) throws -> [Ranked<LifeEvent>] {
        try snapshot.all("SELECT slug, title, evidence, remark, ordinal, body FROM life_event ORDER BY ordinal") { row in
            let json: String? = try row["body"]
            let body = try json.map { try JSONDecoder().decode(Body.self, from: Data($0.utf8)) }
            return Ranked(
                ordinal: try row["ordinal"],
                element: LifeEvent(
                    slug: try row["slug"], title: try row["title"], evidence: try row.word("evidence"), remark: try row["remark"],
                    said: body?.said ?? [], lead: body?.lead, question: body?.question, steps: body?.steps ?? []))
        }
    }

    func replace(_ new: [LifeEvent], _ transaction: Transaction) throws -> Difference<Ranked<LifeEvent>> {
        let difference = Difference(from: try all(transaction), to: Ranked.list(new), by: \.element.slug)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for ranked in difference.added + difference.changed {
            let event = ranked.element
            let body = Body(said: event.said, lead: event.lead, question: event.question, steps: event.steps)
            let json = String(decoding: try encoder.encode(body), as: UTF8.self)
            try transaction.execute(
                """
                INSERT INTO life_event (id, slug, title, evidence, remark, ordinal, body)
                VALUES (\(try transaction.newID()), \(event.slug), \(event.title), \(event.evidence.rawValue), \(event.remark),
                    \(ranked.ordinal), \(json))
                ON CONFLICT (slug) DO UPDATE SET title = excluded.title, evidence = excluded.evidence, remark = excluded.remark,
                    ordinal = excluded.ordinal, body = excluded.body
                """)
        }
        return difference
    }

    /// Last, when no sheet refers to them any more.
    func remove(_ events: [Ranked<LifeEvent>], _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM life_event WHERE slug IN (\(list: events.map(\.element.slug)))")
    }
}
