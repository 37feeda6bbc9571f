import Expressions
import Foundation
import Testing

/// What a line of `ventanilla expression eval` answers, as short text: `int 5`, `error overflow`, `unknown x,y`.
func tried(_ line: String) -> String {
    guard let trial = try? JSONDecoder().decode(Trial.self, from: Data(line.utf8)) else { return "no line" }
    return told(trial.answer())
}

/// What an expression comes to with nothing around it.
func value(_ expression: String, isChecked: Bool = true) -> String {
    told(Trial(expression, check: isChecked).answer())
}

private func told(_ answer: Trial.Answer) -> String {
    if let error = answer.error { return "error \(error.kind)" }
    if let unknown = answer.unknown { return "unknown \(unknown.joined(separator: ","))" }
    return answer.value.map(text) ?? "nothing"
}

private func text(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .int(let int): "int \(int)"
    case .uint(let uint): "uint \(uint)"
    case .double(let double): "double \(double)"
    case .string(let text): "'\(text)'"
    case .bytes(let bytes): "bytes \(bytes.map(String.init).joined(separator: " "))"
    case .list(let values): "[\(values.map(text).joined(separator: ", "))]"
    case .map(let map): "{\(map.entries.map { "\(text($0.key)): \(text($0.value))" }.joined(separator: ", "))}"
    case .timestamp(let moment): "at \(moment.text)"
    case .duration(let span): "for \(span.text)"
    case .type(let name): "type \(name)"
    }
}

/// An expression and what it comes to.
struct Case: Sendable, CustomTestStringConvertible {
    let expression: String
    let expected: String

    init(_ expression: String, _ expected: String) {
        self.expression = expression
        self.expected = expected
    }

    var testDescription: String { expression }
}
