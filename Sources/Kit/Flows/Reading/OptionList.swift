import Definitions

/// The options of a question: those that the file writes, and once what a register gives, `{from: cuentas}`.
struct OptionList {
    let options: [AnswerKind.Option]
    let offer: Question.Offer?

    /// nil, with its defects, when one of them is wrong or there are too few.
    init?(_ fields: Fields, isOneChosen: Bool) {
        let entries = fields.list("options")
        let written = entries.filter { $0.node("from") == nil }
        let options = written.compactMap { entry -> AnswerKind.Option? in
            defer { entry.close() }
            let (id, text) = (entry.identifier("id"), entry.words("text"))
            guard let id, let text else { return nil }
            return AnswerKind.Option(id: id, text: text)
        }
        var offers: [Question.Offer] = []
        for (place, entry) in entries.enumerated() where entry.node("from") != nil {
            if !offers.isEmpty { entry.complain("from", "one list of options has one 'from'") }
            if !isOneChosen { entry.complain("from", "what a register gives is one of a 'choice', and not of 'several'") }
            if let name = entry.identifier("from") { offers.append(Question.Offer(name: name, place: place)) }
            entry.close()
        }
        // What is wrong with one of them was told.
        guard options.count == written.count, offers.count == entries.count - written.count, offers.count < 2 else { return nil }
        let ids = options.map(\.id)
        for (index, id) in ids.enumerated() where ids.firstIndex(of: id) != index {
            written[index].complain("id", "two options have the id '\(id)'")
        }
        guard Set(ids).count == ids.count else { return nil }
        guard options.count >= (offers.isEmpty ? 2 : 1) else {
            fields.complain(
                "options",
                offers.isEmpty
                    ? "there are at least two to choose from" : "one is there even when the register gives nothing, beside its 'from'")
            return nil
        }
        (self.options, self.offer) = (options, offers.first)
    }
}
