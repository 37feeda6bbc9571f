import Definitions

extension ServiceCheck {
    /// Whether what a grant changes comes from answers of the right kind.
    func changes(_ instruments: Set<String>?) -> [FileDefect] {
        var defects: [FileDefect] = []
        func expect(_ id: String, _ kinds: String...) {
            if let kind = service.question(id)?.kind.name, kinds.contains(kind) { return }
            let wanted = kinds.map { "'\($0)'" }.joined(separator: " or ")
            defects.append(defect("changes", "'\(id)' is no question whose answer is a \(wanted)"))
        }
        for change in service.changes {
            switch change.kind {
            case .contact(let contact): expect(change.question, contact == .phone ? "telephone" : contact.rawValue)
            case .payment: expect(change.question, "choice", "text", "address")
            case .mandate(let instrument, let paper):
                expect(change.question, "run")
                expect(instrument, "choice")
                expect(paper, "text", "longText")
                if case .choice(let options)? = service.question(instrument)?.kind, let instruments {
                    for option in options where !instruments.contains(option.id) {
                        defects.append(defect("changes", "'\(instrument)': there is no paper of the kind '\(option.id)'"))
                    }
                }
                if service.outcome.grantsByItself {
                    defects.append(defect("changes", "a paper is seen by somebody: what it gives is not granted by itself"))
                }
            }
        }
        return defects
    }
}
