import Foundation
import Testing

@testable import Civic

/// The project's own files.
enum Sources {
    static let root: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/")
    }()

    /// Every Swift file under `Sources/`, with its text.
    static func all() throws -> [(file: String, text: String)] {
        let folder = root + "/Sources"
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") } ?? []
        return try names.map { ($0, try String(contentsOfFile: folder + "/" + $0, encoding: .utf8)) }
    }
}

@Suite("The keys of Texts/es.json and of the sources are the same")
struct TextKeysTests {
    static var lookup: Regex<(Substring, Substring)> { #/[tT]exts(?:\.item\(\d+, of: |\[|\()\s*"([^"\\.]+\.[^"\\]+)"/# }
    static var literal: Regex<(Substring, Substring)> { #/"([a-z][a-zA-Z0-9]*(?:\.[a-zA-Z0-9]+)+)"/# }

    @Test("no key is missing")
    func missing() throws {
        let texts = try Texts(file: Sources.root + "/Texts/es.json", language: "es")
        let known = Set(texts.keys)
        let families = Set(known.map { $0.prefix { $0 != "." } })
        for (file, text) in try Sources.all() {
            let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
            let looked = code.matches(of: Self.lookup).map { String($0.1) }
            let shaped = code.matches(of: Self.literal).map { String($0.1) }.filter { key in
                // A file's name or a host is no key.
                families.contains(key.prefix { $0 != "." })
                    && !["json", "yaml", "csv", "css", "js", "svg", "txt", "db"].contains { key.hasSuffix("." + $0) }
            }
            for key in looked + shaped where !known.contains(key) { Issue.record("\(file): no text for \(key)") }
        }
    }

    @Test("no key is unused")
    func unused() throws {
        let texts = try Texts(file: Sources.root + "/Texts/es.json", language: "es")
        let code = try Sources.all().map(\.text).joined(separator: "\n")
        let used = Set(code.matches(of: Self.literal).map { String($0.1) })
        #expect(texts.keys.allSatisfy { $0.contains(".") }, "a key has a family, a dot and a name")
        for key in texts.keys where !used.contains(key) { Issue.record("nobody uses \(key)") }
    }

    @Test("every language has the keys of the source, each of the same kind with the same places")
    func languages() throws {
        let languages = try Languages(folder: Sources.root + "/Texts")
        let source = languages.all[0]
        #expect(languages.all.count > 1 && source.language == "es")
        for other in languages.all.dropFirst() {
            for key in Set(source.keys).symmetricDifference(other.keys).sorted() {
                Issue.record("\(key) is in one of \(source.language) and \(other.language) alone")
            }
            for (key, entry) in source.entries {
                guard let translated = other.entries[key] else { continue }
                if entry.shape != translated.shape { Issue.record("\(other.language): \(key) has other places or is of another kind") }
            }
        }
    }
}

extension Texts.Entry {
    /// The kind of the entry and the places in it: what a translation may not change.
    var shape: String {
        func places(_ text: String) -> String {
            Set(text.matches(of: #/\{[a-zA-Z]+\}/#).map { String($0.0) }).sorted().joined()
        }
        return switch self {
        case .text(let text): "text \(places(text))"
        case .plural(let forms): "plural \(places(forms[.other] ?? ""))"
        case .list(let items): "list of \(items.count)"
        }
    }
}
