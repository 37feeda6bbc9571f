import Civic
import Markup
import TestKit
import Testing

@testable import Catalog

@Suite("The catalogue as the Human Services Data Specification")
struct HsdsTests {
    private func desk(_ change: (inout Catalogue) -> Void = { _ in }) throws -> HsdsDesk {
        HsdsDesk(
            words: try OpenSample.words(),
            catalogue: try OpenSample.small { catalogue in
                catalogue.sheets[0].inPersonAt = ["chileatiende-branch"]
                catalogue.points[0] = catalogue.points[0].bare
                change(&catalogue)
            })
    }

    @Test("a service has its organization, its cost and the places where it is given, each with an identifier of its own")
    func service() throws {
        let desk = try desk { $0.sheets[0].documents = ["Cédula."] }
        let service = try #require(desk.services().first)
        let full = desk.full(service)
        #expect(full["status"] == "active" && full["last_modified"] == "2026-11-23T00:00:00-03:00")
        #expect(full["organization"]?["name"] == "Instituto de Previsión Social")
        #expect(full["cost_options"]?[0]?["amount"] == 0 && full["cost_options"]?[0]?["currency"] == "CLP")
        #expect(full["required_documents"]?[0]?["document"] == "Cédula.")
        let place = full["service_at_locations"]?[0]
        #expect(place?["service_id"] == full["id"] && place?["location"]?["external_identifier"] == "1")
        #expect(place?["location"]?["addresses"]?[0]?["state_province"] == "Metropolitana de Santiago")
        #expect(place?["location"]?["schedules"]?.items.map { $0["byday"] } == ["MO,TU,WE,TH", "FR"])
    }

    @Test("identifiers stay the same, and no two things share one")
    func identifiers() throws {
        let desk = HsdsDesk(words: try OpenSample.words(), catalogue: try OpenSample.whole())
        #expect(HsdsNames.service(102077) == NamedIdentifier("https://ventanilla/hsds/service/102077", in: .addresses).description)
        let all = desk.services().map(\.id) + desk.organizations().map(\.id) + desk.pairings().map { $0.service.placeID($0.location) }
        #expect(Set(all).count == all.count && all.count > 500)
        let pairing = try #require(desk.pairings().last)
        #expect(desk.pairing(id: pairing.service.placeID(pairing.location))?.location.id == pairing.location.id)
        #expect(desk.service(id: "nobody") == nil && desk.pairing(id: "nobody") == nil)
    }

    @Test(
        "what is not open to all any more says so",
        arguments: [
            (ServiceSheet.Status.current, "active"), (.beingReplaced, "active"), (.closed, "inactive"), (.ended, "defunct"),
            (.historical, "defunct"),
        ])
    func statuses(_ status: ServiceSheet.Status, _ word: String) throws {
        let desk = try desk { $0.sheets[0].status = status }
        let service = try #require(desk.services().first)
        #expect(service.short["status"] == .string(word))
        #expect((service.short["alert"] == nil) == (status == .current))
    }

    @Test("a list is narrowed by what a search found, by organization and by day")
    func narrowing() throws {
        let desk = HsdsDesk(words: try OpenSample.words(), catalogue: try OpenSample.whole())
        #expect(desk.services(.init(found: [33112, 1, 102077])).map(\.reading.sheet.number.value) == [33112, 102077])
        let institution = HsdsNames.organization("CONADI")
        #expect(desk.services(.init(organization: institution)).allSatisfy { $0.reading.institution.key == "CONADI" })
        #expect(try desk.services(.init(modifiedAfter: Reference.day("2026-11-24"))).isEmpty)
        #expect(desk.organizations(named: "prevision social").map(\.institution.key).contains("IPS"))
        #expect(desk.organizations(named: "nadie").isEmpty)
    }

    @Test("pages are counted from 1; beyond the last there is an empty one, and what is no page is refused")
    func pages() throws {
        func page(_ number: String?, _ size: String?, of count: Int = 5) -> JSON? {
            HsdsPage(page: number, perPage: size)?.json(Array(0..<count)) { .integer($0) }
        }
        let first = try #require(page(nil, "2"))
        #expect(first["total_items"] == 5 && first["total_pages"] == 3 && first["contents"] == [0, 1])
        #expect(first["first_page"] == true && first["last_page"] == false && first["empty"] == false)
        #expect(page("3", "2")?["contents"] == [4] && page("3", "2")?["last_page"] == true && page("3", "2")?["size"] == 1)
        #expect(page("9", "2")?["empty"] == true && page("1000000", "500")?["last_page"] == true)
        #expect(page(nil, nil, of: 0)?["total_pages"] == 1)
        for wrong in ["0", "-1", "x", "", "1.5", "1000001", "99999999999999999999"] { #expect(page(wrong, nil) == nil, "\(wrong)") }
        #expect(page(nil, "501") == nil && page(nil, "0") == nil)
    }

    @Test("exceptions, access and position of a point go with it; what is unknown is left out")
    func facts() throws {
        let (day, source) = (try Reference.day("2026-12-24"), PointSource("diario.cl"))
        let point = try desk { catalogue in
            catalogue.points[0].exceptions = [HourException(day...day, .closed, reason: "Sin agua", source: source)].compactMap(\.self)
            catalogue.points[0].access = [
                AccessStatement(.stepFree, true, source: source), AccessStatement(.toilet, false, source: source),
            ]
            catalogue.points[0].position = PointPosition(latitude: -33.4, longitude: -70.6, source: source)
        }.pairings()[0].location.full
        let exception = point["schedules"]?.items.last
        #expect(exception?["valid_from"] == "2026-12-24" && exception?["opens_at"] == nil && exception?["description"] == "Sin agua")
        #expect(point["accessibility"]?.items.map { $0["description"] } == ["step-free"] && point["latitude"] == .number(-33.4))
        let bare = try desk().pairings()[0].location.full
        #expect(bare["accessibility"] == nil && bare["latitude"] == nil)
    }
}
