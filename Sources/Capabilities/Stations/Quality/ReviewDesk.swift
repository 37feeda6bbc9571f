import Civic
import Storage

/// Looking at attentions drawn by chance, and what agents say to it. Nobody's data is opened: the record says what was typed up.
public struct ReviewDesk: Sendable {
    let database: Database
    let checklist: DatedWords
    let clock: Clock
    private let store: ReviewStore
    private let shifts = ShiftStore()
    private let contacts = InteractionDesk()
    private static let week: Int64 = 7 * 86_400_000

    public init(_ database: Database, keyring: Keyring, checklist: DatedWords, clock: Clock) {
        self.database = database
        self.checklist = checklist
        self.clock = clock
        store = ReviewStore(keyring: keyring)
    }

    /// A review and the attention that it is of.
    struct Reading: Sendable {
        let review: Review
        let contact: PastContact
        /// What its agent said against it.
        let words: String?
    }

    /// Draws an attention of the last week, each agent as likely as any other, and gives back the review to fill in. One that this reviewer drew
    /// and did not mark comes back: nobody draws until they like it. Throws `NothingToReview`.
    func draw(by actor: Actor, once: OnceKey) async throws -> Int64 {
        let reviewer = try Self.overseer(actor)
        let (store, contacts) = (store, contacts)
        let since = Instant(milliseconds: clock.now.milliseconds - Self.week)
        let agents = try await agents(since: since, within: actor)
        return try await database.write(once: once) { transaction in
            if let open = try store.drawn(by: reviewer, transaction) { return open.id }
            for agent in agents.shuffled() where agent != reviewer {
                let ended = try contacts.own(of: agent, since: since, limit: 2000, transaction).filter {
                    $0.hasEnded && OversightDesk.reaches(actor, $0.contact.point)
                }
                for own in ended.shuffled() {
                    guard try !store.isReviewed(own.contact.id, transaction) else { continue }
                    guard let id = try store.draw(own.contact.id, of: agent, by: reviewer, transaction) else { continue }
                    try Self.record("review.drawn", id, own.contact.id, actor, transaction)
                    return id
                }
            }
            throw NothingToReview()
        }
    }

    /// Whoever drew it reads it; when it is contested, another does, and then what the agent wrote opens with its entry in the audit.
    func read(_ id: Int64, by actor: Actor) async throws -> Reading {
        let reader = try Self.overseer(actor)
        let (store, contacts) = (store, contacts)
        return try await database.write { transaction in
            guard let review = try store.review(id, transaction), let contact = try contacts.contact(review.interaction, transaction),
                OversightDesk.reaches(actor, contact.point), review.agent != reader,
                review.reviewer == reader || review.standing == .contested
            else { throw NotFound() }
            let words = review.standing == .contested ? try store.words(of: review, transaction) : nil
            if words != nil { try Self.record("review.read", id, review.interaction, actor, transaction) }
            return Reading(review: review, contact: contact, words: words)
        }
    }

    func mark(_ id: Int64, _ marks: [String: Review.Mark], by actor: Actor, once: OnceKey) async throws {
        let reviewer = try Self.overseer(actor)
        try await change("review.marked", id, actor, once) { review, transaction in
            review.reviewer == reviewer ? try store.mark(review, marks, transaction) : false
        }
    }

    /// What the agent says against it, once.
    func contest(_ id: Int64, _ words: String, by actor: Actor, once: OnceKey) async throws {
        let staff = try ShiftDesk.staff(actor)
        try await change("review.contested", id, actor, once) { review, transaction in
            review.agent == staff ? try store.contest(review, words, transaction) : false
        }
    }

    /// Whoever is neither the agent nor the reviewer decides whether it stands.
    func answer(_ id: Int64, keeps: Bool, by actor: Actor, once: OnceKey) async throws {
        let staff = try Self.overseer(actor)
        try await change("review.answered", id, actor, once) { review, transaction in
            review.agent != staff && review.reviewer != staff ? try store.answer(review, keeps: keeps, by: staff, transaction) : false
        }
    }

    /// What was looked at of one's own.
    func own(_ actor: Actor) async throws -> [Reading] {
        let staff = try ShiftDesk.staff(actor)
        let (store, contacts) = (store, contacts)
        return try await database.read { snapshot in
            try store.all(of: staff, snapshot).compactMap { review in
                try contacts.contact(review.interaction, snapshot).map { Reading(review: review, contact: $0, words: nil) }
            }
        }
    }

    /// Contested ones that this actor may answer.
    func contested(by actor: Actor) async throws -> [Reading] {
        let staff = try Self.overseer(actor)
        let (store, contacts) = (store, contacts)
        return try await database.read { snapshot in
            try store.contested(snapshot).filter { $0.agent != staff && $0.reviewer != staff }.compactMap { review in
                try contacts.contact(review.interaction, snapshot).map { Reading(review: review, contact: $0, words: nil) }
            }
        }.filter { OversightDesk.reaches(actor, $0.contact.point) }
    }

    private func agents(since: Instant, within actor: Actor) async throws -> [Int64] {
        let shifts = shifts
        let recent = try await database.read { try shifts.staff(since: since, $0) }
        return Array(Set(recent.filter { OversightDesk.reaches(actor, $0.point) }.map(\.staff))).sorted()
    }

    private func change(
        _ verb: AuditEntry.Verb, _ id: Int64, _ actor: Actor, _ once: OnceKey,
        _ act: @escaping @Sendable (Review, Transaction) throws -> Bool
    ) async throws {
        let (store, contacts) = (store, contacts)
        _ = try await database.write(once: once) { transaction in
            try transaction.hold("quality_review", id)
            guard let review = try store.review(id, transaction), let contact = try contacts.contact(review.interaction, transaction)
            else { throw NotFound() }
            let isAgent = actor.identity == .staff(review.agent)
            guard isAgent || OversightDesk.reaches(actor, contact.point) else { throw NotFound() }
            guard try act(review, transaction) else { throw ReviewMoved() }
            try Self.record(verb, id, review.interaction, actor, transaction)
            return true
        }
    }

    private static func record(
        _ verb: AuditEntry.Verb, _ review: Int64, _ interaction: InteractionID, _ actor: Actor, _ transaction: Transaction
    ) throws {
        try transaction.record(
            Event(verb, object: AuditEntry.Object("quality_review", review), within: interaction), by: actor)
    }

    private static func overseer(_ actor: Actor) throws -> Int64 {
        guard case .staff(let staff) = actor.identity, actor.maySomewhere(.overseeStations) else { throw Forbidden() }
        return staff
    }
}
