import Civic
import Ports
import Storage

/// Asking a person for their word, and taking it.
public struct ApprovalDesk: Sendable {
    private let database: Database
    private let clock: Clock
    private let notices: NoticeBoard
    private let contacts = InteractionDesk()
    private let store = ApprovalStore()

    public init(_ database: Database, clock: Clock, notices: NoticeBoard) {
        self.database = database
        self.clock = clock
        self.notices = notices
    }

    /// Asks the person of a contact, and gives back the question; the one that waits already, if it does.
    public func ask(at id: InteractionID, by actor: Actor) async throws -> Approval {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let (contacts, store, notices) = (contacts, store, notices)
        return try await database.write { transaction in
            guard let attendance = try contacts.attendance(id, of: staff, at: Instant(milliseconds: transaction.now), transaction) else {
                throw NotFound()
            }
            try transaction.hold("interaction", id.number)
            if let waiting = try store.waiting(at: id, transaction) {
                if waiting.until.milliseconds > transaction.now { return waiting }
                try store.answer(waiting.id, .refused, transaction)
            }
            let approval = try store.insert(
                of: attendance.person, at: id, staff, until: Instant(milliseconds: transaction.now + Self.term), transaction)
            try notices.tell(NoticeBoard.Notice("persons.notice.approval", path: Self.path(approval)), attendance.person, transaction)
            try transaction.record(
                Event("approval.asked", object: AuditEntry.Object("approval", approval.id), subject: attendance.person, within: id),
                by: actor)
            return approval
        }
    }

    /// What the person says. Throws `NotFound` unless it was they who were asked, and it still can be answered.
    public func answer(_ code: String, _ answer: Approval.Answer, by actor: Actor) async throws {
        guard let person = actor.citizen, actor.assurance == .verified else { throw Forbidden() }
        let (contacts, store) = (contacts, store)
        try await database.write { transaction in
            guard let approval = try store.approval(code, transaction), approval.person == person else { throw NotFound() }
            if approval.answer == answer { return }
            guard approval.answer == nil, approval.until.milliseconds > transaction.now else { throw NotFound() }
            try store.answer(approval.id, answer, transaction)
            try transaction.record(
                Event(
                    "approval.answered", object: AuditEntry.Object("approval", approval.id), subject: person, within: approval.interaction),
                by: actor)
            if answer == .approved {
                try contacts.prove(.ownApproval(approval.id), of: person, at: approval.interaction, by: actor, transaction)
            }
        }
    }

    /// What a person is asked now.
    public func waiting(for person: PersonID) async throws -> [Approval] {
        let (store, now) = (store, clock.now)
        return try await database.read { try store.waiting(for: person, at: now, $0) }
    }

    /// A question to this person, answered or not. Throws `NotFound` for anybody else's.
    public func approval(_ code: String, of person: PersonID) async throws -> Approval {
        let store = store
        guard let found = try await database.read({ try store.approval(code, $0) }), found.person == person else { throw NotFound() }
        return found
    }

    /// The last question at a contact.
    public func last(at id: InteractionID) async throws -> Approval? {
        let store = store
        return try await database.read { try store.last(at: id, $0) }
    }

    static func path(_ approval: Approval) -> String { "/mi/aprobar/\(approval.code)" }

    /// So long a question waits: a person is at the desk meanwhile.
    private static let term: Int64 = 15 * 60_000
}
