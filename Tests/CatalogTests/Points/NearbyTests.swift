import Civic
import Storage
import TestKit
import Testing

@testable import Catalog

@Suite("What is near: here, beside, beyond, on both engines")
struct NearbyTests {
    private let territory: Territory
    private let holidays: Holidays

    init() throws {
        territory = try Reference.territory()
        holidays = try Reference.holidays()
    }

    private func commune(_ name: String) throws -> Territory.Commune { try #require(territory.commune(named: name)) }

    /// Monday 23 November 2026 at nine.
    private var monday: Instant {
        get throws { ChileanTime.instant(of: try #require(Day(iso: "2026-11-23")), hour: 9) }
    }

    @Test("rings go over borders, step by step, and an island is alone")
    func rings() throws {
        let rings = Rings(around: try commune("Iquique").code, territory)
        #expect(try rings.steps[commune("Iquique").code] == 0 && rings.steps[commune("Alto Hospicio").code] == 1)
        #expect(try rings.steps[commune("Arica").code].map { $0 > 1 } == true)
        #expect(try rings.steps[commune("Isla de Pascua").code] == nil)
        #expect(try Rings(around: commune("Isla de Pascua").code, territory).steps.count == 1)
    }

    @Test("candidates are taken ring by ring, each point once, where it is nearest")
    func candidates() throws {
        let (santiago, providencia, rancagua, arica) = (
            try commune("Santiago"), try commune("Providencia"), try commune("Rancagua"), try commune("Arica")
        )
        let spots = [
            Spot(number: 1, commune: arica.code), Spot(number: 2, commune: providencia.code), Spot(number: 3, commune: rancagua.code),
            Spot(number: 4, commune: arica.code), Spot(number: 4, commune: santiago.code),
        ]
        let found = Candidates(spots, around: santiago, territory)
        #expect(found.here.map(\.number) == [4] && found.beside.map(\.number) == [2] && found.beyond.map(\.number) == [3, 1])
        let other = Candidates([Spot(number: 9, commune: rancagua.code, isSeen: false), spots[0]], around: santiago, territory)
        #expect(other.beyond.map(\.number) == [1, 9], "what was seen comes first, however far")
    }

    @Test(
        "what is known of the distance is told as far as it is worth",
        arguments: [(0.2, 1), (7.4, 7), (33.0, 35), (203.0, 200), (3756.0, 3760)])
    func told(_ kilometres: Double, _ told: Int) {
        #expect(GreatCircle.told(kilometres) == told)
    }

    @Test("Arica and Punta Arenas are some 3,900 km apart")
    func far() throws {
        let far = GreatCircle.kilometres(try commune("Arica").point, try commune("Punta Arenas").point)
        #expect((3800...4000).contains(far))
    }

    @Test("from each comuna of the country something is offered, an island included", arguments: Engine.available)
    func everywhere(_ engine: Engine) async throws {
        let catalogue = try ContentTests.catalogue()
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            try await SheetDesk(database).load(catalogue)
            let desk = PointDesk(database)
            for commune in territory.communes where commune.code.description.hasSuffix("1") {
                let around = try await desk.around(commune, territory, holidays, at: monday)
                #expect(!(around.here + around.beside + around.beyond).isEmpty, "\(commune.name)")
                #expect(around.national.count == 2)
            }
            let island = try await desk.around(commune("Isla de Pascua"), territory, holidays, at: monday)
            #expect(island.here.filter { $0.point.evidence == .seen }.isEmpty && island.beside.isEmpty && !island.beyond.isEmpty)
            #expect(island.beyond.count == 6 && island.beyond.allSatisfy { ($0.kilometres ?? 0) > 3000 && $0.isSeen })
        }
    }

    @Test("what is open comes first, then what is nearer; a filter leaves the rest out", arguments: Engine.available)
    func order(_ engine: Engine) async throws {
        let catalogue = try ContentTests.catalogue()
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            try await SheetDesk(database).load(catalogue)
            let desk = PointDesk(database)
            let antofagasta = try commune("Antofagasta")
            let all = try await desk.around(antofagasta, territory, holidays, at: monday)
            #expect(all.here.map(\.isOpen) == [true, true, false] && all.here.map(\.point.number) == [24, 25, 3])
            #expect(all.beyond.isEmpty, "there is enough nearby")
            let branches = try await desk.around(antofagasta, territory, holidays, at: monday, PointFilter(place: "chileatiende-branch"))
            #expect(branches.here.map(\.point.number) == [3] && !branches.beyond.isEmpty)
            let kind = try await desk.around(antofagasta, territory, holidays, at: monday, PointFilter(kind: .civilRegistry))
            #expect(kind.here.map(\.point.number) == [24, 25])
            let open = try await desk.around(antofagasta, territory, holidays, at: monday, PointFilter(isOpenNow: true))
            #expect((open.here + open.beside + open.beyond).allSatisfy(\.isOpen) && !open.here.isEmpty)
            let night = ChileanTime.instant(of: Day(of: try monday), hour: 23)
            let shut = try await desk.around(antofagasta, territory, holidays, at: night, PointFilter(isOpenNow: true))
            #expect((shut.here + shut.beside + shut.beyond).isEmpty && shut.national.count == 2)
            let level = try await desk.around(antofagasta, territory, holidays, at: monday, PointFilter(isStepFree: true))
            #expect((level.here + level.beside + level.beyond).isEmpty, "nobody stated it anywhere")
        }
    }

    @Test("a mobile office is here where it comes to", arguments: Engine.available)
    func stops(_ engine: Engine) async throws {
        let catalogue = try SampleFiles.catalogue()
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            try await SheetDesk(database).load(catalogue)
            for name in ["Santiago", "Licantén"] {
                let around = try await PointDesk(database).around(commune(name), territory, holidays, at: monday)
                #expect(around.here.map(\.point.number).contains(4), "\(name)")
            }
            let level = try await PointDesk(database).around(
                commune("Santiago"), territory, holidays, at: monday, PointFilter(isStepFree: true))
            #expect(level.here.map(\.point.number) == [1])
        }
    }

