import Civic
import Flows
import Ports
import Storage

/// What a person may do when the term of their case has passed. It decides nothing by itself, and the duty to decide stays (Ley 19.880,
/// arts. 64 and 65).
struct Lateness: Sendable {
    let passed: Day
    let denounced: Day?
    /// Until when the denunciation is answered, where what was asked is then understood as accepted.
    let answerBy: Day?
    let certified: Day?
    let canDenounce: Bool
    let canCertify: Bool
}

extension RunDesk {
    /// nil for a case whose term has not passed, or to which no answer is owed. What is asked of the person after it passed takes nothing away.
    func lateness(_ run: ProcedureRun, _ service: Service, _ snapshot: Snapshot) throws -> Lateness? {
        guard run.filed != nil, let due = run.due, due < clock.today, run.paused == nil || run.overdue != nil,
            try isOwed(run, snapshot)
        else { return nil }
        let answerBy = try run.denounced.flatMap { try end(of: "ley-19880.silencio-positivo", from: $0, snapshot)?.day }
        let canCertify =
            switch service.silence {
            case .negative: true
            case .positive: answerBy.map { $0 < clock.today } ?? false
            case .none: false
            }
        return Lateness(
            passed: due, denounced: run.denounced, answerBy: service.silence == .positive ? answerBy : nil, certified: run.certified,
            canDenounce: run.denounced == nil, canCertify: canCertify && run.certified == nil)
    }

    /// Whether an answer is owed to its person: to what was asked for, or to an appeal.
    private func isOwed(_ run: ProcedureRun, _ snapshot: Snapshot) throws -> Bool {
        if run.decided == nil || run.isUnderAppeal { return true }
        return try benefits.benefit(of: run.id, snapshot).flatMap { try benefits.standing(of: $0, snapshot) }?.measure.isUnderAppeal == true
    }

    /// The person says that the term passed. The case shows it with its date, which is the receipt, and the superior sees it first.
    func denounce(_ code: CheckedCode, at door: Door, by actor: Actor, once: OnceKey) async throws {
        let opened = try await openToAct(code, at: door, by: actor)
        let (run, service, today) = (opened.run, opened.service, clock.today)
        let product = try await sheets.number(service.sheet)
        _ = try await database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            guard try lateness(run, service, transaction)?.canDenounce == true else { throw RunMoved() }
            if run.overdue == nil { try markOverdue(run, by: actor, transaction) }
            guard try store.set(.denounced, on: today, of: run, transaction) else { throw RunMoved() }
            try events.insert(.denounced, of: run.id, about: run.subject, staff: actor.staffNumber, stage: run.stage, transaction)
            let contact = Interaction(
                door.medium, door.channel, .complaint, .pending, point: door.point, product: product, agent: actor.staffNumber,
                matter: run.id, person: run.subject, assurance: .verified)
            try transaction.record(
                Event("procedure.denounced", object: .init("procedure_run", run.id), subject: run.subject, contact: contact), by: actor)
            return true
        }
    }

    /// A certificate that the case was not decided in its term, once. Where silence means no, the terms of the remedies run from it.
    func certify(_ code: CheckedCode, at door: Door, by actor: Actor, once: OnceKey) async throws {
        let opened = try await openToAct(code, at: door, by: actor)
        let (run, service, today) = (opened.run, opened.service, clock.today)
        let paper = try await certificate(opened)
        _ = try await database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            guard try lateness(run, service, transaction)?.canCertify == true else { throw RunMoved() }
            if run.overdue == nil { try markOverdue(run, by: actor, transaction) }
            guard try store.set(.certified, on: today, of: run, transaction) else { throw RunMoved() }
            try documents.issue([paper], for: run, transaction)
            try events.insert(.certified, of: run.id, about: run.subject, staff: actor.staffNumber, stage: run.stage, transaction)
            try transaction.record(
                Event("procedure.certified", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
            return true
        }
    }

    private func certificate(_ opened: Opened) async throws -> (Document, DocumentBody) {
        let texts = documents.texts
        let (run, service) = (opened.run, opened.service)
        func day(_ day: Day?) -> String { day.map { texts.long($0) } ?? "" }
        let key: TextKey = service.silence == .positive ? "procedures.silence.positive.law" : "procedures.silence.negative.law"
        return (
            Document.OfHouse.lateness.document(.certificate, texts),
            DocumentBody(
                issuer: try await documents.decider(of: service, at: opened.run.place), title: texts[Document.OfHouse.lateness.title],
                lines: documents.lines(of: opened, named: try await named(opened)),
                paragraphs: [
                    texts("procedures.silence.paper.filed", ["what": service.title.es, "day": day(run.filed.map { Day(of: $0) })]),
                    texts("procedures.silence.paper.due", ["day": day(run.due)]), texts[key],
                ].map { .init(.text, $0) }, isAssumed: false)
        )
    }

    /// Says in the case that its term passed. False when it did not, or that was said.
    @discardableResult
    func markOverdue(_ run: ProcedureRun, by actor: Actor, _ transaction: Transaction) throws -> Bool {
        guard try store.set(.overdue, on: clock.today, of: run, transaction) else { return false }
        try events.insert(.overdue, of: run.id, about: run.subject, stage: run.stage, transaction)
        try transaction.record(Event("procedure.overdue", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
        return true
    }

    /// Takes an undecided case back.
    func withdraw(_ code: CheckedCode, at door: Door, by actor: Actor, once: OnceKey) async throws {
        let run = try await openToAct(code, at: door, by: actor).run
        _ = try await database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            guard try store.withdraw(run, transaction) else { throw RunMoved() }
            try events.insert(.withdrawn, of: run.id, about: run.subject, staff: actor.staffNumber, transaction)
            try transaction.record(
                Event("procedure.withdrawn", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
            try LeaveDesk().end(.matter, reference: run.id, by: actor, transaction)
            return true
        }
    }
}
