import Civic
import Ports
import Storage

/// What persons are told in their own place: a courtesy, from which no term of law runs.
public struct NoticeDesk: Sendable {
    private let database: Database
    private let clock: Clock
    private let store: NoticeStore

    public init(_ database: Database, keyring: Keyring, clock: Clock) {
        self.database = database
        self.clock = clock
        store = NoticeStore(keyring: keyring)
    }

    /// Where others put their notices.
    public var board: NoticeBoard {
        let store = store
        return NoticeBoard { notice, person, transaction in
            _ = try store.insert(ToldText(notice), from: notice.from, for: person, transaction)
        }
    }

    /// Nothing is shown from a death on; when it was a mistake, everything is there again, and what came meanwhile too.
    public var ending: Ending {
        let store = store
        return Ending(
            died: { person, _, _, transaction in try store.stop(person, transaction) },
            revived: { person, _, transaction in try store.resume(person, transaction) })
    }

    /// What is kept here about a person.
    public var heldData: HeldData {
        let (database, store) = (database, store)
        return HeldData(
            name: "notices", title: "notices.title", fields: [.notices],
            items: { person, disclosure, texts in
                try await database.read { try store.all(of: person, $0) }.map { kept in
                    let notice = try OpenNotice(kept, disclosure, texts)
                    return HeldData.Item(
                        name: "notice", label: texts["notices.one"], value: notice.text, source: texts["mine.source.here"],
                        since: kept.made,
                        use: texts["notices.use"])
                }
            },
            erase: { person, transaction in try store.erase(person, transaction) })
    }

    func unread(of person: PersonID) async throws -> Int {
        let now = clock.now.milliseconds
        return try await database.read { try store.unread(of: person, at: now, $0) }
    }

    func list(of person: PersonID, before: Int64? = nil, limit: Int) async throws -> [KeptNotice] {
        let now = clock.now.milliseconds
        return try await database.read { try store.visible(to: person, at: now, before: before, limit: limit, $0) }
    }

    func notice(_ id: Int64, of person: PersonID) async throws -> KeptNotice? {
        let now = clock.now.milliseconds
        return try await database.read { try store.visible(id, to: person, at: now, $0) }
    }

    /// The person has seen it. The second time nothing is written.
    func open(_ notice: KeptNotice, by caller: Actor, of person: PersonID) async throws {
        guard notice.opened == nil else { return }
        let store = store
        try await database.write { transaction in
            guard try store.open(notice.id, of: person, transaction) else { return }
            try transaction.record(Event("notice.opened", object: AuditEntry.Object("notice", notice.id), subject: person), by: caller)
        }
    }

    /// The person marks all as seen, and gets how many were new.
    func openAll(of person: PersonID, by caller: Actor, once: OnceKey) async throws -> Int {
        let store = store
        return try await database.write(once: once) { transaction in
            let count = try store.openAll(of: person, transaction)
            if count > 0 { try transaction.record(Event("notice.allOpened", subject: person), by: caller) }
            return count
        }
    }
}
