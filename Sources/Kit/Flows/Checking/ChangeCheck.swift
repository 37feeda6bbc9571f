import Definitions

extension ServiceCheck {
    /// Whether what a grant changes comes from answers of the right kind.
    var changes: [FileDefect] {
        var (defects, place): ([FileDefect], String) = ([], "")
        func expect(_ id: String, _ kinds: String...) {
            if let kind = service.question(id)?.kind.name, kinds.contains(kind) { return }
            let wanted = kinds.map { "'\($0)'" }.joined(separator: " or ")
            defects.append(defect(place, "'\(id)' is no question whose answer is a \(wanted)"))
        }
        for (index, change) in service.changes.enumerated() {
            place = "changes[\(index + 1)]"
            switch change.kind {
            case .contact(let contact): expect(change.question, contact == .phone ? "telephone" : contact.rawValue)
            case .payment: expect(change.question, "choice", "text", "address")
            case .mandate(let instrument, let paper):
                expect(change.question, "run")
                expect(instrument, "choice")
                expect(paper, "text", "longText")
                if case .choice(let options)? = service.question(instrument)?.kind, let instruments = surroundings.instruments {
                    for option in options where !instruments.contains(option.id) {
                        defects.append(defect(place, "'\(instrument)': there is no paper of the kind '\(option.id)'"))
                    }
                }
                if service.outcome.grantsByItself {
                    defects.append(defect(place, "a paper is seen by somebody: what it gives is not granted by itself"))
                }
            }
        }
        return defects
    }
}
