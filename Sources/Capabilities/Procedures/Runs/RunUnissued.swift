import Civic
import Flows
import Storage

/// A paper at once that is not given has no person behind it: what registers said that day stays in the run, whatever they say later.
extension RunDesk {
    /// What is written down of it, in the language of papers: each rule that is not met, with its data, where they are from and of when. nil for
    /// a run that comes to anything else.
    func unissued(_ opened: Opened, _ state: FlowState) -> String? {
        guard opened.service.outcome.isImmediate else { return nil }
        let reckoning = opened.interpreter.reckon(state, today: clock.today.number)
        guard case .refusal = Decision(reckoning).outcome else { return nil }
        let record = DecisionRecord(opened.service, reckoning)
        let values = ValueTexts(texts: documents.texts, territory: documents.territory, parameters: opened.interpreter.parameters.words)
        let explained = ExplanationViews(texts: documents.texts, values: values)
        return record.lines.filter { $0.outcome == .unmet }.compactMap { explained.plain($0, opened.service) }.joined(
            separator: " ")
    }

    /// The service by which somebody is asked to look at what no person decided, where it can be begun through a door.
    func complaint(of service: Service, at door: Door) async throws -> Service? {
        guard let id = service.outcome.complaint else { return nil }
        return try await shelf.offered().first { $0.id == id && door.leads(to: $0) }
    }
}
