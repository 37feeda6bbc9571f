import Definitions
import Civic

/// Checks the parameters that sentences name: each is in the store, and has one value for everybody.
struct MentionReader {
    /// Nil when they could not be read.
    let parameters: [Parameter.ID: Parameter]?

    /// For a field whose sentences are filled with the values of the day.
    func check(_ texts: [String], _ fields: Fields, _ key: String) {
        for (index, text) in texts.enumerated() {
            for piece in Sentence(text).pieces {
                guard let defect = defect(of: piece) else { continue }
                fields.complain(key, defect, entry: index)
            }
        }
    }

    /// For a field that stands in lists and in the search, where nothing is filled.
    func refuse(_ text: String?, _ fields: Fields, _ key: String) {
        guard let text, Sentence(text).pieces != [.text(text)] else { return }
        fields.complain(key, "braces are filled in requirements, steps, goodToKnow and the condition of an amount, and nowhere else")
    }

    private func defect(of piece: Sentence.Piece) -> String? {
        switch piece {
        case .text: return nil
        case .broken: return "a brace without its pair"
        case .mention(let name):
            guard let parameters else { return nil }
            guard let parameter = Parameter.ID(name).flatMap({ parameters[$0] }) else {
                return "'\(name)' is not a parameter of parameters/"
            }
            return parameter.ages == nil ? nil : "'\(name)' depends on the age: a sentence has no way to say which"
        }
    }
}
