import Civic
import TestKit
import Testing

@testable import Catalog

@Suite("Addresses of places")
struct PlaceAddressTests {
    private let territory: Territory

    init() throws { territory = try Reference.territory() }

    @Test("each comuna and each region has one of its own, of small letters, digits and lines")
    func own() {
        let paths = territory.communes.map(\.path) + territory.regions.map(\.path)
        #expect(Set(paths).count == paths.count && paths.count > 350)
        #expect(
            paths.allSatisfy { path in
                path.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }
            })
        #expect(paths.allSatisfy { $0.hasPrefix("/lugares/") && !$0.hasSuffix("-") && !$0.contains("--") })
        #expect(paths.contains("/lugares/13120-nunoa"))
    }

    @Test("a region is known by its name, whatever its capitals, accents and blanks")
    func regions() {
        for region in territory.regions {
            for text in [region.name, region.name.uppercased(), region.name.folded, region.name.filter { $0 != " " }] {
                #expect(territory.region(named: text)?.code == region.code, "\(text)")
            }
        }
        for text in ["", "Nowhere", "Santiago de Chile y más allá"] { #expect(territory.region(named: text) == nil, "\(text)") }
    }
}
