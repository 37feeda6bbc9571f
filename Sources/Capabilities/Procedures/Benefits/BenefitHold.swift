import Civic
import Flows
import Ports
import Storage

/// A death holds what is paid after its day, in the act that records it; what was due until then is for the heirs. A mistaken one gives back
/// everything that followed from it (counter-rules 4).
extension RunDesk {
    public var ending: Ports.Ending {
        let (benefits, store, events, documents, mergers, clock) = (benefits, store, events, documents, mergers, clock)
        let runs = self
        return Ports.Ending(
            died: { person, day, actor, transaction in
                for benefit in try benefits.all(of: mergers.records(of: person, transaction), transaction) where benefit.status != .ended {
                    try runs.hold(benefit, after: day, by: actor.staffNumber, transaction)
                }
            },
            revived: { person, actor, transaction in
                for benefit in try benefits.all(of: mergers.records(of: person, transaction), transaction) where benefit.held != nil {
                    let undone = try benefits.giveBack(benefit, transaction)
                    if undone > 0 { try documents.store.revokeLast(Document.OfHouse.measure.rawValue, of: benefit.procedure, transaction) }
                    try benefits.setNext(benefit, on: clock.today, transaction)
                    if try benefits.open(of: benefit, transaction) == nil { try store.unqueue(benefit.procedure, transaction) }
                    try events.insert(.unheld, of: benefit.procedure, about: benefit.subject, staff: actor.staffNumber, transaction)
                }
            })
    }

    func hold(_ benefit: Benefit, after day: Day, by staff: Int64?, _ transaction: Transaction) throws {
        try benefits.hold(benefit, after: day, transaction)
        // The review, on the same day, drafts the ending for a signature.
        try benefits.setNext(benefit, on: clock.today, transaction)
        try events.insert(.held, of: benefit.procedure, about: benefit.subject, staff: staff, transaction)
    }
}
