import Testing
import TestKit

@testable import Storage

@Suite("Text comes back as it was written")
struct TextTests {
    /// Two scalars of each of the seventeen planes, first and last that can stand in a text.
    static let planes: [String] = (0...16).flatMap { (plane: UInt32) -> [String] in
        let first: UInt32 = plane << 16 | (plane == 0 ? 1 : 0)
        let last: UInt32 = plane << 16 | 0xFFFD
        return [first, last].compactMap { (number: UInt32) -> String? in Unicode.Scalar(number).map { String(Character($0)) } }
    }

    static let scripts = [
        "Ñuñoa, Cañete y Curacautín", "n\u{303} frente a \u{f1}", "e\u{301}\u{328}\u{302}", "שלום עולם", "مرحبا بالعالم",
        "\u{202E}al revés\u{202C}",
        "👩🏽‍🦽‍➡️ 🇨🇱 🏳️‍🌈", "𝒜𝓊𝓃 𠮷 𐍈 🀄", "क्षत्रिय", "\u{feff}marca", "\u{fffe}\u{ffff}", "mapudungun: küme mongen", "日本語", "\u{200b}\u{200d}",
    ]

    @Test("every Unicode plane, combining marks and right-to-left scripts", arguments: Engine.available)
    func everyPlane(_ engine: Engine) async throws {
        let texts = Self.planes + Self.scripts + [String(repeating: "ñ🇨🇱", count: 100_000)]
        #expect(Self.planes.count == 34)
        try await engine.withDatabase([Sample.schema]) { database in
            let back = try await database.write { transaction in
                for (index, text) in texts.enumerated() {
                    try transaction.execute("INSERT INTO piece (id, words) VALUES (\(index), \(text))")
                }
                return try transaction.all("SELECT words FROM piece ORDER BY id") { try $0.at(0) as String }
            }
            for (sent, received) in zip(texts, back) {
                #expect(Array(sent.utf8) == Array(received.utf8))
            }
            #expect(back.count == texts.count)
        }
    }

    @Test("two ways to write an ñ stay two texts", arguments: Engine.available)
    func noNormalisation(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let found = try await database.write { transaction in
                try transaction.execute("INSERT INTO account (id, name, pesos) VALUES (1, \("\u{f1}"), 0), (2, \("n\u{303}"), 0)")
                return try transaction.all("SELECT id FROM account WHERE name = \("n\u{303}")") { try $0.at(0) as Int }
            }
            #expect(found == [2])
        }
    }

    @Test("a text with a NUL is refused on both engines, and nothing of it stays", arguments: Engine.available)
    func nulIsRefused(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            for text in ["\0", "a\0", "\0b", "a\0b"] {
                #expect(try await database.faultOfAct { try $0.execute("INSERT INTO piece (id, words) VALUES (1, \(text))") } == .shape)
                #expect(try await database.faultOfRead { _ = try $0.all("SELECT id FROM piece WHERE words = \(text)") } == .shape)
            }
            let count = try await Sample.count("piece", in: database)
            #expect(count == 0)
        }
    }

    @Test("text is ordered by its bytes, accents and astral letters included", arguments: Engine.available)
    func order(_ engine: Engine) async throws {
        let words = [
            "zapato", "Zapato", "ñandú", "nandu", "n\u{303}andu", "Ñandú", "árbol", "arbol", "\u{fffd}", "𠮷", "🇨🇱", "_", "-", "10", "9",
            "a b", "ab",
        ]
        try await engine.withDatabase([Sample.schema]) { database in
            let ordered = try await database.write { transaction in
                for (index, word) in words.enumerated() {
                    try transaction.execute("INSERT INTO piece (id, words) VALUES (\(index), \(word))")
                }
                return try transaction.all("SELECT words FROM piece ORDER BY words") { try $0.at(0) as String }
            }
            let expected = words.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
            #expect(ordered.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
        }
    }
}
