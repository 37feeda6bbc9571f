import Civic
import Flows
import Ports
import Storage

/// Cases that wait for somebody: taken, read and decided by a named official (counter-rules 5 and 6). A term that passes decides nothing.
public struct CaseDesk: Sendable {
    /// For how long the case that one took can be read, in milliseconds: a working day.
    static let reading: Int64 = 10 * 3_600_000

    let runs: RunDesk
    let signers: DeskSelf
    var notices: NoticeBoard { runs.notices }

    public init(_ runs: RunDesk, signers: DeskSelf) {
        self.runs = runs
        self.signers = signers
    }

    /// Who signs, as a paper names them: whoever deals with the State may know who it is (Ley 19.880, art. 17 b).
    func signature(_ staff: Int64, _ reason: String, as authority: Authority? = nil) async throws -> Resolution.Signature {
        guard let official = try await signers.of(staff) else { throw Forbidden() }
        let named = [official.signature, authority?.title.es].compactMap { $0 }
        return Resolution.Signature(signer: named.joined(separator: ", "), reason: reason)
    }

    static let door = Door.deciding

    /// What waits, the nearest term first; what is in the cases stays closed.
    func waiting(for actor: Actor) async throws -> [(run: ProcedureRun, service: Service)] {
        let (owners, store, place) = (try await seen(by: actor), runs.store, try await place(of: actor))
        return try await served(
            try await runs.database.read { try store.waiting(for: owners, at: place, heldBy: actor.staffNumber, $0) }, to: actor)
    }

    /// What was signed and nobody was notified of: a decision, or a measure about a benefit (Ley 19.880, art. 45).
    struct Unnotified: Sendable {
        let run: ProcedureRun
        let service: Service
        let signed: Instant
    }

    /// The oldest first.
    func unnotified(for actor: Actor) async throws -> [Unnotified] {
        let (owners, store, benefits) = (Set(try await seen(by: actor)), runs.store, runs.benefits)
        let owned = Set(try await runs.shelf.serving().filter { owns($0, owners) }.map(\.id)).sorted()
        let found = try await runs.database.read { snapshot in
            let measures = Dictionary(try benefits.unnotified(of: owned, snapshot).map { ($0.run, $0.signed) }) { first, _ in first }
            return try store.unnotified(of: owned, snapshot).map { (run: $0, signed: $0.signed) }
                + store.runs(Array(measures.keys), snapshot).map { (run: $0, signed: measures[$0.id]) }
        }
        let services = Dictionary(try await served(found.map(\.run), to: actor).map { ($0.run.id, $0.service) }) { first, _ in first }
        return found.compactMap { run, signed in
            guard let signed, let service = services[run.id], owns(service, owners) else { return nil }
            return Unnotified(run: run, service: service, signed: signed)
        }.sorted { $0.signed < $1.signed }
    }

    /// The service of a case whose person is still to be notified, of a decision or of what is asked of them, and since when that is there.
    /// nil for any other.
    func notifiable(_ code: CheckedCode, by actor: Actor) async throws -> (service: Service, since: Day)? {
        if let found = try await unnotified(for: actor).first(where: { $0.run.code == code }) {
            return (found.service, Day(of: found.signed))
        }
        let (run, service) = try await known(code)
        guard let paused = run.paused, run.requested == nil else { return nil }
        _ = try await mustServe(code, by: actor)
        return (service, Day(of: paused))
    }

    /// Throws `NotFound` for a case of a queue that this official does not see, and for their own `OwnRecord`.
    func mustServe(_ code: CheckedCode, by actor: Actor) async throws -> ProcedureRun {
        guard case .staff = actor.identity, actor.maySomewhere(.decideProcedures) else { throw Forbidden() }
        let (run, service) = try await known(code)
        try await mustReach(run, service, by: actor)
        guard owns(service, Set(try await seen(by: actor))) else { throw NotFound() }
        try await runs.database.read { try refuseOwn(run, actor, $0) }
        return run
    }

    private func owns(_ service: Service, _ owners: Set<String>) -> Bool { !service.owners.isDisjoint(with: owners) }

