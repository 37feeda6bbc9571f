import Civic
import Flows
import Storage

extension RunDesk {
    /// What is signed about a benefit, as its person is notified of it: what, since when, why, by which law, and what can be done against it
    /// (Ley 19.880, art. 41).
    func paper(_ measure: Measure, _ body: Measure.Body, _ signed: Resolution.Signature, _ opened: Opened) async throws -> (
        Document, DocumentBody
    ) {
        let texts = documents.texts
        let remedies = try await database.read { try self.remedies(opened.run, opened.service, against: measure, $0) }
        let amounts = ["before": Pesos(body.before).description, "after": Pesos(body.after).description]
        let why = [body.says, body.basis.isEmpty ? nil : "(\(body.basis))"].compactMap { $0 }.joined(separator: " ")
        let paragraphs: [String?] = [
            texts("procedures.measure.paper.what", ["what": texts[measure.kind.title], "day": texts.long(Day(number: body.from))]),
            texts("procedures.measure.paper.pesos", amounts), why, body.next,
            body.debt.map { debt in
                texts(
                    "procedures.measure.paper.debt",
                    ["total": Pesos(debt.total).description, "count": "\(debt.instalments)", "each": Pesos(debt.instalment).description])
            },
            texts("procedures.measure.paper.reason", ["reason": signed.reason]),
        ]
        let signer = texts("procedures.paper.signer", ["who": signed.signer])
        let said = (paragraphs.compactMap { $0 } + [signer]).map { DocumentBody.Paragraph(.text, $0) }
        return (
            Document.OfHouse.measure.document(.resolution, texts),
            DocumentBody(
                issuer: try await documents.decider(of: opened.service, at: opened.run.place), title: texts[Document.OfHouse.measure.title],
                lines: documents.lines(of: opened, named: try await named(opened)), paragraphs: said + documents.against(remedies, opened),
                isAssumed: opened.reckoning.isAssumed)
        )
    }
}
