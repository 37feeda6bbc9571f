import Civic
import Storage

extension Permission {
    /// Take petitions and answer them.
    public static let answerPetitions: Permission = "petition.answer"
    /// Read answers that another wrote, and send them.
    public static let approvePetitions: Permission = "petition.approve"
}

/// A petition as it is sent.
public struct SentPetition: Sendable, Hashable {
    public var kind: Petition.Kind
    public var words: String
    /// How the sender wants to be reached; nothing is asked.
    public var contact: String?

    public init(kind: Petition.Kind, words: String, contact: String? = nil) {
        self.kind = kind
        self.words = words
        self.contact = contact
    }
}

/// Receiving petitions, answering them in time, and telling their senders.
public struct PetitionDesk: Sendable {
    private let database: Database
    private let terms: PetitionTerms
    private let calendar: BusinessCalendar
    let clock: Clock
    private let store: PetitionStore
    private let contacts = InteractionDesk()
    /// For how long what was answered is kept, in milliseconds: two years.
    private static let kept: Int64 = 730 * 86_400_000

    public init(_ database: Database, keyring: Keyring, terms: PetitionTerms, holidays: Holidays, clock: Clock) {
        self.database = database
        self.terms = terms
        self.clock = clock
        calendar = BusinessCalendar(holidays)
        store = PetitionStore(keyring: keyring)
    }

    /// In how many business days a kind is answered, and where that is said.
    func term(_ kind: Petition.Kind) -> PetitionTerms.Row { terms.row(kind) }

    /// Receives a petition, once, from anybody at any door, and gives back what its sender keeps. It is a contact of its own, pending until it
    /// is answered.
    public func receive(
        _ sent: SentPetition, through channel: Channel, agent: Int64? = nil, at point: Int64? = nil, by actor: Actor, once: OnceKey
    ) async throws -> CheckedCode {
        let due = try Term.businessDays(terms.row(sent.kind).days).end(from: clock.today, calendar)
        let store = store
        let plain = try await database.write(once: once) { transaction in
            let medium: Medium = agent == nil ? .page : .desk
            let contact = Interaction(
                medium, channel, sent.kind == .complaint ? .complaint : .information, .pending, point: point, agent: agent)
            guard let interaction = try transaction.record(Event("petition.received", contact: contact), by: actor) else {
                throw StorageFault(.shape, "a petition made no contact")
            }
            var generator = SystemRandomNumberGenerator()
            let code = CheckedCode(using: &generator)
            _ = try store.insert(code, sent, interaction: interaction, due: due, transaction)
            return code.plain
        }
        guard let code = CheckedCode(typed: plain) else { throw StorageFault(.shape, "a petition has a code that is none") }
        return code
    }

    /// What whoever has the code sees: where it stands, and the answer. nil when there is none.
    func status(_ code: CheckedCode) async throws -> (petition: Petition, answer: String?)? {
        let store = store
        return try await database.read { snapshot in
            try store.petition(code, snapshot).map { ($0, try store.words(.answer, of: $0, snapshot)) }
        }
    }

    /// Once, after the answer. False when it was said before or there is no answer yet.
    func rate(_ code: CheckedCode, _ satisfaction: Int, by actor: Actor) async throws -> Bool {
        let store = store
        return try await database.write { transaction in
            guard let petition = try store.petition(code, transaction), try store.rate(petition, satisfaction, transaction) else {
                return false
            }
            try transaction.record(Event("petition.rated", object: .init("petition", petition.id), within: petition.interaction), by: actor)
            return true
        }
    }

    /// Those that wait, without what they say. Throws `Forbidden`.
    func tray(by actor: Actor) async throws -> [Petition] {
        guard actor.maySomewhere(.answerPetitions) || actor.maySomewhere(.approvePetitions) else { throw Forbidden() }
        return try await database.read(store.open)
    }

    /// Answers that wait to be read by another. Throws `Forbidden`.
    func drafted(by actor: Actor) async throws -> [Petition] {
        guard actor.maySomewhere(.approvePetitions) else { throw Forbidden() }
        return try await database.read(store.open).filter { $0.state == .drafted }
    }

    /// How many wait to be taken.
    public func waiting(for actor: Actor) async throws -> Int {
        try await tray(by: actor).count { $0.state == .received }
    }

    /// How many answers this actor may read for another.
    public func toReview(by actor: Actor) async throws -> Int {
        guard case .staff(let staff) = actor.identity else { return 0 }
        return try await drafted(by: actor).count { $0.author != staff }
    }

    /// What it says, with the entry of the audit that it was read.
    struct Reading: Sendable {
        let petition: Petition
        let words: String
        let contact: String?
        let draft: String?
        let answer: String?
    }