    @Test("a point is read with what can be done there, and kinds of place are known by their points", arguments: Engine.available)
    func serving(_ engine: Engine) async throws {
        let catalogue = try ContentTests.catalogue()
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            try await SheetDesk(database).load(catalogue)
            let desk = PointDesk(database)
            let branch = try #require(try await desk.point(1))
            #expect(branch.places.map(\.key) == ["chileatiende-branch"])
            #expect(branch.sheets.count == catalogue.sheets.count { $0.inPersonAt.contains("chileatiende-branch") })
            let kiosk = try #require(try await desk.point(52))
            #expect(kiosk.sheets.count == 7 && kiosk.places.isEmpty)
            #expect(try await desk.point(28)?.sheets.isEmpty == true, "of a suboffice nobody said what it does")
            #expect(try await desk.point(999) == nil)
            #expect(try await desk.knownPlaces().map(\.key) == ["chileatiende-branch", "civil-registry"])
            #expect(try await desk.points(serving: ["civil-registry"]).count == 34)
            #expect(try await desk.points(serving: ["serviu"]).isEmpty)
            var fewer = catalogue
            let index = try #require(fewer.sheets.firstIndex { $0.inPersonAt == ["chileatiende-branch"] })
            fewer.sheets[index].inPersonAt = []
            try await SheetDesk(database).load(fewer)
            #expect(try await desk.point(1)?.sheets.count == branch.sheets.count - 1)
        }
    }

    @Test("the address of a filter names what is asked for, and nothing else")
    func addresses() {
        #expect(PointFilter().address("/lugares") == "/lugares")
        let filter = PointFilter(kind: .civilRegistry, place: "civil-registry", isOpenNow: true, isStepFree: true)
        #expect(filter.address("/x") == "/x?clase=civil-registry-point&lugar=civil-registry&abierto=si&acceso=si")
    }
}
