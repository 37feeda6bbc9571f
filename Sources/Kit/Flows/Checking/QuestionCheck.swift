import Definitions
import Expressions

/// Whether each question can be answered as it says.
extension ServiceCheck {
    var questions: [FileDefect] { defaults + counts }

    /// What stands for an answer can be given as one.
    private var defaults: [FileDefect] {
        service.questions.enumerated().compactMap { index, question in
            let place = "questions[\(index + 1)].default"
            if question.standard == nil, service.places.has(place) {
                return defect(place, "is one value for everybody, like \"false\" or 0: it can't look at anything")
            }
            guard case .choice(let options) = question.kind, case .string(let text)? = question.standard,
                !options.contains(where: { $0.id == text })
            else { return nil }
            return defect(place, "'\(text)' is no option of '\(question.id)'" + Spelling.choices(for: text, among: options.map(\.id)))
        }
    }

    private var counts: [FileDefect] {
        service.questions.enumerated().compactMap { index, question in
            guard case .several(let options, let most?) = question.kind, !(1...options.count).contains(most) else { return nil }
            return defect("questions[\(index + 1)].most", "is between 1 and the \(options.count) options that there are")
        }
    }
}
