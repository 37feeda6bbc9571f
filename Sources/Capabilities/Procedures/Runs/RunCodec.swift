import Expressions
import Flows
import Foundation

/// How a state is kept: as JSON, with every value and its type.
enum RunCodec {
    static func text(_ state: FlowState) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(state), as: UTF8.self)
    }

    static func state(_ text: String) throws -> FlowState { try JSONDecoder().decode(FlowState.self, from: Data(text.utf8)) }
}
