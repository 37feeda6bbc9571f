import Definitions

/// Whether each medium that a service names can finish it.
extension ServiceCheck {
    /// Longest text of a question that somebody hears, in characters.
    private static let heard = 240

    var media: [FileDefect] {
        guard service.media.contains(.voice) else { return [] }
        var defects: [FileDefect] = []
        for (index, question) in service.questions.enumerated() {
            let (place, spoken) = ("questions[\(index + 1)]", (question.voice ?? question.text).es)
            if spoken.count > Self.heard {
                defects.append(
                    defect(
                        place + ".text",
                        "'\(question.id)' is too long to be heard (\(spoken.count) characters, \(Self.heard) at most): write a 'voice'"))
            }
            if !question.isOptional, !question.kind.canBeSpoken {
                defects.append(
                    defect(place + ".answer", "'\(question.id)' cannot be spoken: make it 'optional: true', or leave voice out of 'media'"))
            }
            if case .choice(let options) = question.kind, options.count > 9 {
                defects.append(defect(place + ".options", "'\(question.id)' has more options than a telephone has keys"))
            }
            if question.offer != nil {
                defects.append(
                    defect(place + ".options", "'\(question.id)' has options of a register, which may be more than a telephone has keys"))
            }
        }
        return defects
    }
}
