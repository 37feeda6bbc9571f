import Testing
import TestKit

@testable import Storage

@Suite("Values are bound")
struct BindingTests {
    static let nasty = [
        "'; DROP TABLE piece; --", "\" OR 1=1", "$1", "?", "?1", ":name", "@name", "\\", "\\'", "--", "/* */", "%s%n", "E'\\x00'", "NULL",
        "",
        " ", "\n\r\t", "\u{2019}", "';\u{0131}", "COMMIT", "\u{1}\u{7f}", String(repeating: "'", count: 10_000),
    ]

    @Test("a value never becomes SQL text", arguments: Engine.available)
    func nastyText(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            for (index, text) in Self.nasty.enumerated() {
                try await database.write { try $0.execute("INSERT INTO piece (id, words) VALUES (\(index), \(text))") }
                let found = try await database.read { try $0.all("SELECT id FROM piece WHERE words = \(text)") { try $0.at(0) as Int } }
                #expect(found == [index], "\(text.debugDescription) was not found as it was written")
            }
            let counted5 = try await Sample.count("piece", in: database)
            #expect(counted5 == Self.nasty.count)
        }
    }

    @Test("a statement spliced into another keeps its values bound and in order", arguments: Engine.available)
    func splicing(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let filter: SQL = "number > \(3) AND words <> \("'; --")"
            let found = try await database.write { transaction in
                for number in 1...6 {
                    try transaction.execute("INSERT INTO piece (id, number, words) VALUES (\(number), \(number), \("n\(number)"))")
                }
                return try transaction.all("SELECT id FROM piece WHERE \(filter) AND id < \(6) ORDER BY id") { try $0.at(0) as Int }
            }
            #expect(found == [4, 5])
        }
    }

    @Test("a list binds each of its values, and an empty list holds nothing", arguments: Engine.available)
    func lists(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            try await database.write { transaction in
                for number in 1...5 { try transaction.execute("INSERT INTO piece (id, number) VALUES (\(number), \(number))") }
            }
            let some = try await database.read { snapshot in
                try snapshot.all("SELECT id FROM piece WHERE number IN (\(list: [2, 4, 9])) ORDER BY id") { try $0.at(0) as Int }
            }
            let none = try await database.read { try $0.all("SELECT id FROM piece WHERE number IN (\(list: [Int]()))") }
            #expect(some == [2, 4])
            #expect(none.isEmpty)
        }
    }

    @Test("a column read as another kind of value is refused, not guessed", arguments: Engine.available)
    func shapes(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            try await database.write { try $0.execute("INSERT INTO piece (id, number, words) VALUES (1, 7, \("7"))") }
            func fault<T: Storable & Sendable>(_ column: String, as type: T.Type) async throws -> StorageFault.Kind? {
                try await database.faultOfRead { snapshot in
                    for row in try snapshot.all("SELECT id, number, words, content FROM piece") { _ = try row[column] as T }
                }
            }
            #expect(try await fault("words", as: Int.self) == .shape)
            #expect(try await fault("number", as: String.self) == .shape)
            #expect(try await fault("number", as: Bool.self) == .shape)
            #expect(try await fault("number", as: Double.self) == .shape)
            #expect(try await fault("content", as: [UInt8].self) == .shape)
            #expect(try await fault("nothing", as: Int.self) == .shape)
            #expect(try await fault("content", as: [UInt8]?.self) == nil)
            #expect(try await fault("number", as: Int?.self) == nil)
        }
    }
}
