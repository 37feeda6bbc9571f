import Foundation
import Testing

@testable import Civic

@Suite("Numbers, money and plurals, as each language writes them")
struct NumberTextsTests {
    static func texts(_ language: String) throws -> Texts {
        try Texts(file: "\(Sources.root)/Texts/\(language).json", language: language)
    }

    @Test("pesos have no cents, and their thousands stand apart")
    func money() throws {
        let (spanish, english) = (try Self.texts("es"), try Self.texts("en"))
        #expect(spanish.money(Pesos(231_732)) == "$231.732")
        #expect(spanish.money(Pesos(-1_000)) == "-$1.000")
        #expect(spanish.money(Pesos(0)) == "$0")
        #expect(spanish.money(Pesos(.min)) == "-$9.223.372.036.854.775.808")
        #expect(english.money(Pesos(1_252_602)) == "CLP 1,252,602")
    }

    @Test(
        "numbers have a dot between thousands and a comma before decimals",
        arguments: [
            (0.0, "0"), (-0.04, "0"), (999, "999"), (1000, "1.000"), (8_519_527, "8.519.527"), (-1234.56, "-1.234,6"), (0.5, "0,5"),
            (2.96, "3"), (.nan, ""), (.infinity, ""), (1e15, "1.000.000.000.000.000"),
        ])
    func spanish(_ value: Double, _ expected: String) throws {
        #expect(try Self.texts("es").number(value) == expected)
    }

    @Test("numbers have as many decimals as were asked for, and no zeros at their end")
    func decimals() throws {
        let texts = try Self.texts("es")
        #expect(texts.number(3.14159, decimals: 3) == "3,142" && texts.number(3.1, decimals: 3) == "3,1")
        #expect(texts.number(2.5, decimals: 0) == "2" && texts.number(1.25, decimals: -4) == "1")
    }

    @Test("whole numbers are the same as numbers of either kind, in 100,000 random cases")
    func whole() throws {
        let texts = try Self.texts("es")
        for _ in 0..<100_000 {
            let value = Int.random(in: -(1 << 50)...(1 << 50)) >> Int.random(in: 0...50)
            let text = texts.number(value)
            try #require(Int(text.replacing(".", with: "")) == value)
            try #require(texts.number(Double(value)) == text)
            let groups = text.split { $0 == "." }.dropFirst()
            try #require(groups.allSatisfy { $0.count == 3 })
        }
        #expect(texts.number(Int.min) == "-9.223.372.036.854.775.808")
    }

    @Test("a million amounts read back as the numbers that they were, in both languages")
    func property() throws {
        let all = [try Self.texts("es"), try Self.texts("en")]
        var random = SystemRandomNumberGenerator()
        for round in 0..<1_000_000 {
            let magnitude = Int64.random(in: 1...1_000_000_000_000, using: &random) >> Int64.random(in: 0...36, using: &random)
            let amount = round % 2 == 0 ? magnitude : -magnitude
            let text = all[round % all.count].money(Pesos(amount))
            var (read, digits, isGrouped) = (Int64(0), 0, true)
            for character in text {
                if let digit = character.wholeNumberValue {
                    (read, digits) = (read * 10 + Int64(digit), digits + 1)
                } else if character == "." || character == "," {
                    isGrouped = isGrouped && (1...3).contains(digits)
                    digits = 0
                }
            }
            isGrouped = isGrouped && digits <= 3
            if read != magnitude || !isGrouped || text.hasPrefix("-") != (amount < 0) {
                Issue.record("\(amount) is written \(text)")
                return
            }
        }
    }

    @Test("a million counts take the form that the language's rule gives them")
    func plurals() throws {
        func texts(_ rule: PluralRule) -> Texts {
            Texts(
                language: "es", plurals: rule,
                entries: ["a.count": .plural(Dictionary(uniqueKeysWithValues: rule.forms.map { ($0, $0.rawValue) }))])
        }
        for rule in PluralRule.allCases {
            let texts = texts(rule)
            for count in -5..<250_000 {
                // Written out, not computed: which numbers are apart in each rule.
                let expected =
                    switch (rule, count) {
                    case (.one, 1), (.noneOrOne, 0), (.noneOrOne, 1), (.oneTwo, 1): "one"
                    case (.oneTwo, 2): "two"
                    default: "other"
                    }
                if texts("a.count", count: count) != expected {
                    Issue.record("\(rule): \(count) is \(texts("a.count", count: count))")
                    return
                }
            }
        }
    }

    @Test("a third language is a file, with the plural that it needs and addresses of its own")
    func thirdLanguage() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, rule) in [("es", "one other"), ("ht", "other"), ("en", "one other")] {
            let forms = rule == "other" ? #"{"other": "x{count}"}"# : #"{"one": "y", "other": "x{count}"}"#
            try Data(#"{"language.plurals": "\#(rule)", "language.name": "\#(name)", "number.group": ".", "a.count": \#(forms)}"#.utf8)
                .write(
                    to: folder.appending(path: "\(name).json"))
        }
        let languages = try Languages(folder: folder.path)
        #expect(languages.all.map(\.language) == ["es", "en", "ht"])
        #expect(languages.all[2]("a.count", count: 1) == "x1")
        #expect(languages.all.map { $0.address("/temas/salud") } == ["/temas/salud", "/en/temas/salud", "/ht/temas/salud"])
        #expect(languages.all.map { $0.address("/") } == ["/", "/en", "/ht"])
        #expect(languages.all[1].address("https://example.org/") == "https://example.org/")
        for (path, language) in [("/en", "en"), ("/en/temas", "en"), ("/enero", "es"), ("/", "es"), ("/ht/x", "ht")] {
            #expect(languages.texts(of: path).language == language)
        }
        try FileManager.default.removeItem(at: folder.appending(path: "es.json"))
        #expect(throws: TextsFault.self) { try Languages(folder: folder.path) }
    }
}
