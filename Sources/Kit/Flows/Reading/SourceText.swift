import Definitions
import Expressions

/// An expression as it stands in a file, with its place, to be compiled when all names are known.
struct SourceText {
    let text: String
    let fields: Fields
    let key: String

    private static let shown = 100

    /// Compiles it and holds it to a type. What is wrong is added to the file's defects.
    /// `advice` is what is said instead of a name that is none.
    func compile(_ environment: Environment, as type: ValueType, _ advice: String? = nil) -> Program? {
        do throws(ExpressionError) {
            let program = try environment.compile(text)
            if type == .dyn || program.type == type || program.type == .dyn { return program }
            // What it is made of is at fault, and that was told.
            if program.tree.variables.contains(where: { environment.type(of: $0) == .dyn }) { return nil }
            fields.complain(key, "gives \(program.type.plain), and \(type.plain) is needed")
        } catch {
            var message = error.plain(environment.names)
            if case .name(let name) = error.misfit, let advice { message = "'\(name)' can't be used here: \(advice)" }
            if error.kind == .syntax { message += ExpressionError.slip(in: text, at: error.offset) }
            fields.complain(key, "\(message)\n\(marked(at: error.offset))")
        }
        return nil
    }

    /// The line of the expression in which the fault is, with a mark under it.
    private func marked(at offset: Int) -> String {
        let bytes = Array(text.utf8)
        let place = min(offset, bytes.count)
        let start = bytes[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        var before = String(decoding: bytes[start..<place], as: UTF8.self)
        var after = String(decoding: bytes[place..<end], as: UTF8.self)
        // Of a long one, what is around the fault.
        if before.count > Self.shown { before = "…" + before.suffix(Self.shown) }
        if after.count > Self.shown { after = after.prefix(Self.shown) + "…" }
        return "    \(before)\(after)\n    \(String(repeating: " ", count: before.count))^"
    }
}

extension Fields {
    func source(_ key: String) -> SourceText? { expression(key).map { SourceText(text: $0, fields: self, key: key) } }
    func optionalSource(_ key: String) -> SourceText? { optionalExpression(key).map { SourceText(text: $0, fields: self, key: key) } }

    /// Text in Spanish, or texts by language: `{es: …, en: …}`.
    func words(_ key: String) -> Words? { isGroup(key) ? groupedWords(key) : text(key).map { Words(["es": $0]) } }
    func optionalWords(_ key: String) -> Words? { isGroup(key) ? groupedWords(key) : optionalText(key).map { Words(["es": $0]) } }

    private func groupedWords(_ key: String) -> Words? {
        guard let inner = optionalFields(key) else { return nil }
        var byLanguage: [String: String] = [:]
        for language in ["es", "en", "arn", "ay", "qu", "rap", "ht"] { byLanguage[language] = inner.optionalText(language) }
        inner.close()
        guard byLanguage["es"] != nil else {
            if inner.node("es") == nil { complain(key, "is missing in Spanish (es)") }
            return nil
        }
        return Words(byLanguage)
    }

    /// A name of expressions: small letters, digits and low lines.
    func identifier(_ key: String) -> String? {
        guard let text = text(key) else { return nil }
        guard text.wholeMatch(of: #/[a-z][a-z0-9_]*/#) != nil else {
            complain(key, "a name has small letters without accents, digits and low lines: residencia_20")
            return nil
        }
        return text
    }
}
