import Civic
import Flows
import Ports
import Storage

extension CaseDesk {
    /// Whether a case can be passed to another institution where it is now.
    func canRefer(_ opened: RunDesk.Opened) -> Bool {
        let run = opened.run
        return run.filed != nil && run.decided == nil && run.paused == nil
            && opened.service.stages.first { $0.id == run.stage }?.refers == true
    }

    /// The institutions to which it can be passed: those of the catalogue, but the one that was asked.
    func competent(_ service: Service) async throws -> [Directory.Entry] {
        try await runs.documents.institutions().filter { $0.key != service.institution }
    }

    /// Passes a case to the institution that it belongs to, and tells its person (Ley 19.880, art. 14). Nothing is decided by it: here the
    /// case ends, and its person has a paper that says where it is.
    func refer(_ code: CheckedCode, to institution: String, _ reason: String, by actor: Actor, once: OnceKey) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let opened = try await open(code, by: actor).opened
        let run = opened.run
        guard canRefer(opened), let there = try await competent(opened.service).first(where: { $0.key == institution }) else {
            throw RunMoved()
        }
        let paper = try await runs.referral(opened, to: there.name, try await signature(staff, reason))
        let (runs, notices) = (runs, notices)
        _ = try await runs.database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            try refuseOwn(run, actor, transaction)
            guard try runs.store.refer(run, to: institution, by: staff, transaction) else { throw RunMoved() }
            try runs.documents.issue([paper], for: run, transaction)
            try runs.events.insert(
                .referred, of: run.id, about: run.subject, staff: staff, stage: run.stage, words: "\(there.name). \(reason)", transaction)
            try transaction.record(Event("procedure.referred", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
            try LeaveDesk().end(.matter, reference: run.id, by: actor, transaction)
            try notices.tell(
                NoticeBoard.Notice("procedures.notice.referred", ["institution": there.name], path: "/mi/tramites/\(run.code.plain)"),
                run.subject, transaction)
            return true
        }
    }
}

extension RunDesk {
    /// What the person keeps of it.
    fileprivate func referral(_ opened: Opened, to institution: String, _ signed: Resolution.Signature) async throws
        -> (Document, DocumentBody)
    {
        let texts = documents.texts
        return (
            Document.OfHouse.referral.document(.certificate, texts),
            DocumentBody(
                issuer: try await documents.decider(of: opened.service, at: opened.run.place),
                title: texts[Document.OfHouse.referral.title],
                lines: documents.lines(of: opened, named: try await named(opened)),
                paragraphs: [
                    texts("procedures.refer.paper.what", ["what": opened.service.title.es, "institution": institution]),
                    texts("procedures.measure.paper.reason", ["reason": signed.reason]), texts["procedures.refer.paper.next"],
                    texts("procedures.paper.signer", ["who": signed.signer]),
                ].map { .init(.text, $0) }, isAssumed: false)
        )
    }
}
