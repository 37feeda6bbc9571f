import Definitions
import Civic
import Ports
import Storage
import TestKit
import Testing

@testable import Catalog

@Suite("What a product tells of a person")
struct ProductFactTests {
    @Test("is ordinary unless its file says otherwise, and is kept as it says", arguments: Engine.available)
    func sensitivity(_ engine: Engine) async throws {
        var catalogue = try SampleFiles.catalogue()
        #expect(catalogue.sheets[0].sensitivity == .ordinary)
        let ordinary = catalogue
        catalogue.sheets[0].sensitivity = .violence
        let violence = catalogue
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            let desk = SheetDesk(database)
            try await desk.load(ordinary)
            let facts = try await desk.productFacts.facts([33112, 1])
            #expect(facts == [33112: ProductFacts.Fact(title: "Subsidio Familiar (SUF)", institution: "IPS", sensitivity: .ordinary)])
            #expect(try await desk.load(violence).sheets.changed == 1)
            #expect(try await desk.productFacts.facts([33112])[33112]?.sensitivity == .violence)
            #expect(try await desk.load(violence).isEmpty)
        }
    }

    @Test("is a word of the list, or is told with its line")
    func unknown() {
        let read = SampleFiles.defects("confidence: high", "confidence: high\nsensitivity: secret")
        #expect(read.count == 1 && read[0].field == "sensitivity")
        #expect(SampleFiles.defects("confidence: high", "confidence: high\nsensitivity: justice").isEmpty)
    }

    @Test("stands on the sheets of our own catalogue that are about violence, reparations, health, children and justice")
    func content() throws {
        let catalogue = try CatalogueFiles(folder: Reference.root + "/Catalogue").catalogue()
        for (slug, sensitivity) in [
            ("fono-1455-violencia", SensitivityName.violence), ("prais", .reparations), ("estado-licencia-medica", .health),
            ("denunciar-un-delito", .justice), ("bono-control-nino-sano", .children), ("pension-garantizada-universal", .ordinary),
        ] {
            #expect(catalogue.sheets.first { $0.slug == slug }?.sensitivity == sensitivity, "\(slug)")
        }
    }
}
