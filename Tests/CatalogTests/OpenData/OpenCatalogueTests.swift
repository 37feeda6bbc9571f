import Civic
import Storage
import TestKit
import Testing

@testable import Catalog

@Suite("The whole catalogue, read once")
struct OpenCatalogueTests {
    @Test("it is what was loaded, on both engines", arguments: Engine.available)
    func reading(_ engine: Engine) async throws {
        let catalogue = try ContentTests.catalogue()
        let territory = try Reference.territory()
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            _ = try await SheetDesk(database).load(catalogue)
            let clock = Clock.fixed(Instant(milliseconds: TestClock.monday))
            let desk = OpenDataDesk(database, territory: territory, clock: clock)
            let open = try await desk.catalogue()
            let expected = try OpenSample.open(catalogue)
            #expect(open.sheets.map(\.sheet) == expected.sheets.map(\.sheet))
            #expect(open.sheets.map(\.parameters) == expected.sheets.map(\.parameters))
            #expect(open.sheets.map(\.replacement?.number) == expected.sheets.map(\.replacement?.number))
            #expect(open.institutions == expected.institutions.sorted { $0.key < $1.key } && open.points == expected.points)
        }
    }

    @Test("it is kept until somebody says that it moved", arguments: Engine.available)
    func keeping(_ engine: Engine) async throws {
        var catalogue = try SampleFiles.catalogue()
        let territory = try Reference.territory()
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            let sheets = SheetDesk(database)
            _ = try await sheets.load(catalogue)
            let desk = OpenDataDesk(database, territory: territory, clock: .fixed(Instant(milliseconds: TestClock.monday)))
            let title = try await desk.catalogue().sheet(33112)?.sheet.title
            catalogue.sheets[0].title = "Otro"
            _ = try await sheets.load(catalogue)
            #expect(try await desk.catalogue().sheet(33112)?.sheet.title == title)
            await desk.forget()
            #expect(try await desk.catalogue().sheet(33112)?.sheet.title == "Otro")
        }
    }

    @Test("at midnight it is read again, for the amounts of the new day", arguments: [Engine.sqlite])
    func midnight(_ engine: Engine) async throws {
        let catalogue = try SampleFiles.catalogue()
        let (territory, time) = (try Reference.territory(), TestClock())
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            _ = try await SheetDesk(database).load(catalogue)
            let desk = OpenDataDesk(database, territory: territory, clock: Clock { Instant(milliseconds: time.now()) })
            #expect(try await desk.catalogue().today.iso == "2026-11-23")
            time.move(byMilliseconds: 86_400_000)
            #expect(try await desk.catalogue().today.iso == "2026-11-24")
        }
    }

    @Test("what is only likely to be there is not passed on, and what has ended is done nowhere")
    func points() throws {
        let open = try OpenSample.small { catalogue in
            catalogue.sheets[0].inPersonAt = ["chileatiende-branch"]
        }
        #expect(open.points.map(\.number) == [1, 3, 4], "2 was inferred")
        #expect(open.callCentre?.number == 3)
        #expect(open.points(of: open.sheets[0].sheet).map(\.number) == [1])
        var ended = open.sheets[0].sheet
        ended.status = .ended
        #expect(open.points(of: ended).isEmpty)
    }
}
