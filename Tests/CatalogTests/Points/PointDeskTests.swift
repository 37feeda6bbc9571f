import Civic
import Storage
import TestKit
import Testing

@testable import Catalog

@Suite("Points of service in the database, on both engines")
struct PointDeskTests {
    private let santiago = CommuneCode("13101")
    private let licanten = CommuneCode("07303")

    @Test("they are loaded with the catalogue, counted, changed and taken away", arguments: Engine.available)
    func loading(_ engine: Engine) async throws {
        let first = try SampleFiles.catalogue()
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            let desk = PointDesk(database)
            #expect(try await SheetDesk(database).load(first).points == .init(added: 4, changed: 0, removed: 0))
            #expect(try await desk.count() == 4)
            let counts = try await desk.counts()
            #expect(counts == [try #require(santiago): PointCount(seen: 1), try #require(licanten): PointCount(seen: 1, inferred: 1)])
            var second = first
            second.points[0].week = WeeklyHours("1-5 10:00-12:00")
            second.points[0].note = "Nota"
            second.points.remove(at: 1)
            let report = try await SheetDesk(database).load(second)
            #expect(report.description == "points of service: 0 added, 1 changed, 1 removed")
            #expect(try await database.read { try PointStore().all($0) } == second.points)
            #expect(try await SheetDesk(database).load(second).isEmpty)
        }
    }

    @Test("the call centre has its number and its hours in words, and none is nil", arguments: Engine.available)
    func callCentre(_ engine: Engine) async throws {
        let catalogue = try SampleFiles.catalogue()
        let texts = try SheetViewTests.texts()
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            #expect(try await PointDesk(database).callCentre(texts) == nil)
            try await SheetDesk(database).load(catalogue)
            let centre = try await PointDesk(database).callCentre(texts)
            #expect(centre?.phone == "101" && centre?.hours == "De lunes a viernes, de 8:00 a 18:00.")
            #expect(centre?.note?.contains("+56 44 236 2000") == true)
        }
    }

    @Test("the schema refuses a supposition that calls itself sure, and a point without a comuna", arguments: Engine.available)
    func constraints(_ engine: Engine) async throws {
        let catalogue = try SampleFiles.catalogue()
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            try await SheetDesk(database).load(catalogue)
            let wrong: [SQL] = [
                "UPDATE service_point SET confidence = 'high' WHERE id = 2",
                "UPDATE service_point SET evidence = 'told' WHERE id = 1",
                "UPDATE service_point SET commune = NULL WHERE id = 1",
                "UPDATE service_point SET commune = '13101' WHERE id = 3",
                "UPDATE service_point SET commune = '1310' WHERE id = 1",
                "UPDATE service_point SET url = 'http://diario.cl' WHERE id = 1",
                "UPDATE service_point SET kind = 'shop' WHERE id = 1",
            ]
            for statement in wrong {
                let fault = await #expect(throws: StorageFault.self) { try await database.write { try $0.execute(statement) } }
                #expect(fault?.kind == .constraint, "\(statement)")
            }
        }
    }
}
