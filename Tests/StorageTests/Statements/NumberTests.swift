import Testing
import TestKit

@testable import Storage

@Suite("Numbers and bytes come back as they were written")
struct NumberTests {
    @Test("integers to the ends of 64 bits", arguments: Engine.available)
    func integers(_ engine: Engine) async throws {
        let numbers: [Int64] = [.min, .min + 1, -1, 0, 1, 1 << 53 + 1, .max - 1, .max]
        try await engine.withDatabase([Sample.schema]) { database in
            let back = try await database.write { transaction in
                for number in numbers { try transaction.execute("INSERT INTO piece (id, number) VALUES (\(number), \(number))") }
                return try transaction.all("SELECT id, number FROM piece ORDER BY id") { [try $0["id"] as Int64, try $0["number"]] }
            }
            #expect(back == numbers.map { [$0, $0] })
        }
    }

    @Test("doubles to the last bit", arguments: Engine.available)
    func doubles(_ engine: Engine) async throws {
        let numbers = [
            0.1, -0.1, 1.0 / 3, .pi, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, .leastNormalMagnitude,
            .ulpOfOne, 1e22, 1e300, 3, .infinity, -.infinity,
        ]
        try await engine.withDatabase([Sample.schema]) { database in
            let back = try await database.write { transaction in
                for (index, number) in numbers.enumerated() {
                    try transaction.execute("INSERT INTO piece (id, fraction) VALUES (\(index), \(number))")
                }
                return try transaction.all("SELECT fraction FROM piece ORDER BY id") { try $0.at(0) as Double }
            }
            #expect(back.map(\.bitPattern) == numbers.map(\.bitPattern))
        }
    }

    @Test("what is not a number is refused", arguments: Engine.available)
    func notANumber(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            #expect(
                try await database.faultOfAct { try $0.execute("INSERT INTO piece (id, fraction) VALUES (1, \(Double.nan))") } == .shape)
            let counted4 = try await Sample.count("piece", in: database)
            #expect(counted4 == 0)
        }
    }

    @Test("sums and additions beyond 64 bits are refused", arguments: Engine.available)
    func overflow(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            try await database.write { transaction in
                try transaction.execute(
                    "INSERT INTO piece (id, number) VALUES (1, \(Int64.max)), (2, 1), (3, \(Int64.max)), (4, \(Int64.min))")
            }
            func sum(_ ids: [Int]) async throws -> Int64? {
                try await database.read { try $0.value("SELECT CAST(SUM(number) AS BIGINT) FROM piece WHERE id IN (\(list: ids))") }
            }
            #expect(try await sum([1]) == .max)
            #expect(try await sum([1, 4]) == -1)
            for ids in [[1, 2], [1, 3]] {
                await #expect { _ = try await sum(ids) } throws: { ($0 as? StorageFault)?.kind == .overflow }
            }
            let added = try await database.faultOfAct { try $0.execute("UPDATE piece SET number = number + 1 WHERE id = 1") }
            #expect(added == .overflow || added == .constraint)
            #expect(try await sum([1]) == .max)
        }
    }

    @Test("blobs of nothing, of every byte and of 10 MB", arguments: Engine.available)
    func blobs(_ engine: Engine) async throws {
        let large = Array(String(repeating: "ñ🇨🇱\0a", count: 900_000).utf8)
        let contents: [[UInt8]] = [[], Array(0...255), [0], [0, 0], large]
        try await engine.withDatabase([Sample.schema]) { database in
            try await database.write { transaction in
                for (index, content) in contents.enumerated() {
                    try transaction.execute("INSERT INTO piece (id, content) VALUES (\(index), \(content))")
                }
            }
            let back = try await database.read { try $0.all("SELECT content FROM piece ORDER BY id") { try $0.at(0) as [UInt8] } }
            #expect(back == contents)
        }
    }

    @Test("nothing is nothing: not zero, not an empty text, not an empty blob", arguments: Engine.available)
    func nulls(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let row = try await database.write { transaction in
                try transaction.execute(
                    """
                    INSERT INTO piece (id, number, fraction, words, content)
                    VALUES (1, \(Int64?.none), \(Double?.none), \(String?.none), \([UInt8]?.none))
                    """)
                return try transaction.first("SELECT * FROM piece WHERE number IS NULL AND words IS NULL")
            }
            let cells = try #require(row).cells
            #expect(cells.map(\.value) == [.int(1), .null, .null, .null, .null])
        }
    }

    @Test("the order of nulls is written out and kept", arguments: Engine.available)
    func orderOfNulls(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            try await database.write { try $0.execute("INSERT INTO piece (id, number) VALUES (1, 5), (2, NULL), (3, 4), (4, NULL)") }
            func ids(_ order: SQL) async throws -> [Int] {
                try await database.read { try $0.all("SELECT id FROM piece ORDER BY \(order), id") { try $0.at(0) } }
            }
            #expect(try await ids("number NULLS FIRST") == [2, 4, 3, 1])
            #expect(try await ids("number NULLS LAST") == [3, 1, 2, 4])
            #expect(try await ids("number DESC NULLS FIRST") == [2, 4, 1, 3])
            #expect(try await ids("number DESC NULLS LAST") == [1, 3, 2, 4])
        }
    }
}
