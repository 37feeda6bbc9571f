import Civic
import Ports
import Storage
import Web

/// Making two records one, and undoing it: always by two of the staff.
public struct UnionDesk: Sendable {
    private let database: Database
    private let clock: Clock
    private let sessions: Sessions
    private let notices: NoticeBoard
    private let breaches: PossibleBreach
    private let people: PeopleDesk
    private let mergers: MergerDesk
    private let contacts = InteractionDesk()
    private let store: UnionStore

    public init(
        _ database: Database, keyring: Keyring, clock: Clock, sessions: Sessions, notices: NoticeBoard, breaches: PossibleBreach
    ) {
        self.database = database
        self.clock = clock
        self.sessions = sessions
        self.notices = notices
        self.breaches = breaches
        people = PeopleDesk(keyring: keyring)
        mergers = MergerDesk(keyring: keyring)
        store = UnionStore(keyring: keyring)
    }

    /// One asks that the record of `merged` lead to that of `kept`. What could not be done is refused here already.
    @discardableResult
    public func propose(
        _ merged: PersonID, into kept: PersonID, because reason: String, by actor: Actor, once: OnceKey
    ) async throws -> Int64 {
        let staff = try permit(actor, [merged, kept])
        let (store, mergers, people) = (store, mergers, people)
        return try await database.write(once: once) { transaction in
            for person in [merged, kept] {
                guard let known = try people.person(person, transaction), !known.isErased else { throw NoLongerKnown() }
            }
            try mergers.check(merged, into: kept, transaction)
            guard try store.open(.merge, merged, kept, transaction) == nil else { throw AlreadyAsked() }
            let id = try store.insert(.merge, merged, kept, merger: nil, staff, reason, transaction)
            try transaction.record(Event("merger.asked", object: AuditEntry.Object("merger_request", id), subject: merged), by: actor)
            return id
        }
    }

    /// One asks that a merger be undone.
    @discardableResult
    public func propose(undoing merger: Int64, because reason: String, by actor: Actor, once: OnceKey) async throws -> Int64 {
        let (store, mergers) = (store, mergers)
        guard let found = try await database.read({ try mergers.merger(merger, $0) }), found.until == nil else { throw NotFound() }
        let staff = try permit(actor, [found.merged, found.kept])
        return try await database.write(once: once) { transaction in
            guard try store.open(.unmerge, found.merged, found.kept, transaction) == nil else { throw AlreadyAsked() }
            let id = try store.insert(.unmerge, found.merged, found.kept, merger: merger, staff, reason, transaction)
            try transaction.record(
                Event("unmerging.asked", object: AuditEntry.Object("merger_request", id), subject: found.kept), by: actor)
            return id
        }
    }

    /// Another decides. Throws `NotTheSameTwice` for whoever asked.
    public func decide(_ id: Int64, isRight: Bool, by actor: Actor, once: OnceKey) async throws {
        let store = store
        guard let request = try await database.read({ try store.request(id, $0) }) else { throw NotFound() }
        let staff = try permit(actor, [request.merged, request.kept])
        guard request.proposer != staff else { throw NotTheSameTwice() }
        _ = try await database.write(once: once) { transaction in
            guard try store.decide(id, staff, isDone: isRight, transaction) else { throw NotFound() }
            try transaction.record(
                Event("merger.decided", object: AuditEntry.Object("merger_request", id), subject: request.kept), by: actor)
            guard isRight else { return true }
            switch request.kind {
            case .merge: try merge(request, by: actor, transaction)
            case .unmerge: try unmerge(request, by: actor, transaction)
            }
            return true
        }
    }

    private func merge(_ request: MergerRequest, by actor: Actor, _ transaction: Transaction) throws {
        try mergers.merge(request.merged, into: request.kept, proposer: request.proposer, by: actor, transaction)
        // Whoever was signed in as the merged record signs in again, and is then the kept one.
        try sessions.closeAll(of: .citizen(request.merged), by: actor, transaction)
        try notices.tell(NoticeBoard.Notice("persons.notice.merged"), request.kept, transaction)
    }

