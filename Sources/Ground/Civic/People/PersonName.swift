import Foundation

/// A person's name, in any script. One surname, or none, is valid; the social name, when there is one, is the name that is shown.
public struct PersonName: Sendable, Hashable, Codable {
    public let given: String
    public let first: String?
    public let second: String?
    public let social: String?

    /// The longest that one part may be, in characters: room for every name that a register has shown.
    public static let limit = 1000

    /// Trims each part and makes its blanks single. nil when there is no given name, a part is longer than `limit`, or it holds
    /// characters that do not show (controls, marks that turn the direction of the text).
    public init?(given: String, first: String? = nil, second: String? = nil, social: String? = nil) {
        let parts = [given, first ?? "", second ?? "", social ?? ""].map { part in
            part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        guard !parts[0].isEmpty, parts.allSatisfy({ $0.count <= Self.limit && $0.utf8.count <= 4 * Self.limit && !$0.hasHiddenCharacters })
        else { return nil }
        self.given = parts[0]
        // One surname stands in the first place, wherever it was typed.
        let surnames = parts[1...2].filter { !$0.isEmpty }
        self.first = surnames.first
        self.second = surnames.count > 1 ? surnames[1] : nil
        self.social = parts[3].isEmpty ? nil : parts[3]
    }

    /// Reads what a disclosure opened of a person's name.
    public init?(opened text: String) {
        guard let name = try? JSONDecoder().decode(PersonName.self, from: Data(text.utf8)) else { return nil }
        self = name
    }

    /// The name to address the person by: the social name and the surnames, or the given names and the surnames.
    public var shown: String {
        ([social ?? given] + [first, second].compactMap(\.self)).joined(separator: " ")
    }

    /// The first letters of the shown name: all that an unproven contact shows.
    public var initials: String {
        shown.split(separator: " ").prefix(4).compactMap(\.first).map { "\($0.uppercased())." }.joined(separator: " ")
    }

    /// The words to find the person by: folded, without repeats, at most 12. The former given name is one of them, so that a person who
    /// is known by it is still found; it is never shown.
    public var tokens: [String] {
        var found: [String] = []
        for word in ([social, given, first, second].compactMap(\.self)).flatMap(\.foldedWords) where !found.contains(word) {
            found.append(word)
        }
        return Array(found.prefix(12))
    }
}

extension PersonName: CustomStringConvertible, CustomReflectable {
    public var description: String { "(name)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension String {
    /// Controls, line separators and marks that change the direction of what follows (Unicode TR 36, section 2): nothing of a name.
    public var hasHiddenCharacters: Bool {
        unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: true
            default: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            }
        }
    }
}
