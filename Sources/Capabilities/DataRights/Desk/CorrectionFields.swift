import Civic
import Web

/// What an officer who grants a rectification puts in the place of what was wrong.
enum CorrectionFields {
    static let given = Field.text("nombres", "rightsDesk.correct.given", hint: "rightsDesk.correct.hint", most: 200).optional
    static let first = Field.text("primer-apellido", "rightsDesk.correct.first", most: 200).optional
    static let second = Field.text("segundo-apellido", "rightsDesk.correct.second", most: 200).optional
    static let social = Field.text("nombre-social", "rightsDesk.correct.social", most: 200).optional
    static let birth = Field.day("nacimiento", "rightsDesk.correct.birth", in: Day(number: -55_000)...Day(number: 40_000)).optional

    static let all: [any FormField] = [given, first, second, social, birth]

    static func correction(_ answers: Answers) throws -> Correction {
        Correction(
            given: try answers[given], first: try answers[first], second: try answers[second], social: try answers[social],
            birth: try answers[birth])
    }
}
