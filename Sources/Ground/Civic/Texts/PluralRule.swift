/// How a language's nouns follow a number. A file of texts names its rule under `language.plurals`. Source: Unicode CLDR, Language Plural
/// Rules, for whole numbers.
public enum PluralRule: String, Sendable, CaseIterable {
    /// Nothing changes: Aymara, Haitian Creole.
    case same = "other"
    /// One is apart: Spanish, English.
    case one = "one other"
    /// None and one go together: French, Portuguese.
    case noneOrOne = "none-or-one other"
    /// One and two are apart: languages with a dual.
    case oneTwo = "one two other"

    /// The name of a form, as files of texts write it.
    public enum Form: String, Sendable, CaseIterable {
        case one, two, other
    }

    /// The forms that each text which counts has, in this language.
    public var forms: [Form] {
        switch self {
        case .same: [.other]
        case .one, .noneOrOne: [.one, .other]
        case .oneTwo: [.one, .two, .other]
        }
    }

    /// The form for so many.
    public func form(of count: Int) -> Form {
        switch self {
        case .same: .other
        case .one: count == 1 ? .one : .other
        case .noneOrOne: count == 0 || count == 1 ? .one : .other
        case .oneTwo: count == 1 ? .one : count == 2 ? .two : .other
        }
    }
}
