import Civic
import Expressions
import Flows
import Ports
import Storage

/// Telling people of a benefit before they ask, when they said that they want that. It decides nothing, and a 'not yet' is kept nowhere
/// (counter-rules 5).
public struct OfferDesk: Sendable {
    /// The consent under which anybody is looked at.
    public static let purpose = "ofertas"

    private let runs: RunDesk
    private let consents: Consents
    private let deaths: Deaths
    private let store = OfferStore()

    public init(_ runs: RunDesk, consents: Consents, deaths: Deaths) {
        self.runs = runs
        self.consents = consents
        self.deaths = deaths
    }

    /// How many of those who said yes there are of each kind.
    public struct Tally: Sendable, Hashable {
        /// They qualify, and were told or, before a release, would be.
        public var told = 0
        public var nearly = 0
        public var open = 0
        public var no = 0
        /// They have it, have asked for it, or were told before.
        public var known = 0
        /// Of everybody who was reckoned: their groups, by what groups them, and whether they qualify.
        public var groups: [String: [String]] = [:]
        public var qualifies: [Bool] = []

        mutating func note(_ groups: [String: String], isGranted: Bool) {
            for name in OfferGroups.names { self.groups[name, default: []].append(groups[name] ?? OfferGroups.unknown) }
            qualifies.append(isGranted)
        }
    }

    /// Says whom it would tell and of which groups they are, and tells nobody. That it was looked at is kept: without that nothing is released.
    /// Throws `NotFound` for no such service, and `ServiceRetired`.
    public func look(_ id: String) async throws -> Tally {
        let (store, tally) = (store, try await run(id, isReleased: false))
        try await runs.database.write { try store.keep(id, told: tally.told, looked: tally.qualifies.count, $0) }
        return tally
    }

    /// Tells those who qualify, after somebody looked at the groups in the last week, and when no more than a share of those whom it would have told
    /// changed since, in percent (counter-rules 5). Throws `NotSeen` or `ChangedSince`.
    public func release(_ id: String, mostChange: Int) async throws -> Tally {
        let (store, since) = (store, Instant(milliseconds: runs.clock.now.milliseconds - 7 * 86_400_000))
        guard let seen = try await runs.database.read({ try store.last(id, since: since, $0) }) else { throw NotSeen() }
        let now = try await run(id, isReleased: false).told
        guard abs(now - seen) * 100 <= mostChange * max(1, seen) else { throw ChangedSince(seen: seen, now: now) }
        return try await run(id, isReleased: true)
    }

    /// Nobody looked at the groups before.
    public struct NotSeen: Error {}

    /// Others would be told than those that somebody looked at.
    public struct ChangedSince: Error {
        public let seen: Int
        public let now: Int
    }

    /// Looks at everybody who said yes. Those who qualify and were not told before are told when it is released.
    private func run(_ id: String, isReleased: Bool) async throws -> Tally {
        guard let service = try await runs.shelf.open(id) else { throw NotFound() }
        let parameters = try await runs.database.read { try Parameters.table(for: service, runs.calendar.holidays, $0) }
        let interpreter = Interpreter(service, parameters: parameters)
        var (tally, after) = (Tally(), Int64(0))
        while true {
            let (consents, last) = (consents, after)
            let people = try await runs.database.read { try consents.given(Self.purpose, last, 200, $0) }
            guard let end = people.last else { return tally }
            after = end.number
            for person in people { try await look(person, interpreter, isReleased: isReleased, &tally) }
        }
    }

    private func look(_ person: PersonID, _ interpreter: Interpreter, isReleased: Bool, _ tally: inout Tally) async throws {
        let (store, deaths, runs, service) = (store, deaths, runs, interpreter.service)
        let isKnown = try await runs.database.read { snapshot in
            try deaths.isDead(person, snapshot) || store.isTold(person, of: service.id, snapshot)
                || runs.store.all(of: runs.mergers.records(of: person, snapshot), snapshot).contains { $0.service == service.id }
        }
        if isKnown { return tally.known += 1 }
        guard let (reckoning, groups) = try await reckon(person, interpreter) else { return tally.open += 1 }
        let (unmet, met) = (reckoning.findings.count(where: \.isUnmet), reckoning.findings.count(where: \.isMet))
        let isGranted = if case .granted = Decision(reckoning).outcome { true } else { false }
        tally.note(groups, isGranted: isGranted)
        guard isGranted else {
            if unmet == 1, met == reckoning.findings.count - 1 {
                tally.nearly += 1
            } else if unmet > 0 {
                tally.no += 1
            } else {
                tally.open += 1
            }
            return
        }
        guard isReleased else { return tally.told += 1 }
        let (consents, notices) = (consents, runs.notices)
        let isTold = try await runs.database.write { transaction in
            // Somebody may have taken their yes back meanwhile.
            guard try consents.isGiven(person, Self.purpose, transaction), try store.tell(person, of: service.id, transaction) else {
                return false
            }
            try notices.tell(
                NoticeBoard.Notice("procedures.notice.offer", ["service": service.title.es], path: "/tramites/\(service.id)"), person,
                transaction)
            try transaction.record(Event("procedure.offered", subject: person), by: RunDesk.verifier)
            return true
        }
        if isTold { tally.told += 1 } else { tally.known += 1 }
    }

    /// What registers know comes to; nil for somebody without a number that registers know.
    private func reckon(_ person: PersonID, _ interpreter: Interpreter) async throws -> (Reckoning, [String: String])? {
        let (people, runs, today) = (runs.people, runs, runs.clock.today.number)
        let disclosure = try await runs.disclosures.open(
            [.identifiers], of: [person], for: "trace.purpose.offer", in: nil, by: RunDesk.verifier, target: Scope.Target())
        let known = try await runs.database.read { try people.person(person, $0) }
        guard let kept = known?.identifiers.first(where: { $0.kind == .run && $0.standing == .verified && $0.to == nil }),
            let number = RUN(try disclosure.open(kept.number))
        else { return nil }
        let asking = Asking(subject: person, run: nil, actor: RunDesk.verifier)
        let state = try await runs.fetched(interpreter, FlowState(), number, matter: Self.purpose, asking)
        try await runs.note(OfferGroups.asked, asking)
        let groups = await OfferGroups(runs.registers, basis: runs.documents.texts["procedures.offer.basis"], today: runs.clock.today)
            .groups(of: number, for: interpreter.service)
        return (interpreter.reckon(state, today: today), groups)
    }
}
