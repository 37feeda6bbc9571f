import Civic
import Flows
import Ports
import Storage

/// A death holds what is paid after its day, in the act that records it; what was due until then is for the heirs. A mistaken one gives back
/// everything that followed from it (counter-rules 4).
extension RunDesk {
    public var ending: Ports.Ending {
        let (benefits, store, events, documents, mergers, clock) = (benefits, store, events, documents, mergers, clock)
        return Ports.Ending(
            died: { person, day, actor, transaction in
                for benefit in try benefits.all(of: mergers.records(of: person, transaction), transaction) where benefit.status != .ended {
                    try benefits.hold(benefit, after: day, transaction)
                    // The review, on the same day, drafts the ending for a signature.
                    try benefits.setNext(benefit, on: clock.today, transaction)
                    try events.insert(.held, of: benefit.procedure, about: benefit.subject, staff: actor.staffNumber, transaction)
                }
            },
            revived: { person, actor, transaction in
                for benefit in try benefits.all(of: mergers.records(of: person, transaction), transaction) where benefit.held != nil {
                    let undone = try benefits.giveBack(benefit, transaction)
                    if undone > 0 { try documents.store.revokeLast(Document.OfHouse.measure.rawValue, of: benefit.procedure, transaction) }
                    try benefits.setNext(benefit, on: clock.today, transaction)
                    try store.unqueue(benefit.procedure, transaction)
                    try events.insert(.unheld, of: benefit.procedure, about: benefit.subject, staff: actor.staffNumber, transaction)
                }
            })
    }
}

extension BenefitStore {
    func all(of persons: [PersonID], _ snapshot: Snapshot) throws -> [Benefit] {
        try snapshot.all("SELECT \(Self.columns) FROM procedure_benefit WHERE subject IN (\(list: persons)) ORDER BY id", Self.benefit)
    }

    /// Nothing is paid after the day. What it was stays beside, sealed as it is.
    func hold(_ benefit: Benefit, after day: Day, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE procedure_benefit SET held = \(day.number), held_at = \(transaction.now), held_status = status, held_since = since,
                held_body = body
            WHERE id = \(benefit.id) AND held IS NULL
            """)
    }

    /// As it was before it was held. Gives back how many measures were signed since, which do not stand any more.
    func giveBack(_ benefit: Benefit, _ transaction: Transaction) throws -> Int {
        let since: SQL = "(SELECT held_at FROM procedure_benefit WHERE id = \(benefit.id))"
        try transaction.execute("DELETE FROM procedure_measure WHERE benefit = \(benefit.id) AND settled IS NULL AND made >= \(since)")
        let undone = try transaction.execute(
            """
            UPDATE procedure_measure SET outcome = 'dropped'
            WHERE benefit = \(benefit.id) AND outcome = 'taken' AND appealed IS NULL AND made >= \(since)
            """)
        try transaction.execute(
            """
            UPDATE procedure_benefit SET status = held_status, since = held_since, body = held_body, held = NULL, held_at = NULL,
                held_status = NULL, held_since = NULL, held_body = NULL
            WHERE id = \(benefit.id) AND held IS NOT NULL
            """)
        return undone
    }
}