    /// With their services, as far as this official may know of such matters.
    func served(_ cases: [ProcedureRun], to actor: Actor) async throws -> [(run: ProcedureRun, service: Service)] {
        var served: [(ProcedureRun, Service)] = []
        for run in cases { served.append((run, try await runs.shelf.service(run.service, run.version))) }
        let seen = try await runs.reached(served.map(\.1), at: Self.door, by: actor)
        let place = cases.contains { $0.place != nil } ? try await place(of: actor) : nil
        return served.filter { seen.contains($0.1.id) && $0.0.isDecided(at: place, by: actor.staffNumber) }
    }

    /// The comuna where an official attends.
    func place(of actor: Actor) async throws -> CommuneCode? {
        guard let staff = actor.staffNumber else { return nil }
        return try await signers.of(staff)?.commune
    }

    /// Throws `NotFound` for what this official may not know to be there: of another institution, or of another comuna's office.
    func mustReach(_ run: ProcedureRun, _ service: Service, by actor: Actor) async throws {
        try await runs.mustReach(service, at: Self.door, by: actor)
        guard run.place != nil else { return }
        guard run.isDecided(at: try await place(of: actor), by: actor.staffNumber) else { throw NotFound() }
    }

    /// How many wait and nobody has taken.
    public func count(for actor: Actor) async throws -> Int { try await waiting(for: actor).count { $0.run.holder == nil } }

