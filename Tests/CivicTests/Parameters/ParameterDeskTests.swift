import Storage
import TestKit
import Testing

@testable import Civic

@Suite("The store of dated parameters, on both engines")
struct ParameterDeskTests {
    private static let schemas: [Schema] = [.people, .interactions, .audit, .parameters]
    private static let loader = Actor(.system(2), assurance: .verified)

    private func pension(_ amount: Int64 = 231_732, missing: Bool = true) throws -> Parameter {
        try Parameter(
            try #require(Parameter.ID("pgu.maximo")), name: .init(es: "Monto máximo", en: "Highest amount"), unit: .pesos,
            ages: AgeBand(from: 65), isAssumed: true,
            basis: ["Ley N° 21.419", "Ley N° 21.735"],
            values: [
                try #require(
                    DatedValue(
                        224_004, from: TilingTests.day("2025-02-01"), to: TilingTests.day("2026-01-31"), condition: "valor de referencia",
                        sources: [
                            Source(id: "a", name: "Ñuble", url: "https://ejemplo.cl/a", kind: .official), Source(id: "b", name: "b"),
                        ],
                        confidence: .low, reason: "inferred")),
                try TilingTests.value(amount, "2026-02-01", "2026-08-31", ages: AgeBand(from: 65, to: 81)),
                try TilingTests.value(250_275, "2026-02-01", "2026-08-31", ages: AgeBand(from: 82)),
            ],
            missing: missing ? [try #require(MissingValue(from: TilingTests.day("2026-09-01"), reason: "not stated"))] : [],
            remark: "A remark")
    }

    private func term() throws -> Parameter {
        try Parameter(
            try #require(Parameter.ID("ley-19880.reposicion")), name: .init(es: "Plazo", en: nil), unit: .businessDays,
            values: [try TilingTests.value(5, "2003-05-29")])
    }

    private func replace(_ parameters: [Parameter], in database: Database) async throws -> ParameterChanges {
        try await database.write { try ParameterDesk().replace(parameters, by: Self.loader, $0) }
    }

    private func count(_ table: StaticString, _ database: Database) async throws -> Int {
        let text = SQL(stringLiteral: "SELECT COUNT(*) AS n FROM \(table)")
        return try await database.read { try $0.value(text) ?? 0 }
    }

    @Test("what was put in is what is read, one, some or all", arguments: Engine.available)
    func roundTrip(_ engine: Engine) async throws {
        let (pension, term) = (try pension(), try term())
        try await engine.withDatabase(Self.schemas) { database in
            #expect(try await replace([pension, term], in: database).added == 2)
            let desk = ParameterDesk()
            let kept = try await database.read { try desk.all($0) }
            #expect(kept == [term, pension], "in the order of their ids")
            #expect(try await database.read { try desk.parameter(pension.id, $0) } == pension)
            let other = try #require(Parameter.ID("pgu.otro"))
            #expect(try await database.read { try desk.parameter(other, $0) } == nil)
            #expect(try await database.read { try desk.parameters([term.id, other], $0) } == [term.id: term])
            #expect(try await database.read { try desk.parameters([], $0) } == [:])
        }
    }

    @Test("the same again writes nothing, leaves nothing in the audit and tells nobody", arguments: Engine.available)
    func twice(_ engine: Engine) async throws {
        let parameters = [try pension(), try term()]
        try await engine.withDatabase(Self.schemas) { database in
            _ = try await replace(parameters, in: database)
            let before = (try await count("audit", database), try await version(database))
            #expect(before.1 != nil)
            #expect(try await replace(parameters, in: database).isEmpty)
            #expect(try await count("audit", database) == before.0)
            #expect(try await version(database) == before.1)
        }
    }

    private func version(_ database: Database) async throws -> Int64? {
        try await database.read { try $0.value("SELECT version FROM topic WHERE name = 'parameters'") }
    }

