import Civic

extension Field where Value == Int {
    /// A whole number; points between its thousands are no matter.
    public static func number(_ name: String, _ label: TextKey, hint: TextKey? = nil, in range: ClosedRange<Int>) -> Field {
        Field(name, label, hint: hint, isRequired: true, .text(.number, .narrow, autocomplete: nil, prefix: nil)) {
            submission throws(FieldProblem) in
            guard let number = try wholeNumber(submission.text(name)), range.contains(number) else {
                throw FieldProblem("form.problem.number", ["from": "\(range.lowerBound)", "to": "\(range.upperBound)"])
            }
            return number
        }
    }
}

extension Field where Value == Pesos {
    /// Whole pesos, with or without their sign and points.
    public static func pesos(_ name: String, _ label: TextKey, hint: TextKey? = nil, most: Pesos) -> Field {
        Field(name, label, hint: hint, isRequired: true, .text(.number, .medium, autocomplete: nil, prefix: "$")) {
            submission throws(FieldProblem) in
            guard let number = try wholeNumber(submission.text(name).filter { $0 != "$" }), number <= most.amount else {
                throw FieldProblem("form.problem.pesos", ["most": most.description])
            }
            return Pesos(Int64(number))
        }
    }
}

extension Field where Value == Day {
    /// A day in three parts, within a range. `isBirth` when it is the person's own day of birth.
    public static func day(
        _ name: String, _ label: TextKey, hint: TextKey? = "form.hint.day", in range: ClosedRange<Day>, isBirth: Bool = false
    ) -> Field {
        Field(name, label, hint: hint, isRequired: true, .date(isBirth: isBirth)) { submission throws(FieldProblem) in
            let parts = ["-day", "-month", "-year"].map { ending in submission.text(name + ending).filter { !$0.isWhitespace } }
            guard !parts.allSatisfy(\.isEmpty) else { throw FieldProblem("form.problem.empty") }
            guard parts.allSatisfy({ !$0.isEmpty }) else { throw FieldProblem("form.problem.dayParts") }
            let numbers = parts.compactMap { part in part.allSatisfy { $0.isASCII && $0.isNumber } && part.count <= 4 ? Int(part) : nil }
            guard numbers.count == 3, parts[2].count == 4, let day = Day(year: numbers[2], month: numbers[1], day: numbers[0]) else {
                throw FieldProblem("form.problem.day")
            }
            guard range.contains(day) else {
                throw FieldProblem("form.problem.dayRange", ["from": range.lowerBound.numeric, "to": range.upperBound.numeric])
            }
            return day
        }
    }
}

/// Digits with points or blanks between them. nil for anything else; throws when there is nothing.
private func wholeNumber(_ text: String) throws(FieldProblem) -> Int? {
    let plain = text.filter { !$0.isWhitespace && $0 != "." }
    guard !plain.isEmpty else { throw FieldProblem("form.problem.empty") }
    guard plain.utf8.allSatisfy({ (0x30...0x39).contains($0) }), plain.count <= 15 else { return nil }
    return Int(plain)
}
