import Storage
import TestKit
import Testing

@Suite("A bulk load")
struct LoadTests {
    private static let schema = Schema(
        "loads", [Migration("first", [.create(Table("load", [.id(), .int("n").optional.check("n >= 0"), .int("more")]))])])

    private static func rows(_ count: Int, from first: Int = 1, planting wrong: Int64? = nil) -> IntegerRows {
        var rows = IntegerRows(["id", "n", "more"], capacity: count)
        for number in first..<(first + count) {
            rows.add(number)
            rows.add(number == first + count - 1 ? wrong ?? Int64(number) : number.isMultiple(of: 3) ? nil : Int64(number))
            rows.add(-number)
        }
        return rows
    }

    @Test("keeps every number and every gap, over as many rows as there are", arguments: Engine.available)
    func whole(_ engine: Engine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            try await database.writeAlone { try $0.load("load", Self.rows(20_000)) }
            let (count, gaps, sum, last) = try await database.read { snapshot in
                (
                    try snapshot.value("SELECT COUNT(*) AS n FROM load", as: Int.self),
                    try snapshot.value("SELECT COUNT(*) AS n FROM load WHERE n IS NULL", as: Int.self),
                    try snapshot.value("SELECT CAST(SUM(more) AS BIGINT) AS n FROM load", as: Int.self),
                    try snapshot.value("SELECT n FROM load WHERE id = 20000", as: Int.self)
                )
            }
            #expect(count == 20_000)
            #expect(gaps == 6_666)
            #expect(sum == -200_010_000)
            #expect(last == 20_000)
        }
    }

    @Test("of which one row breaks a constraint leaves nothing behind", arguments: Engine.available)
    func refused(_ engine: Engine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            try await database.writeAlone { try $0.load("load", Self.rows(10)) }
            for wrong in [Self.rows(9_000, from: 100, planting: -1), Self.rows(1)] {
                await #expect(throws: StorageFault.self) { try await database.writeAlone { try $0.load("load", wrong) } }
            }
            #expect(try await database.read { try $0.value("SELECT COUNT(*) AS n FROM load", as: Int.self) } == 10)
        }
    }
}
