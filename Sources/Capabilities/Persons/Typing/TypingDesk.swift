import Civic
import Ports
import Storage

/// Typing attentions up: those with somebody who is known, and those of people who only asked.
public struct TypingDesk: Sendable {
    private let database: Database
    private let journeys: Journeys
    private let surveys: SurveyOffer
    private let stations: AgentStations
    private let endings: EndedAttentions
    private let lot: Lot
    private let board: NoticeBoard
    private let codings = CodingStore()
    private let clock: Clock
    private let contacts = InteractionDesk()
    private let notes: NoteStore
    private let disclosures: DisclosureDesk

    public init(
        _ database: Database, keyring: Keyring, journeys: Journeys, surveys: SurveyOffer, stations: AgentStations, endings: EndedAttentions,
        lot: Lot,
        notices board: NoticeBoard, clock: Clock
    ) {
        self.lot = lot
        self.board = board
        self.database = database
        self.journeys = journeys
        self.surveys = surveys
        self.stations = stations
        self.endings = endings
        self.clock = clock
        notes = NoteStore(keyring: keyring)
        disclosures = DisclosureDesk(database, keyring: keyring)
    }

    /// Begins an attention of somebody who need not say who they are, once.
    public func begin(by actor: Actor, at target: Scope.Target, once: OnceKey) async throws -> InteractionID {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        try actor.must(.findPersons, target)
        let stations = stations
        let number = try await database.write(once: once) { transaction in
            let channel = try stations.attends(staff, transaction)?.channel ?? .branch
            let contact = Interaction(.desk, channel, .information, .unknown, point: target.point, agent: staff)
            guard let id = try transaction.record(Event("attention.begun", contact: contact), by: actor) else {
                throw StorageFault(.shape, "an attention made no contact")
            }
            return id.number
        }
        return InteractionID(number)
    }

    /// A contact of this agent at a point where they still attend. Throws `NotFound` for anybody else's.
    func own(_ id: InteractionID, by actor: Actor) async throws -> OwnContact {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let contacts = contacts
        guard let own = try await database.read({ try contacts.own(id, of: staff, $0) }) else { throw NotFound() }
        try actor.must(.findPersons, Scope.Target(point: own.contact.point))
        return own
    }

    /// One that has not ended. Throws `AttentionEnded`.
    func open(_ id: InteractionID, by actor: Actor) async throws -> OwnContact {
        let own = try await own(id, by: actor)
        guard !own.hasEnded else { throw AttentionEnded() }
        return own
    }

    /// One that ended today, which its agent may correct. Throws `TooLateToCorrect` when it did not.
    func correctable(_ id: InteractionID, by actor: Actor) async throws -> OwnContact {
        let own = try await own(id, by: actor)
        guard own.hasEnded, Day(of: own.contact.at) == clock.today else { throw TooLateToCorrect() }
        return own
    }

    /// Ends an attention as it was typed up. What was open to the agent closes with it. Once; `AttentionEnded` after it. Gives back the code of a
    /// survey for the person, who finds it in their own place too; nil for somebody who had left.
    @discardableResult
    public func end(_ id: InteractionID, _ typed: TypedAttention, by actor: Actor, once: OnceKey) async throws -> CheckedCode? {
        let own = try await own(id, by: actor)
        let (contacts, journeys, notes, surveys) = (contacts, journeys, notes, surveys)
        let (stations, endings, lot, codings, board) = (stations, endings, lot, codings, board)
        let code: String = try await database.write(once: once) { transaction in
            guard
                try contacts.end(
                    id, typed.outcome, product: typed.product, deed: typed.deed, journeys: journeys, by: actor, transaction)
            else { throw AttentionEnded() }
            try notes.forget(draftAt: id, transaction)
            try keep(typed.note, own, by: actor, transaction)
            if let agent = own.contact.agent { try stations.isFree(agent, transaction) }
            try endings.tell(id, typed.outcome, actor, transaction)
            if typed.note != nil, own.person != nil, lot.isDrawn() { try codings.draw(id, transaction) }
            try transaction.record(Event("attention.ended", subject: own.person, within: id), by: actor)
            if typed.outcome == .abandoned { return "" }
            let code = try surveys.offer(id, own.contact.channel, transaction).plain
            if let person = own.person {
                try board.tell(NoticeBoard.Notice("persons.notice.survey", path: "/encuesta/\(code)"), person, transaction)
            }
            return code
        }
        return CheckedCode(typed: code)
    }

    /// Says what an attention of today was instead, without blame: both stay in the record.
    public func correct(_ id: InteractionID, _ typed: TypedAttention, by actor: Actor, once: OnceKey) async throws {
        let own = try await correctable(id, by: actor)
        let contacts = contacts
        _ = try await database.write(once: once) { transaction in
            guard let present = try contacts.contact(id, transaction) else { throw NotFound() }
            var corrected = present.interaction
            (corrected.outcome, corrected.product, corrected.deed) = (typed.outcome, typed.product, typed.deed)
            _ = try contacts.correct(id, to: corrected, by: actor, transaction)
            try keep(typed.note, own, by: actor, transaction)
            return true
        }
    }

    /// Those that this agent opened today, the newest first.
    public func today(of actor: Actor) async throws -> [OwnContact] {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let (contacts, day) = (contacts, clock.today)
        let since = Instant(milliseconds: clock.now.milliseconds - 86_400_000)
        return try await database.read { try contacts.own(of: staff, since: since, limit: 200, $0) }.filter {
            Day(of: $0.contact.at) == day
        }
    }

    /// Keeps what is being noted, for a window that closes before it is sent.
    func keep(draft: String, of own: OwnContact, by actor: Actor) async throws {
        guard let person = own.person else { return }
        let notes = notes
        try await database.write { try notes.keep(draft: draft, at: own.contact.id, about: person, $0) }
    }

    /// What was being noted; nil when nothing was, or the person is not proven to be there any more. Reading it leaves its trace.
    func draft(of own: OwnContact, by actor: Actor) async throws -> String? {
        let notes = notes
        guard let person = own.person, let sealed = try await database.read({ try notes.draft(at: own.contact.id, about: person, $0) })
        else {
            return nil
        }
        do {
            let target = Scope.Target(point: own.contact.point)
            return try await disclosures.open(
                [.notes], of: [person], for: "trace.purpose.attention", in: own.contact.id, by: actor, target: target
            ).open(sealed)
        } catch is any Refusal {
            return nil
        }
    }

    private func keep(_ note: String?, _ own: OwnContact, by actor: Actor, _ transaction: Transaction) throws {
        guard let note, let person = own.person, case .staff(let staff) = actor.identity else { return }
        try notes.insert(note, at: own.contact.id, about: person, by: staff, transaction)
    }
}

/// Only what ended today is corrected by its agent.
public struct TooLateToCorrect: Refusal {
    public init() {}
    public var kind: RefusalKind { .gone }
    public var title: TextKey { "persons.correct.late" }
    public var advice: TextKey { "persons.correct.late.advice" }
}
