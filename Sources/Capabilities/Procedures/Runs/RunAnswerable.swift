import Civic
import Flows
import Ports
import Storage

extension RunDesk.Opened {
    /// A question with what registers give this person to choose from, as far as it is asked.
    func question(_ id: String) -> Question? { reckoning.asked.first { $0.id == id } ?? service.question(id) }

    /// What may be answered today: everything that is asked until it is filed; after that what nobody could know then.
    var answerable: [Question] {
        if run.filed == nil { return reckoning.asked }
        guard run.decided == nil || run.isUnderAppeal else { return [] }
        let late = run.decided == nil ? state.late ?? [] : []
        return reckoning.asked.filter { question in late.contains(question.id) || pending.contains { $0.id == question.id } }
    }

    /// What a filed case still asks of its person: a register said something else since, or a paper proved it.
    var pending: [Question] {
        guard run.filed != nil, run.decided == nil || run.isUnderAppeal else { return [] }
        return reckoning.pending
    }
}

extension RunDesk {
    /// Notes on a filed case where it is decided and whether something is asked of its person now, and tells them once when that begins.
    func note(_ reckoning: Reckoning, _ run: ProcedureRun, _ service: Service, _ transaction: Transaction) throws {
        guard run.filed != nil else { return }
        if let place = reckoning.commune, place != run.place, run.decided == nil { try store.setPlace(run, place, transaction) }
        let isAwaited = !reckoning.pending.isEmpty
        guard isAwaited != (run.awaited != nil) else { return }
        try store.setAwaited(run, isAwaited, transaction)
        guard isAwaited else { return }
        try notices.tell(
            NoticeBoard.Notice("procedures.notice.pending", ["service": service.title.es], path: "/mi/tramites/\(run.code.plain)"),
            run.subject, transaction)
    }
}

extension Reckoning {
    /// The comuna whose office decides.
    var commune: CommuneCode? { place.flatMap { CommuneCode($0) } }

    /// What only the person can still say. An unmet rule ends the questions that only serve rules.
    var pending: [Question] { unanswered.filter { !isRefused || !$0.servesRules } }

    /// Whether nothing keeps it from being granted: every rule is met by what registers or papers say, and the person has answered all.
    func isGrantable(_ service: Service) -> Bool {
        guard isMet, provisional.isEmpty, pending.isEmpty else { return false }
        guard service.amount != nil else { return true }
        if case .pesos? = amount { return true } else { return false }
    }
}
