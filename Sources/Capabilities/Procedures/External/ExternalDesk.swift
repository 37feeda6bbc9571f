import Civic
import Ports
import Storage

/// Takes what other institutions tell of their cases, and shows it with its age (counter-rules 11).
public struct ExternalDesk: Sendable {
    private let runs: RunDesk
    private let store: ExternalStore

    public init(_ runs: RunDesk, keyring: Keyring) {
        self.runs = runs
        store = ExternalStore(keyring: keyring)
    }

    enum Fate: Sendable, Equatable {
        case recorded, repeated, different
        case refused([String])
    }

    /// Takes one event of a case of the caller's own institution. Throws `Forbidden` for another's.
    func take(_ reported: ReportedEvent, of institution: String, number: String, by actor: Actor) async throws -> Fate {
        try actor.must(.reportCases, Scope.Target(institution: institution))
        let problems = reported.problems(now: runs.clock.now)
        guard problems.isEmpty, let run = RUN(reported.run), let at = Instant(rfc3339: reported.at) else { return .refused(problems) }
        let (runs, notices, store) = (runs, runs.notices, store)
        return try await runs.database.write { transaction in
            guard let person = try runs.people.find(.run(run), transaction).first else {
                return .refused(["run: nobody of that number is known here"])
            }
            let known = try store.find(institution, number, transaction)
            if let known, try runs.mergers.standing(for: known.subject, transaction) != person {
                return .refused(["run: this case is another person's"])
            }
            let external = try known ?? store.insert(institution, number, of: person, transaction)
            let body = ExternalEvent.Body(
                title: reported.title, stage: reported.stage, words: reported.words, due: reported.due.flatMap { Day(iso: $0)?.number },
                owes: reported.owes)
            var wrong: Int64?
            if let name = reported.corrects {
                wrong = try store.named(name, of: external, transaction)
                guard let wrong, try !store.isCorrected(wrong, transaction) || store.named(reported.id, of: external, transaction) != nil
                else { return .refused(["corrects: no event of this case that still stands"]) }
            }
            switch try store.insert(reported.id, reported.status, at: at, body, correcting: wrong, of: external, transaction) {
            case .repeated: return .repeated
            case .different: return .different
            case .inserted: break
            }
            try transaction.record(
                Event("case.reported", object: .init("external_case", external.id), subject: person), by: actor)
            try notices.tell(
                NoticeBoard.Notice(
                    "procedures.notice.external", ["title": reported.title], path: "/mi/tramites/externos/\(external.id)"), person,
                transaction)
            return .recorded
        }
    }

    /// A case with all that was told of it, opened.
    struct Shown: Sendable {
        struct Entry: Sendable {
            let event: ExternalEvent
            let body: ExternalEvent.Body
        }

        let external: ExternalCase
        /// What its institution is called.
        let institution: String
        let number: String
        let entries: [Entry]

        /// What stands last: of what was corrected, the correction.
        var last: Entry? { entries.last { !isCorrected($0) } }

        func isCorrected(_ entry: Entry) -> Bool { entries.contains { $0.event.corrects == entry.event.id } }
    }

    /// All cases of a person elsewhere, the one told of last first. What is opened leaves its trace.
    func all(of person: PersonID, at door: Door, by actor: Actor) async throws -> [Shown] {
        let (runs, store) = (runs, store)
        let (reach, today, target) = (runs.reach, runs.clock.today, Scope.Target(point: door.point))
        let cases = try await runs.database.read { snapshot in
            let all = try store.all(of: runs.mergers.records(of: person, snapshot), snapshot)
            guard actor.staffNumber != nil else { return all }
            let giving = try reach.giving(Set(all.map(\.institution)), on: today, snapshot)
            return all.filter { reach.maySee(institution: $0.institution, .ordinary, giving, actor, at: target) }
        }
        guard !cases.isEmpty else { return [] }
        let disclosure = try await runs.disclosures.open(
            [.procedures], of: Set(cases.map(\.subject)), for: "trace.purpose.procedure", in: door.interaction, by: actor,
            target: Scope.Target(point: door.point))
        var names: [String: String] = [:]
        for key in Set(cases.map(\.institution)) { names[key] = try await runs.documents.name(of: key) }
        return try await runs.database.read { [names] snapshot in
            try cases.map { external in
                Shown(
                    external: external, institution: names[external.institution] ?? external.institution,
                    number: try disclosure.open(external.number),
                    entries: try store.events(of: external, snapshot).map { event in
                        Shown.Entry(event: event, body: try disclosure.read(ExternalEvent.Body.self, event.body))
                    })
            }
        }
    }
}
