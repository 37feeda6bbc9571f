import Definitions
import Expressions

/// Texts that are compared with the options of a choice.
extension Foresight {
    mutating func options(_ a: Checked, _ one: Possible, _ b: Checked, _ two: Possible) {
        option(a, two)
        option(b, one)
    }

    mutating func member(_ node: Checked, _ one: Possible, _ list: Checked, _ element: Possible) {
        option(node, element)
        if case .list(let members) = list.kind { for member in members { option(member, one) } }
    }

    private mutating func option(_ node: Checked, _ other: Possible) {
        guard case .literal(.string(let text)) = node.kind, case .words(let options, let choice?) = other, !options.contains(text) else {
            return
        }
        fault("'\(text)' is no option of '\(choice)'" + Spelling.choices(for: text, among: options))
    }
}