    /// Takes a case: from now on, and for a working day, it can be read. Throws `RunMoved` when another has it.
    func take(_ code: CheckedCode, by actor: Actor, once: OnceKey) async throws {
        guard case .staff(let staff) = actor.identity, actor.maySomewhere(.decideProcedures) else { throw Forbidden() }
        let (runs, leaves, store) = (runs, LeaveDesk(), runs.store)
        guard let found = try await runs.database.read({ try store.run(code, $0) }) else { throw NotFound() }
        let service = try await runs.shelf.service(found.service, found.version)
        try await mustReach(found, service, by: actor)
        _ = try await runs.database.write(once: once) { transaction in
            guard let run = try runs.store.run(code, transaction) else { throw NotFound() }
            try refuseOwn(run, actor, transaction)
            try runs.refuseFirstHands(service, run.subject, actor, transaction)
            if run.isUnderAppeal, run.decider == staff { throw DecidedBefore() }
            if let benefit = try runs.benefits.benefit(of: run.id, transaction),
                let (measure, _) = try runs.benefits.standing(of: benefit, transaction), measure.isUnderAppeal, measure.decider == staff
            {
                throw DecidedBefore()
            }
            guard try runs.store.take(run, by: staff, transaction) else { throw RunMoved() }
            try leaves.grant(
                .matter, of: run.subject, to: actor.identity, until: Instant(milliseconds: transaction.now + Self.reading),
                reference: run.id, fields: [.procedures, .identifiers, .name, .files, .contacts], by: actor, transaction)
            try runs.events.insert(.taken, of: run.id, about: run.subject, staff: staff, transaction)
            try transaction.record(Event("procedure.taken", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
            return true
        }
    }

    /// A case and its service, without a look into it.
    func known(_ code: CheckedCode) async throws -> (run: ProcedureRun, service: Service) {
        let store = runs.store
        guard let run = try await runs.database.read({ try store.run(code, $0) }) else { throw NotFound() }
        return (run, try await runs.shelf.service(run.service, run.version))
    }

    /// A case that this official took, with what the rules say of it today.
    func open(_ code: CheckedCode, by actor: Actor) async throws -> RunDesk.Shown {
        guard case .staff(let staff) = actor.identity, actor.maySomewhere(.decideProcedures) else { throw Forbidden() }
        let (run, service) = try await known(code)
        try await mustReach(run, service, by: actor)
        // Before anything is looked at: whoever does not have it is told who should take it first.
        guard run.holder == staff else { throw NotInHand(isHeld: run.holder != nil) }
        return try await runs.show(code, at: Self.door, by: actor, for: "trace.purpose.procedureDecide")
    }

    /// A file that came with a case that this official took.
    func file(_ code: CheckedCode, _ question: String, by actor: Actor) async throws -> (file: StoredFile, bytes: [UInt8]) {
        _ = try await open(code, by: actor)
        return try await runs.file(code, question, at: Self.door, by: actor)
    }

    /// Decides by name. Whoever helped to file it does not decide it, and nobody decides their own. What is granted meets every rule, by
    /// registers or by what was proved, and by nobody's word alone: else nothing could be paid, and the decision would not explain itself.
    /// `authority` is as whom it is signed, where the service has several.
    func decide(
        _ code: CheckedCode, _ outcome: ProcedureRun.Outcome, _ reason: String, as authority: String? = nil, by actor: Actor, once: OnceKey
    ) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let shown = try await open(code, by: actor)
        let run = shown.opened.run
        let service = shown.opened.service
        if shown.isHeld { throw Held() }
        if shown.isAwaited { throw Awaited() }
        guard shown.opened.isDecidedHere else { throw RunMoved() }
        var state = shown.opened.state
        try state.apply(.decided(on: runs.clock.today.number), to: state.revision)
        let came = shown.opened.interpreter.reckon(state, today: runs.clock.today.number)
        let decision = DecisionRecord(service, came)
        if outcome == .granted, !came.isGrantable(service) { throw NotReckoned() }
        if outcome == .refused, !came.isRefusable(service, wasAsked: shown.wasAsked) { throw NotYetKnown() }
        // Asking that somebody looks again makes nothing worse.
        if run.isGrantUnderReview, outcome != .granted { throw NoWorse() }
        let signer = service.authorities.first { $0.id == authority }
        guard signer != nil || service.authorities.isEmpty else { throw RunMoved() }
        let papers = try await runs.papers(
            shown.opened, state, outcome, signed: try await signature(staff, reason, as: signer), as: signer?.id)
        let record = try decision.text
        let changes = outcome == .granted ? try await runs.changes(shown.opened, at: Self.door, by: actor) : .none
        let (runs, notices) = (runs, notices)
        _ = try await runs.database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            try refuseOwn(run, actor, transaction)
            try runs.refuseFirstHands(service, run.subject, actor, transaction)
            try refuseHelper(run, staff, transaction)
            if run.isUnderAppeal {
                guard run.decider != staff else { throw DecidedBefore() }
                guard try runs.store.answerAppeal(run, outcome, record, by: staff, as: signer?.id, transaction) else { throw RunMoved() }
                try runs.documents.store.revoke(run.id, transaction)
            } else {
                guard try runs.store.decide(run, outcome, record, by: staff, as: signer?.id, transaction) else { throw RunMoved() }
            }
            try runs.documents.issue(papers, for: run, transaction)
            if outcome == .granted {
                try runs.beginBenefit(shown.opened, came, transaction)
                try runs.apply(changes, to: run.subject, by: actor, transaction)
            }
            try runs.events.insert(
                run.isUnderAppeal ? .answered : .decided, of: run.id, about: run.subject, staff: staff, stage: service.stages.last?.id,
                words: reason, transaction)
            try transaction.record(Event("procedure.decided", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
            try LeaveDesk().end(.matter, reference: run.id, by: actor, transaction)
            try notices.tell(
                NoticeBoard.Notice(
                    "procedures.notice.decided", ["service": service.title.es], path: "/mi/tramites/\(run.code.plain)"), run.subject,
                transaction)
            return true
        }
    }

    func refuseHelper(_ run: ProcedureRun, _ staff: Int64, _ snapshot: Snapshot) throws {
        let helped: Set<RunEvent.Kind> = [.begun, .helped, .filed]
        guard try !runs.events.all(of: run, snapshot).contains(where: { $0.staff == staff && helped.contains($0.kind) }) else {
            throw HelpedBefore()
        }
    }

    func refuseOwn(_ run: ProcedureRun, _ actor: Actor, _ snapshot: Snapshot) throws {
        guard let own = actor.person else { return }
        guard try runs.mergers.standing(for: run.subject, snapshot) != runs.mergers.standing(for: own, snapshot) else { throw OwnRecord() }
    }
}

/// A case is read and decided by whoever took it.
public struct NotInHand: Refusal {
    let isHeld: Bool

    public var kind: RefusalKind { .conflict }
    public var title: TextKey { isHeld ? "procedures.inHand.title" : "procedures.notInHand.title" }
    public var advice: TextKey { isHeld ? "procedures.inHand.advice" : "procedures.notInHand.advice" }
}