    /// The two are two again. Whoever is signed in could be either, so nobody stays. What came meanwhile waits to be allotted, and what was
    /// read meanwhile was perhaps read of the wrong person.
    private func unmerge(_ request: MergerRequest, by actor: Actor, _ transaction: Transaction) throws {
        guard let id = request.merger else { throw NotFound() }
        let merger = try mergers.unmerge(id, by: actor, transaction)
        let came = try contacts.tied(to: merger.kept, since: merger.since, transaction).map { (Remainder.Kind.interaction, $0.number) }
        let changed = try people.rows(of: merger.kept, since: merger.since, transaction)
        for (kind, reference) in came + changed.contacts.map({ (.contact, $0) }) + changed.numbers.map({ (.number, $0) }) {
            try store.insert(kind, reference, merger, transaction)
        }
        for person in [merger.merged, merger.kept] {
            try sessions.closeAll(of: .citizen(person), by: actor, transaction)
            try notices.tell(NoticeBoard.Notice("persons.notice.unmerged"), person, transaction)
        }
        let reads = try [merger.kept, merger.merged].flatMap { person in
            try people.traces(of: person, verb: .read, limit: 10_000, transaction).filter { $0.at >= merger.since }
        }
        try breaches.report(
            PossibleBreach.Finding(
                .unmerging, reference: merger.id, persons: [merger.merged, merger.kept], from: merger.since,
                until: Instant(milliseconds: transaction.now), reads: reads.map(\.id).sorted()), actor, transaction)
    }

    /// Somebody says whose one thing is that came while two were one.
    public func allot(_ id: Int64, to owner: Remainder.Owner, by actor: Actor, once: OnceKey) async throws {
        let (store, contacts, people) = (store, contacts, people)
        guard let remainder = try await database.read({ try store.remainder(id, $0) }) else { throw NotFound() }
        let staff = try permit(actor, [remainder.merged, remainder.kept])
        _ = try await database.write(once: once) { transaction in
            guard try store.allot(id, owner, staff, transaction) else { throw NotFound() }
            guard owner == .merged else {
                try transaction.record(
                    Event("remainder.kept", object: AuditEntry.Object("merger_allotment", id), subject: remainder.kept), by: actor)
                return true
            }
            switch remainder.kind {
            case .interaction:
                try contacts.allot(InteractionID(remainder.reference), from: remainder.kept, to: remainder.merged, by: actor, transaction)
            case .contact: try people.move(contact: remainder.reference, from: remainder.kept, to: remainder.merged, by: actor, transaction)
            case .number: try people.move(number: remainder.reference, from: remainder.kept, to: remainder.merged, by: actor, transaction)
            }
            return true
        }
    }

    /// What waits to be decided, with the reason, and what this actor may not decide because they asked for it.
    func requests() async throws -> [(request: MergerRequest, reason: String)] {
        let store = store
        return try await database.read { try store.requests($0) }
    }

    /// What waits to be allotted.
    public func remainders() async throws -> [Remainder] {
        let store = store
        return try await database.read { try store.remainders($0) }
    }

    /// Mergers that hold, the newest first.
    func inForce() async throws -> [Merger] {
        let mergers = mergers
        return try await database.read { try mergers.inForce(limit: 100, $0) }
    }

    /// When a contact of a remainder was, for whoever says whose it is.
    func moment(of remainder: Remainder) async throws -> Instant? {
        guard remainder.kind == .interaction else { return nil }
        let contacts = contacts
        return try await database.read { try contacts.contact(InteractionID(remainder.reference), $0) }?.at
    }

    private func permit(_ actor: Actor, _ persons: [PersonID]) throws -> Int64 {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        try actor.must(.mergePersons)
        if let own = actor.person, persons.contains(own) { throw OwnRecord() }
        return staff
    }
}
