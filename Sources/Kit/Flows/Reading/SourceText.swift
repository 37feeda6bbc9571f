import Definitions
import Expressions

/// An expression as it stands in a file, with its place, to be compiled when all names are known.
struct SourceText {
    let text: String
    let fields: Fields
    let key: String

    /// Compiles it and holds it to a type. What is wrong is added to the file's defects.
    func compile(_ environment: Environment, as type: ValueType) -> Program? {
        do throws(ExpressionError) {
            let program = try environment.compile(text)
            if type == .dyn || program.type == type || program.type == .dyn { return program }
            fields.complain(key, "gives \(program.type.text), and \(type.text) is needed")
        } catch {
            fields.complain(key, "\(error.message) (at byte \(error.offset) of the expression)")
        }
        return nil
    }
}

extension Fields {
    func source(_ key: String) -> SourceText? { text(key).map { SourceText(text: $0, fields: self, key: key) } }
    func optionalSource(_ key: String) -> SourceText? { optionalText(key).map { SourceText(text: $0, fields: self, key: key) } }

    /// Text in Spanish, or texts by language: `{es: …, en: …}`.
    func words(_ key: String) -> Words? { isGroup(key) ? groupedWords(key) : text(key).map { Words(["es": $0]) } }
    func optionalWords(_ key: String) -> Words? { isGroup(key) ? groupedWords(key) : optionalText(key).map { Words(["es": $0]) } }

    private func groupedWords(_ key: String) -> Words? {
        guard let inner = optionalFields(key) else { return nil }
        var byLanguage: [String: String] = [:]
        for language in ["es", "en", "arn", "ay", "qu", "rap", "ht"] { byLanguage[language] = inner.optionalText(language) }
        inner.close()
        guard byLanguage["es"] != nil else {
            complain(key, "is missing in Spanish (es)")
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
