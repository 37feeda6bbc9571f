import Civic
import Expressions
import Flows
import Ports

extension ValueTexts {
    /// What is kept in the state of a run, each answer and each datum on its own and in words. `number` names it in a copy, `source` is
    /// whoever gave the answers.
    func held(_ state: FlowState, _ service: Service, number: String, since: Instant, from source: String) -> [HeldData.Item] {
        let title = service.title.said(in: texts.language).text
        func item(_ name: String, _ label: String, _ value: Expressions.Value, _ source: String, _ at: Instant) -> HeldData.Item {
            HeldData.Item(
                name: "\(number)-\(name)", label: label, value: said(name, value, in: service), source: source, since: at,
                use: texts("procedures.held.use", ["service": title]))
        }
        let answers = service.questions.compactMap { question in
            state.answers[question.id].map { item(question.id, self.name(question.id, in: service), $0, source, since) }
        }
        let facts = service.facts.compactMap { fact -> HeldData.Item? in
            guard let result = state.facts[fact.id], let value = result.value else { return nil }
            return item(
                fact.id, self.name(fact.id, in: service), value, texts.register(fact.register, of: service),
                Instant(milliseconds: result.at))
        }
        let proofs = service.facts.compactMap { fact in
            state.proofs?[fact.id].map { proof in
                item(fact.id, self.name(fact.id, in: service), proof.value, proof.paper, Instant(milliseconds: proof.at))
            }
        }
        let all = answers + facts + proofs
        guard all.isEmpty else { return all }
        return [
            HeldData.Item(
                name: number, label: title, value: texts["procedures.held.nothing"], source: source, since: since,
                use: texts("procedures.held.use", ["service": title]))
        ]
    }
}