    func read(_ code: CheckedCode, by actor: Actor) async throws -> Reading {
        guard actor.maySomewhere(.answerPetitions) || actor.maySomewhere(.approvePetitions) else { throw Forbidden() }
        let store = store
        return try await database.write { transaction in
            guard let petition = try store.petition(code, transaction) else { throw NotFound() }
            try transaction.record(Event("petition.read", object: .init("petition", petition.id), within: petition.interaction), by: actor)
            return Reading(
                petition: petition, words: try store.words(.words, of: petition, transaction) ?? "",
                contact: try store.words(.contact, of: petition, transaction), draft: try store.words(.draft, of: petition, transaction),
                answer: try store.words(.answer, of: petition, transaction))
        }
    }

    func take(_ code: CheckedCode, by actor: Actor, once: OnceKey) async throws {
        try await act(code, .answerPetitions, actor, once) { petition, staff, transaction in
            guard try store.take(petition, by: staff, transaction) else { throw PetitionMoved() }
            try transaction.record(Event("petition.taken", object: .init("petition", petition.id), within: petition.interaction), by: actor)
        }
    }

    /// Answers, or leaves the answer to be read by another where two must.
    func answer(_ code: CheckedCode, _ text: String, by actor: Actor, once: OnceKey) async throws {
        try await act(code, .answerPetitions, actor, once) { petition, staff, transaction in
            guard petition.holder == staff else { throw PetitionMoved() }
            if terms.row(petition.kind).needsTwo {
                guard try store.draft(text, of: petition, by: staff, transaction) else { throw PetitionMoved() }
                try transaction.record(
                    Event("petition.drafted", object: .init("petition", petition.id), within: petition.interaction), by: actor)
            } else {
                try send(text, petition, author: staff, approver: nil, by: actor, transaction)
            }
        }
    }

    /// Another reads the answer and sends it, or sends it back. Nobody approves their own.
    func decide(_ code: CheckedCode, approves: Bool, by actor: Actor, once: OnceKey) async throws {
        try await act(code, .approvePetitions, actor, once) { petition, staff, transaction in
            guard let author = petition.author, petition.state == .drafted else { throw PetitionMoved() }
            guard author != staff else { throw OwnAnswer() }
            if approves, let text = try store.words(.draft, of: petition, transaction) {
                try send(text, petition, author: author, approver: staff, by: actor, transaction)
            } else {
                guard try store.reject(petition, transaction) else { throw PetitionMoved() }
                try transaction.record(
                    Event("petition.returned", object: .init("petition", petition.id), within: petition.interaction), by: actor)
            }
        }
    }

    /// Forgets what was answered long ago.
    public func sweep() async throws {
        let before = Instant(milliseconds: clock.now.milliseconds - Self.kept)
        let store = store
        _ = try await database.write { try store.sweep(answeredBefore: before, $0) }
    }

    private func send(
        _ text: String, _ petition: Petition, author: Int64, approver: Int64?, by actor: Actor, _ transaction: Transaction
    ) throws {
        guard try store.answer(text, petition, author: author, approver: approver, transaction),
            let contact = try contacts.contact(petition.interaction, transaction)
        else { throw PetitionMoved() }
        var answered = contact.interaction
        answered.outcome = .resolved
        _ = try contacts.correct(petition.interaction, to: answered, by: actor, transaction)
        try transaction.record(Event("petition.answered", object: .init("petition", petition.id), within: petition.interaction), by: actor)
    }

    private func act(
        _ code: CheckedCode, _ permission: Permission, _ actor: Actor, _ once: OnceKey,
        _ work: @escaping @Sendable (Petition, Int64, Transaction) throws -> Void
    ) async throws {
        guard case .staff(let staff) = actor.identity, actor.maySomewhere(permission) else { throw Forbidden() }
        let store = store
        _ = try await database.write(once: once) { transaction in
            guard let number = try store.number(code, transaction) else { throw NotFound() }
            try transaction.hold("petition", number)
            guard let petition = try store.petition(code, transaction), petition.state != .answered else { throw PetitionMoved() }
            try work(petition, staff, transaction)
            return true
        }
    }
}

/// Somebody else took or answered it meanwhile.
public struct PetitionMoved: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "petitions.moved" }
    public var advice: TextKey { "petitions.moved.advice" }
}

/// Whoever wrote an answer does not approve it.
public struct OwnAnswer: Refusal {
    public init() {}
    public var kind: RefusalKind { .forbidden }
    public var title: TextKey { "petitions.ownAnswer" }
    public var advice: TextKey { "petitions.ownAnswer.advice" }
}
