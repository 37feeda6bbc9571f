import Civic
import Expressions
import Flows
import Ports
import Storage

/// Takes what institutions prepare for persons, and says to each of them how far its own is.
public struct PreparationDesk: Sendable {
    private let runs: RunDesk
    private var store: PreparationStore { runs.preparations }

    public init(_ runs: RunDesk) {
        self.runs = runs
    }

    enum Fate: Sendable, Equatable {
        case recorded, repeated, different
        case refused([String])
    }

    /// Takes answers for one person. Throws `Forbidden` for another institution's.
    func take(_ sent: SentPreparation, of institution: String, number: String, by actor: Actor) async throws -> Fate {
        try actor.must(.prepareProcedures, Scope.Target(institution: institution))
        let found: Service?
        do {
            found = try await runs.shelf.open(sent.service)
        } catch let retired as ServiceRetired {
            return .refused(["service: it is retired since \(retired.retirement.since.iso)"])
        }
        guard let service = found else { return .refused(["service: there is none of that name"]) }
        let (state, problems) = try read(sent.answers, service)
        guard let run = RUN(sent.run) else { return .refused(["run: it is no RUN"] + problems) }
        guard problems.isEmpty else { return .refused(problems) }
        let answers = try RunCodec.text(state)
        let (runs, notices, store, ends) = (runs, runs.notices, store, runs.clock.today.adding(days: runs.limits.preparedDays))
        let name = try await runs.documents.name(of: institution)
        return try await runs.database.write { transaction in
            guard let person = try runs.people.find(.run(run), transaction).first else {
                return .refused(["run: nobody of that number is known here"])
            }
            switch try store.insert(institution, number, service.id, of: person, ends: ends, answers: answers, transaction) {
            case .repeated: return .repeated
            case .different: return .different
            case .inserted: break
            }
            try transaction.record(Event("procedure.prepared", subject: person), by: actor)
            try notices.tell(
                NoticeBoard.Notice(
                    "procedures.notice.prepared", ["service": service.title.es, "institution": name], path: "/mi/tramites"), person,
                transaction)
            return .recorded
        }
    }

    /// The answers as a state has them, and what is wrong with those that are none; each problem names its question.
    private func read(_ sent: [String: SentValue], _ service: Service) throws -> (FlowState, problems: [String]) {
        var (values, problems) = ([(String, Expressions.Value)](), [String]())
        let reader = AnswerReader(runs.checks, today: runs.clock.today.number)
        for (id, value) in sent.sorted(by: { $0.key < $1.key }) {
            guard let question = service.question(id) else {
                problems.append("answers.\(id): the service has no such question")
                continue
            }
            guard question.kind.canBePrepared else {
                problems.append("answers.\(id): only the person gives this one")
                continue
            }
            do throws(AnswerFault) {
                let read = try reader.read(value.input, question)
                if case .null = read { continue }
                values.append((id, read))
            } catch {
                problems.append("answers.\(id): it is no answer to its question (see its schema at /api/services/\(service.id))")
            }
        }
        var state = FlowState()
        for (id, value) in values { try state.apply(.answered(id, value), to: state.revision) }
        if problems.isEmpty, values.isEmpty { problems.append("answers: there is none") }
        return (state, problems)
    }

    /// How far one of the caller's own is; nil when there is none of that number. Throws `Forbidden` for another institution's.
    func state(of institution: String, number: String, by actor: Actor) async throws -> Preparation.State? {
        try actor.must(.prepareProcedures, Scope.Target(institution: institution))
        let (runs, store) = (runs, store)
        return try await runs.database.read { snapshot in
            guard let found = try store.find(institution, number, snapshot) else { return nil }
            if let run = found.run {
                let filed = try runs.store.runs([run], snapshot).first
                return filed?.decided == nil ? .filed : .decided
            }
            if found.declined != nil { return .declined }
            return found.ends < runs.clock.today ? .lapsed : .waiting
        }
    }
}

extension AnswerKind {
    /// Whether somebody else may propose the answer. What a person declares or hands over is theirs alone.
    var canBePrepared: Bool {
        switch self {
        case .declaration, .file, .groups: false
        default: true
        }
    }
}
