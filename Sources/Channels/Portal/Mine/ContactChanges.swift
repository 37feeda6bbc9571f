import Civic
import Ports
import Storage
import Web

/// What a person does with their contacts, and who is told. The contact that was there before is told of a change, so that somebody who
/// took over a session can't change it unseen; of a protected person only a safe one is, because others may read the rest.
public struct ContactChanges: Sendable {
    /// So many changes may a person make within a day: each may send messages.
    static let limit = AttemptLimit("contact.change", most: 20, window: 86_400_000)

    private let records: OwnRecords
    private let attempts: AttemptDesk
    private let messenger: Messenger
    private let board: NoticeBoard

    public init(_ records: OwnRecords, attempts: AttemptDesk, messenger: Messenger, board: NoticeBoard) {
        self.records = records
        self.attempts = attempts
        self.messenger = messenger
        self.board = board
    }

    /// Whether a code can go there, and would mean anything.
    func canConfirm(_ kept: KeptContact) -> Bool { !kept.isShared && kept.verified == nil && messenger.reaches.contains(kept.kind) }

    func add(_ contact: Contact, of caller: Caller, once: OnceKey, _ texts: Texts) async throws {
        try await attempts.take(Self.limit, of: "\(caller.person.number)")
        let former = try await records.person(caller).contacts.first(where: \.isPreferred)
        let message = try await warning(former, of: caller, texts)
        let (people, board, person, actor) = (records.people, board, caller.person, caller.actor)
        _ = try await records.database.write(once: once) { transaction in
            try people.add(contact, to: person, isPreferred: former == nil, by: actor, transaction)
            try Self.tell(message, person, board, transaction)
            return true
        }
    }

    func replace(_ old: KeptContact, with contact: Contact, of caller: Caller, once: OnceKey, _ texts: Texts) async throws {
        try await attempts.take(Self.limit, of: "\(caller.person.number)")
        let message = try await warning(old, of: caller, texts)
        let (people, board, person, actor) = (records.people, board, caller.person, caller.actor)
        _ = try await records.database.write(once: once) { transaction in
            guard
                try people.replace(contact: old.id, with: contact, isPreferred: old.isPreferred, of: person, by: actor, transaction) != nil
            else { return false }
            try Self.tell(message, person, board, transaction)
            return true
        }
    }

    func end(_ old: KeptContact, of caller: Caller, once: OnceKey, _ texts: Texts) async throws {
        try await attempts.take(Self.limit, of: "\(caller.person.number)")
        let message = try await warning(old, of: caller, texts)
        let (people, board, person, actor) = (records.people, board, caller.person, caller.actor)
        _ = try await records.database.write(once: once) { transaction in
            guard try people.end(contact: old.id, of: person, by: actor, transaction) else { return false }
            try Self.tell(message, person, board, transaction)
            return true
        }
    }

    func prefer(_ kept: KeptContact, of caller: Caller, once: OnceKey) async throws {
        let (people, person, actor) = (records.people, caller.person, caller.actor)
        _ = try await records.database.write(once: once) { try people.prefer(contact: kept.id, of: person, by: actor, $0) }
    }

    /// A code for the contact, on its way once the act has committed.
    func sendCode(to kept: KeptContact, of caller: Caller, once: OnceKey, _ texts: Texts) async throws {
        let disclosure = try await records.open([.contacts], of: caller, for: "trace.purpose.ownContactChange")
        let plain = try disclosure.open(kept.plain)
        try await attempts.take(ContactCodes.sendings, of: "person \(caller.person.number)")
        try await attempts.take(ContactCodes.sendings, of: "contact \(plain)")
        let (codes, person, actor) = (records.codes, caller.person, caller.actor)
        _ = try await records.database.write(once: once) { transaction in
            let code = try codes.make(for: kept.id, of: person, by: actor, transaction)
            let message = Messenger.Message(
                kept.kind, to: plain, title: texts["contacts.code.message.title"],
                text: texts("contacts.code.message.text", ["code": code]))
            try Messenger.post(message, about: person, transaction)
            return true
        }
    }

    /// Whether that was the code. Each try counts, and a new code does not begin the count again.
    func confirm(_ kept: KeptContact, with code: String, of caller: Caller) async throws -> Bool {
        try await attempts.take(ContactCodes.tries, of: "\(kept.id)")
        let (codes, person, actor) = (records.codes, caller.person, caller.actor)
        return try await records.database.write { try codes.take(code, for: kept.id, of: person, by: actor, $0) }
    }

    /// What the contact that stood before is told: nothing of what is new, nothing of what the person does here. nil when it can't be told.
    private func warning(_ former: KeptContact?, of caller: Caller, _ texts: Texts) async throws -> Messenger.Message? {
        guard let former, messenger.reaches.contains(former.kind) else { return nil }
        if try await records.isProtected(caller.person), !former.isSafe { return nil }
        let disclosure = try await records.open([.contacts], of: caller, for: "trace.purpose.ownContactChange")
        return Messenger.Message(
            former.kind, to: try disclosure.open(former.plain), title: texts["contacts.message.changed.title"],
            text: texts["contacts.message.changed.text"])
    }

    private static func tell(
        _ message: Messenger.Message?, _ person: PersonID, _ board: NoticeBoard, _ transaction: Transaction
    ) throws {
        if let message { try Messenger.post(message, about: person, transaction) }
        try board.tell(NoticeBoard.Notice("contacts.notice.changed", path: ContactPages.path), person, transaction)
    }
}
