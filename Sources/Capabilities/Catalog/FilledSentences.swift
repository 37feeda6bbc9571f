import Civic

/// Puts the values of a day into sentences. A missing value is said to be missing; money is told with the day since which it holds, once
/// for each day and sentence.
struct FilledSentences {
    let texts: Texts
    let parameters: [Parameter.ID: Parameter]
    let day: Day

    /// `de más de $553.553 y hasta $808.187 (desde el 1 de mayo de 2026)`.
    func dated(_ text: String) -> String { filled(text, isDated: true) }

    /// Without days, for where one stands already.
    func plain(_ text: String) -> String { filled(text, isDated: false) }

    private func filled(_ text: String, isDated: Bool) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        let parts = Sentence(text).pieces.map(part)
        return parts.enumerated().map { index, part in
            guard isDated, let since = part.since, !parts[(index + 1)...].contains(where: { $0.since == since }) else { return part.text }
            return texts("parameters.since", ["value": part.text, "day": texts.short(since)])
        }.joined()
    }

    /// A piece as it is read, with the day of its money.
    private func part(_ piece: Sentence.Piece) -> (text: String, since: Day?) {
        switch piece {
        case .text(let text), .broken(let text): return (text, nil)
        case .mention(let name):
            guard let parameter = Parameter.ID(name).flatMap({ parameters[$0] }) else { return (texts["parameters.missing"], nil) }
            guard let value = parameter.value(on: day) else {
                return (parameter.unit.isMoney ? texts["parameters.missing.amount"] : texts["parameters.missing"], nil)
            }
            return (texts.quantity(value.amount, parameter.unit), parameter.unit.isMoney ? value.from : nil)
        }
    }
}
