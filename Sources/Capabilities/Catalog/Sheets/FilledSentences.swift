import Civic

/// Puts the values of a day into sentences. A missing value is said to be missing, and a doubtful one to be doubtful; money is told with the
/// day since which it holds, once for each day and sentence.
struct FilledSentences {
    let texts: Texts
    let parameters: [Parameter.ID: Parameter]
    let day: Day

    /// A piece as it is read, with the day of its money and what makes it doubtful.
    private struct Part {
        var text: String
        var since: Day?
        var doubt: String?
    }

    /// `de más de $553.553 y hasta $808.187 (desde el 1 de mayo de 2026)`.
    func dated(_ text: String) -> String { filled(text, isDated: true) }

    /// Without days, for where one stands already.
    func plain(_ text: String) -> String { filled(text, isDated: false) }

    private func filled(_ text: String, isDated: Bool) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        let parts = Sentence(text).pieces.map(part)
        return parts.enumerated().map { index, part in
            let isLast = !parts[(index + 1)...].contains { $0.since == part.since }
            let since = isDated && isLast ? part.since.map { texts("parameters.since", ["day": texts.short($0)]) } : nil
            let notes = [since, part.doubt].compactMap { $0 }
            if notes.isEmpty { return part.text }
            return texts("parameters.noted", ["value": part.text, "notes": notes.joined(separator: ", ")])
        }.joined()
    }

    private func part(_ piece: Sentence.Piece) -> Part {
        switch piece {
        case .text(let text), .broken(let text): return Part(text: text)
        case .mention(let name):
            guard let parameter = Parameter.ID(name).flatMap({ parameters[$0] }) else { return Part(text: texts["parameters.missing"]) }
            guard let value = parameter.value(on: day) else {
                return Part(text: parameter.unit.isMoney ? texts["parameters.missing.amount"] : texts["parameters.missing"])
            }
            return Part(
                text: texts.quantity(value.amount, parameter.unit), since: parameter.unit.isMoney ? value.from : nil,
                doubt: doubt(parameter, value))
        }
    }

    private func doubt(_ parameter: Parameter, _ value: DatedValue) -> String? {
        if parameter.isAssumed { return texts["parameters.assumed"] }
        return value.confidence == .low ? texts["parameters.unsure"] : nil
    }
}
