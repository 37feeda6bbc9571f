import Civic
import Markup

/// What the HSDS API answers, from one reading of the catalogue.
struct HsdsDesk {
    let words: OpenWords
    let catalogue: OpenCatalogue

    /// What a list is narrowed by.
    struct Narrowing {
        /// Numbers of the sheets that a search found, the best first.
        var found: [Int]?
        var organization: String?
        var modifiedAfter: Day?
    }

    var root: JSON {
        [
            "version": "3.0", "profile": "https://docs.openreferral.org/en/v3.0.1/hsds/",
            "openapi_url": .string(words.address("/api/openapi.json")),
        ]
    }

    func services(_ narrowing: Narrowing = Narrowing()) -> [HsdsService] {
        narrowed(narrowing).map(service)
    }

    func full(_ service: HsdsService) -> JSON { service.full(locations(of: service.reading.sheet)) }

    /// nil when there is no such service.
    func service(id: String) -> HsdsService? { services().first { $0.id == id } }

    func organizations(named text: String? = nil) -> [HsdsOrganization] {
        let asked = text?.foldedWords ?? []
        return catalogue.institutions.filter { institution in
            let words = (institution.key + " " + institution.name).foldedWords
            return asked.allSatisfy { word in words.contains { $0.hasPrefix(word) } }
        }.map(HsdsOrganization.init)
    }

    func services(of organization: HsdsOrganization) -> [HsdsService] {
        catalogue.sheets(of: organization.institution.key).map(service)
    }

    /// A service at a place, each with what lists need to show of it.
    typealias Pairing = (service: HsdsService, location: HsdsLocation)

    func pairings(_ narrowing: Narrowing = Narrowing()) -> [Pairing] {
        narrowed(narrowing).flatMap { reading in locations(of: reading.sheet).map { (service(reading), $0) } }
    }

    /// nil when there is no such pairing.
    func pairing(id: String) -> Pairing? { pairings().first { $0.service.placeID($0.location) == id } }

    private func narrowed(_ narrowing: Narrowing) -> [SheetReading] {
        let sheets = narrowing.found.map { $0.compactMap(catalogue.sheet) } ?? catalogue.sheets
        return sheets.filter { reading in
            (narrowing.organization.map { $0 == HsdsNames.organization(reading.institution.key) } ?? true)
                && (narrowing.modifiedAfter.map { $0 <= reading.sheet.checked } ?? true)
        }
    }

    private func service(_ reading: SheetReading) -> HsdsService { HsdsService(words: words, reading: reading) }

    private func locations(of sheet: ServiceSheet) -> [HsdsLocation] {
        catalogue.points(of: sheet).map { HsdsLocation(words: words, point: $0, territory: catalogue.territory) }
    }
}