    @Test("a changed value is written alone, with what stood and what stands, by whom, and its topic moves", arguments: Engine.available)
    func change(_ engine: Engine) async throws {
        let (first, second) = (try pension(), try pension(231_733))
        try await engine.withDatabase(Self.schemas) { database in
            _ = try await replace([first], in: database)
            let version = try await version(database)
            let before = try await database.read { try $0.all("SELECT id FROM parameter_value") { try $0["id"] as Int64 } }
            #expect(try await replace([second], in: database).changed == 1)
            #expect(try await self.version(database) != version)
            let after = try await database.read { try $0.all("SELECT id FROM parameter_value") { try $0["id"] as Int64 } }
            #expect(Set(before).intersection(after).count == 3, "the other three rows are the ones that were there")
            let change = try #require(
                try await database.read {
                    try $0.all(
                        "SELECT id, code, was, became FROM parameter_change WHERE was IS NOT NULL",
                        { row in
                            (
                                id: try row["id"] as Int64, code: try row["code"] as String, was: try row["was"] as String,
                                became: try row["became"] as String
                            )
                        }
                    ).first
                })
            #expect(change.code == "pgu.maximo" && change.was.contains("231732") && change.became.contains("231733"))
            let entry = try #require(
                try await database.read {
                    try $0.all(
                        "SELECT verb, actor_kind, actor, object_kind, object FROM audit ORDER BY id DESC",
                        { row in
                            (
                                verb: try row["verb"] as String, kind: try row["actor_kind"] as Int, actor: try row["actor"] as Int64,
                                object: try row["object_kind"] as String, id: try row["object"] as Int64
                            )
                        }
                    ).first
                })
            #expect(entry.verb == "parameter.changed" && entry.kind == 4 && entry.actor == 2)
            #expect(entry.object == "parameter_change" && entry.id == change.id)
        }
    }

    @Test("each value that comes and each that goes has its entry; a new name has one too", arguments: Engine.available)
    func entries(_ engine: Engine) async throws {
        let (pension, term, shorter) = (try pension(), try term(), try pension(missing: false))
        try await engine.withDatabase(Self.schemas) { database in
            _ = try await replace([pension, term], in: database)
            #expect(try await count("audit", database) == 5)
            #expect(try await count("parameter_change", database) == 5)
            #expect(try await replace([shorter, term], in: database).changed == 1)
            #expect(try await count("audit", database) == 6)
            #expect(try await replace([shorter], in: database).removed == 1)
            #expect(try await count("audit", database) == 7)
            #expect(try await count("parameter_value", database) == 3)
            let renamed = try Parameter(
                shorter.id, name: .init(es: "Otro nombre", en: "Otro nombre"), unit: .pesos, ages: shorter.ages, isAssumed: true,
                basis: shorter.basis,
                values: shorter.values,
                remark: shorter.remark)
            #expect(try await replace([renamed], in: database).changed == 1)
            #expect(try await count("audit", database) == 8)
            #expect(try await database.read { try ParameterDesk().parameter(renamed.id, $0) } == renamed)
        }
    }

    @Test("an act that is refused leaves the store as it was", arguments: Engine.available)
    func refused(_ engine: Engine) async throws {
        let (pension, changed) = (try pension(), try pension(1))
        try await engine.withDatabase(Self.schemas) { database in
            _ = try await replace([pension], in: database)
            await #expect(throws: NotFound.self) {
                try await database.write { transaction in
                    _ = try ParameterDesk().replace([changed], by: Self.loader, transaction)
                    throw NotFound()
                }
            }
            #expect(try await database.read { try ParameterDesk().all($0) } == [pension])
            #expect(try await count("audit", database) == 4)
        }
    }

    @Test("the schema refuses what can't be a stretch, and two that begin as one", arguments: Engine.available)
    func constraints(_ engine: Engine) async throws {
        let pension = try pension()
        try await engine.withDatabase(Self.schemas) { database in
            _ = try await replace([pension], in: database)
            let id = try #require(try await database.read { try $0.value("SELECT id FROM parameter") as Int64? })
            let columns: SQL =
                "INSERT INTO parameter_value (id, parameter, from_day, to_day, age_from, age_to, amount, sources, confidence, reason)"
            let march = try TilingTests.day("2026-02-01").number
            let wrong: [SQL] = [
                "\(columns) VALUES (1, \(id), 10, 9, NULL, NULL, 5, '[]', 'high', NULL)",
                "\(columns) VALUES (1, \(id), 10, 11, NULL, 70, 5, '[]', 'high', NULL)",
                "\(columns) VALUES (1, \(id), 10, 11, 70, 69, 5, '[]', 'high', NULL)",
                "\(columns) VALUES (1, \(id), 10, 11, 70, 131, 5, '[]', 'high', NULL)",
                "\(columns) VALUES (1, \(id), 10, 11, NULL, NULL, -5, '[]', 'high', NULL)",
                "\(columns) VALUES (1, \(id), 10, 11, NULL, NULL, 5, '[]', 'sure', NULL)",
                "\(columns) VALUES (1, \(id), 10, 11, NULL, NULL, 5, '[]', NULL, NULL)",
                "\(columns) VALUES (1, \(id), 10, 11, NULL, NULL, 5, NULL, 'high', NULL)",
                "\(columns) VALUES (1, \(id), 10, 11, NULL, NULL, NULL, NULL, NULL, NULL)",
                "\(columns) VALUES (1, \(id + 1), 10, 11, NULL, NULL, 5, '[]', 'high', NULL)",
                "\(columns) VALUES (1, \(id), \(march), NULL, 65, 70, 5, '[]', 'high', NULL)",
                "UPDATE parameter SET unit = 'euros'", "UPDATE parameter SET age_from = NULL, age_to = 70",
                "INSERT INTO parameter (id, code, name, unit, is_assumed, basis) VALUES (1, 'pgu.maximo', 'x', 'pesos', 0, '[]')",
                "DELETE FROM parameter", "INSERT INTO parameter_change (id, act, code) VALUES (1, 1, 'x')",
            ]
            for statement in wrong {
                let fault = await #expect(throws: StorageFault.self) { try await database.write { try $0.execute(statement) } }
                #expect(fault?.kind == .constraint, "\(statement)")
            }
            #expect(try await database.read { try ParameterDesk().all($0) } == [pension])
        }
    }

    @Test("rows that were made to overlap behind our back are a fault, and never a value", arguments: Engine.available)
    func overlapping(_ engine: Engine) async throws {
        let pension = try pension()
        try await engine.withDatabase(Self.schemas) { database in
            _ = try await replace([pension], in: database)
            let march = try TilingTests.day("2026-03-01").number
            try await database.write { try $0.execute("UPDATE parameter_value SET to_day = \(march) WHERE amount = 224004") }
            await #expect(throws: TilingFaults.self) { try await database.read { try ParameterDesk().parameter(pension.id, $0) } }
        }
    }
}
