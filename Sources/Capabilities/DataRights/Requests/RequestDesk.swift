import Civic
import Ports
import Storage

/// What persons ask about their data: filing it, taking it, extending its term, answering it.
public struct RequestDesk: Sendable {
    let database: Database
    let clock: Clock
    let clocks: Clocks
    let register: ProcessingRegister
    let board: NoticeBoard
    let ties: Ties
    let store: RequestStore
    let people: PeopleDesk
    let disclosures: DisclosureDesk
    let blocks = BlockStore()
    let leaves = LeaveDesk()

    public init(
        _ database: Database, keyring: Keyring, clock: Clock, holidays: Holidays, register: ProcessingRegister, board: NoticeBoard,
        ties: Ties
    ) {
        self.database = database
        self.clock = clock
        clocks = Clocks(holidays)
        self.register = register
        self.board = board
        self.ties = ties
        store = RequestStore(keyring: keyring)
        people = PeopleDesk(keyring: keyring)
        disclosures = DisclosureDesk(database, keyring: keyring)
    }

    /// What whoever files it takes along.
    struct Receipt: Sendable, Codable, Hashable {
        let code: String
    }

    /// Files a request, in a contact of its own unless it is made within one.
    func file(_ new: NewRequest, within interaction: InteractionID? = nil, once: OnceKey, by actor: Actor) async throws -> Receipt {
        try await database.write(once: once) { transaction in
            Receipt(code: try file(new, within: interaction, by: actor, transaction).code.plain)
        }
    }

    /// In the caller's act.
    func file(_ new: NewRequest, within interaction: InteractionID?, by actor: Actor, _ transaction: Transaction) throws -> (
        id: Int64, code: CheckedCode
    ) {
        let due = try clocks.due(new.right, filed: Day(of: Instant(milliseconds: transaction.now)), transaction)
        var random = SystemRandomNumberGenerator()
        var code = CheckedCode(using: &random)
        var id = try store.insert(new, code: code, due: due, transaction)
        while id == nil {
            code = CheckedCode(using: &random)
            id = try store.insert(new, code: code, due: due, transaction)
        }
        guard let id else { throw NotFound() }
        // A use rests from the moment in which the person themselves asks for it; anybody could say to be them.
        if new.right == .blocking, new.isShown { try blocks.insert(id, of: new.subject, purposes: new.purposes, transaction) }
        let contact = interaction == nil ? Self.contact(new, by: actor) : nil
        try transaction.record(
            Event(
                "rights.filed", object: AuditEntry.Object("rights_request", id), subject: new.subject, contact: contact,
                within: interaction), by: actor)
        if new.representative != nil {
            try tell("myRights.notice.asked", code, new.subject, transaction)
        } else if actor.citizen == nil {
            try tell("myRights.notice.filed", code, new.subject, transaction)
        }
        return (id, code)
    }

    /// The person says that a request which somebody filed in their name is theirs: it counts as shown from now on.
    func confirm(_ code: CheckedCode, once: OnceKey, by actor: Actor) async throws {
        _ = try await database.write(once: once) { transaction in
            let request = try own(code, actor, transaction)
            if request.isShown { return false }
            try store.show(request.id, transaction)
            if request.right == .blocking {
                try blocks.insert(request.id, of: request.subject, purposes: request.purposes, transaction)
            }
            try record("rights.shown", request, by: actor, transaction)
            return true
        }
    }

    /// The person ends a rest that they asked for.
    func lift(_ code: CheckedCode, once: OnceKey, by actor: Actor) async throws {
        _ = try await database.write(once: once) { transaction in
            let request = try own(code, actor, transaction)
            try blocks.end(of: request.id, transaction)
            try record("rights.lifted", request, by: actor, transaction)
            return true
        }
    }

    /// The person changed their mind before what was granted is erased.
    func keep(_ code: CheckedCode, once: OnceKey, by actor: Actor) async throws {
        _ = try await database.write(once: once) { transaction in
            let request = try own(code, actor, transaction)
            try store.finish(request.id, transaction)
            try record("rights.kept", request, by: actor, transaction)
            return true
        }
    }

    /// The person complains that the term passed without an answer: the complaint has its moment, whoever oversees the office sees it, and
    /// the duty to answer stays. Throws `NotNow` before the term has passed, and after a complaint.
    func complain(_ code: CheckedCode, once: OnceKey, by actor: Actor) async throws {
        let today = clock.today
        _ = try await database.write(once: once) { transaction in
            let request = try own(code, actor, transaction)
            guard case .late = request.standing(on: today), try store.complain(request.id, transaction) else {
                throw NotNow(advice: "rightsDesk.notNow.complaint")
            }
            try record("rights.complained", request, by: actor, transaction)
            try tell("myRights.notice.complained", request.code, request.subject, transaction)
            return true
        }
    }

    /// Whether a use of a person's data rests.
    public func isBlocked(_ person: PersonID, _ purpose: String, _ snapshot: Snapshot) throws -> Bool {
        try blocks.isBlocked(person, purpose, snapshot)
    }

    /// A request of the person who asks. `NotFound` for anybody else's, as for none.
    func own(_ code: CheckedCode, _ actor: Actor, _ snapshot: Snapshot) throws -> RightsRequest {
        guard let request = try store.request(code, snapshot), actor.citizen == request.subject else { throw NotFound() }
        return request
    }

    /// A request that whoever asks made in somebody's name. `NotFound` for any other, as for none.
    func asked(_ code: CheckedCode, for person: PersonID, _ actor: Actor, _ snapshot: Snapshot) throws -> RightsRequest {
        guard let request = try store.request(code, snapshot), request.subject == person, let citizen = actor.citizen,
            request.representative == citizen
        else { throw NotFound() }
        return request
    }

    func record(_ verb: AuditEntry.Verb, _ request: RightsRequest, by actor: Actor, _ transaction: Transaction) throws {
        try transaction.record(
            Event(verb, object: AuditEntry.Object("rights_request", request.id), subject: request.subject), by: actor)
    }

    func tell(_ text: TextKey, _ code: CheckedCode, _ person: PersonID, _ transaction: Transaction) throws {
        try board.tell(.init(text, ["code": code.description], path: "/mi/derechos/\(code)"), person, transaction)
    }

    private static func contact(_ new: NewRequest, by actor: Actor) -> Interaction {
        if case .staff(let agent) = actor.identity {
            return Interaction(.desk, .branch, .reception, .pending, agent: agent, person: new.subject, assurance: .declared)
        }
        return Interaction(.page, .web, .reception, .pending, person: new.subject, assurance: actor.assurance)
    }
}
