import Foundation

/// Every word that people read, by key, in one language. A text may hold `{name}` places; a text that counts has the forms that the
/// language's `PluralRule` names; a list has its items in order.
///
///     texts["error.notFound.title"]
///     texts("sheet.of", ["institution": sheet.institution])
///     texts("topic.count", count: sheets.count)
public struct Texts: Sendable {
    /// The language tag (BCP 47): `es`.
    public let language: String
    let plurals: PluralRule
    let entries: [String: Entry]

    enum Entry: Equatable {
        case text(String)
        case plural([PluralRule.Form: String])
        case list([String])
    }

    /// Reads a file like `Texts/es.json`. Throws `TextsFault` with the file and the key at fault.
    public init(file: String, language: String) throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw TextsFault("\(file): there is no such file, or it can't be read")
        }
        do {
            try self.init(data, language: language)
        } catch let fault as TextsFault {
            throw TextsFault("\(file): \(fault.description)")
        }
    }

    /// Reads the content of such a file. Throws `TextsFault` with the key at fault.
    public init(_ data: Data, language: String) throws {
        let entries: [String: Entry]
        do {
            entries = try JSONDecoder().decode([String: Entry].self, from: data)
        } catch let DecodingError.dataCorrupted(context), let DecodingError.typeMismatch(_, context) {
            let key = context.codingPath.map(\.stringValue).joined(separator: ".")
            throw TextsFault("\(key.isEmpty ? "not a JSON object of texts" : key): \(context.debugDescription)")
        }
        guard case .text(let name)? = entries["language.plurals"], let plurals = PluralRule(rawValue: name) else {
            throw TextsFault("language.plurals: not one of \(PluralRule.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        self.init(language: language, plurals: plurals, entries: entries)
        for (key, entry) in entries {
            guard case .plural(let forms) = entry, Set(forms.keys) != Set(plurals.forms) else { continue }
            throw TextsFault("\(key): not the forms \(plurals.forms.map(\.rawValue).joined(separator: ", "))")
        }
    }

    init(language: String, plurals: PluralRule = .one, entries: [String: Entry]) {
        self.language = language
        self.plurals = plurals
        self.entries = entries
    }

    /// All keys, sorted.
    public var keys: [String] { entries.keys.sorted() }

    /// The text, with its places as they stand.
    public subscript(key: TextKey) -> String { self(key) }

    /// The text with its places filled. A key that is missing shows itself: a test finds it before anyone reads it.
    public func callAsFunction(_ key: TextKey, _ values: [String: String] = [:]) -> String {
        switch entries[key.description] {
        case .text(let text): Self.fill(text, values)
        case .plural(let forms): Self.fill(forms[.other] ?? "", values)
        case .list(let items): items.joined(separator: ", ")
        case nil: key.description
        }
    }

    /// The text of a key that stands in data: what a purpose was, what somebody was told. nil when there is no such text.
    public func filled(stored key: String, _ values: [String: String] = [:]) -> String? {
        if case .text(let text) = entries[key] { Self.fill(text, values) } else { nil }
    }

    /// The form for so many, with `{count}` filled too.
    public func callAsFunction(_ key: TextKey, count: Int, _ values: [String: String] = [:]) -> String {
        let all = values.merging(["count": number(count)]) { given, _ in given }
        guard case .plural(let forms) = entries[key.description], let text = forms[plurals.form(of: count)] else { return self(key, all) }
        return Self.fill(text, all)
    }

    /// An item of a list, from 1; empty outside of it.
    public func item(_ number: Int, of key: TextKey) -> String {
        guard case .list(let items) = entries[key.description], items.indices.contains(number - 1) else { return "" }
        return items[number - 1]
    }

    /// Values are put in once, so that a value which looks like a place stays as it is.
    private static func fill(_ text: String, _ values: [String: String]) -> String {
        guard !values.isEmpty, text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            filled += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}") else { break }
            let name = String(rest[rest.index(after: open)..<close])
            filled += values[name] ?? String(rest[...close])
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}

/// A file of texts that can't be used: which, where, and why.
public struct TextsFault: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension Texts.Entry: Decodable {
    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self = .text(text)
        } else if let items = try? decoder.singleValueContainer().decode([String].self) {
            self = .list(items)
        } else if let named = try? decoder.singleValueContainer().decode([String: String].self), !named.isEmpty,
            named.keys.allSatisfy({ PluralRule.Form(rawValue: $0) != nil })
        {
            self = .plural(
                Dictionary(uniqueKeysWithValues: named.compactMap { name, text in PluralRule.Form(rawValue: name).map { ($0, text) } }))
        } else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "neither a text, nor a list, nor the forms of a plural"))
        }
    }
}
