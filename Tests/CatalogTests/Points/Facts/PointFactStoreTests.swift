import Civic
import Storage
import TestKit
import Testing

@testable import Catalog

@Suite("What is known of points, in the database, on both engines")
struct PointFactStoreTests {
    @Test("facts are read as they were loaded, changed with their point, and taken away with it", arguments: Engine.available)
    func roundTrip(_ engine: Engine) async throws {
        let first = try SampleFiles.catalogue()
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            try await SheetDesk(database).load(first)
            #expect(try await database.read { try PointStore().all($0) } == first.points)
            var second = first
            second.points[0].exceptions = []
            second.points[0].services.removeLast()
            second.points[0].access.swapAt(0, 1)
            second.points[0].position = nil
            second.points[3].stops.reverse()
            let report = try await SheetDesk(database).load(second)
            #expect(report.description == "points of service: 0 added, 2 changed, 0 removed")
            #expect(try await database.read { try PointStore().all($0) } == second.points)
            #expect(try await SheetDesk(database).load(second).isEmpty)
            second.points.removeAll { $0.number != 2 }
            let last = second
            #expect(try await SheetDesk(database).load(last).points.removed == 3)
            #expect(try await database.read { try PointStore().all($0) } == last.points)
        }
    }

    @Test("a mobile office is found in each comuna that it comes to", arguments: Engine.available)
    func stops(_ engine: Engine) async throws {
        let catalogue = try SampleFiles.catalogue()
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            try await SheetDesk(database).load(catalogue)
            let spots = try await database.read { try PointStore().spots(PointFilter(), $0) }
            #expect(spots.filter { $0.commune.description == "13101" }.map(\.number).sorted() == [1, 4])
            #expect(Set(spots.filter { $0.commune.description == "07303" }.map(\.number)) == [2, 4])
        }
    }

    @Test("the schema refuses a fact that can't be", arguments: Engine.available)
    func constraints(_ engine: Engine) async throws {
        let catalogue = try SampleFiles.catalogue()
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            try await SheetDesk(database).load(catalogue)
            let wrong: [SQL] = [
                "UPDATE service_point_exception SET to_day = from_day - 1",
                "UPDATE service_point_exception SET source = ''",
                "UPDATE service_point_offer SET place = NULL WHERE sheet IS NULL",
                "UPDATE service_point_access SET is_there = 2",
                "UPDATE service_point_access SET feature = 'step-free'",
                "UPDATE service_point_position SET latitude = 33",
                "UPDATE service_point_stop SET url = 'http://muni.cl'",
                "UPDATE service_point_stop SET point = 99",
                "DELETE FROM service_point WHERE id = 1",
            ]
            for statement in wrong {
                let fault = await #expect(throws: StorageFault.self) { try await database.write { try $0.execute(statement) } }
                #expect(fault?.kind == .constraint, "\(statement)")
            }
        }
    }
}
