import Flows
import Foundation

/// `{"revision": 3, "question": "forma_pago", "answer": "cuenta_rut"}`.
struct SentAnswer: Decodable {
    let revision: Int
    let question: String
    let answer: SentValue

    /// The bytes of `{"content": "base64"}`.
    var file: [UInt8]? {
        guard case .parts(let parts) = answer, parts.count == 1, let content = parts["content"] else { return nil }
        return Data(base64Encoded: content).map { [UInt8]($0) } ?? []
    }
}

/// `{"revision": 5}`.
struct SentRevision: Decodable {
    let revision: Int
}

/// An answer as JSON has it.
enum SentValue: Decodable {
    case text(String)
    case texts([String])
    case parts([String: String])
    case groups([[String: SentValue]])
    case nothing

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .nothing
        } else if let bool = try? container.decode(Bool.self) {
            self = .text(bool ? "true" : "false")
        } else if let number = try? container.decode(Int64.self) {
            self = .text("\(number)")
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let texts = try? container.decode([String].self) {
            self = .texts(texts)
        } else if let parts = try? container.decode([String: String].self) {
            self = .parts(parts)
        } else {
            self = .groups(try container.decode([[String: SentValue]].self))
        }
    }

    var input: AnswerInput {
        switch self {
        case .text(let text): .text(text)
        case .texts(let texts): .texts(texts)
        case .parts(let parts): .parts(parts)
        case .groups(let groups): .groups(groups.map { $0.mapValues(\.input) })
        case .nothing: .text("")
        }
    }
}
