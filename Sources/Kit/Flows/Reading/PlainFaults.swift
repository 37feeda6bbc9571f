import Definitions
import Expressions

/// What is wrong with an expression, in the words of Docs/services.md.
extension ExpressionError {
    /// The same of an expression that is tried alone.
    public func plain(_ names: [String], in text: String) -> String {
        plain(names, of: "is the name of nothing here") + (kind == .syntax ? Self.slip(in: text, at: offset) : "")
    }

    /// What is written so in other languages, and otherwise here.
    static func slip(in text: String, at offset: Int) -> String {
        let rest = String(decoding: Array(text.utf8)[min(offset, text.utf8.count)...], as: UTF8.self)
        let slips = [
            ("=>", "'at least' is written >="), ("=<", "'at most' is written <="), ("<>", "'other than' is written !="),
            ("=", "'equal' is written =="), ("y ", "'and' is written &&"), ("and ", "'and' is written &&"), ("o ", "'or' is written ||"),
            ("or ", "'or' is written ||"), ("not ", "'not' is written !"), ("no ", "'not' is written !"),
        ]
        return slips.first { rest.hasPrefix($0.0) }.map { ": " + $0.1 } ?? ""
    }

    /// `names` are those that it could have said.
    func plain(_ names: [String], of nothing: String = "is the name of nothing in this file") -> String {
        switch misfit {
        case .name(let name):
            "'\(name)' \(nothing)" + Self.truth(name, Spelling.advice(for: name, among: names))
        case .call(let name, let given, let takes): Self.call(name, given, takes)
        case .expected(.bool, let given): "here it must say yes or no, and this gives \(given.plain)"
        case .expected(let wanted, let given): "here it must be \(wanted.plain), and this is \(given.plain)"
        case .fields(let type): "\(type.plain) has no fields"
        case .branches(let yes, let no): "what comes after '?' gives \(yes.plain), and what comes after ':' \(no.plain): they must be alike"
        case nil: message
        }
    }

    private static func call(_ name: String, _ given: [ValueType], _ takes: [[ValueType]]) -> String {
        if given.count == 2 {
            let (a, b) = (given[0].plain, given[1].plain)
            switch name {
            case "_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_": return "\(a) cannot be compared with \(b)"
            case "_+_": return "\(a) and \(b) cannot be added"
            case "_-_": return "\(b) cannot be taken from \(a)"
            case "_*_": return "\(a) cannot be multiplied by \(b)"
            case "_/_", "_%_": return "\(a) cannot be divided by \(b)"
            case "@in": return "\(a) cannot be looked for in \(b)"
            case "_[_]": return "nothing can be taken out of \(a) by \(b)"
            default: break
            }
        }
        if name == "!_" { return "'!' turns a yes into a no, and this is \(given.first?.plain ?? "nothing")" }
        if name == "-_" { return "'-' is of numbers, and this is \(given.first?.plain ?? "nothing")" }
        guard let first = takes.first else {
            return "there is no function '\(name)'" + function(name)
        }
        let wanted = takes.count == 1 ? "takes (\(list(first)))" : "takes other things"
        return "'\(name)' \(wanted), and here it is given (\(list(given)))"
    }

    /// The nearest function, or else all of them.
    private static func function(_ name: String) -> String {
        let names = Functions.field.names
        return Spelling.nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? "; there are: \(names.joined(separator: ", "))"
    }

    private static func truth(_ name: String, _ advice: String) -> String {
        let isTruth = ["si", "sí", "no", "yes", "verdadero", "falso", "True", "False"].contains(name)
        return isTruth ? "; yes is written true, and no false: 'acepta', or '!acepta'" : advice
    }

    private static func list(_ types: [ValueType]) -> String { types.map(\.plain).joined(separator: ", ") }
}

extension ValueType {
    /// What an editor calls it.
    var plain: String {
        switch self {
        case .bool: "yes or no"
        case .int, .uint: "a whole number"
        case .double: "a number with decimals"
        case .string: "text"
        case .timestamp: "a date"
        case .duration: "a stretch of time"
        case .list(.string): "a list of texts"
        case .list(.timestamp): "a list of dates"
        case .list(.map): "a list of groups"
        case .list: "a list"
        case .map: "a group"
        case .null: "nothing"
        case .bytes: "bytes"
        case .type: "a type"
        case .dyn, .open, .parameter: "anything"
        }
    }
}
