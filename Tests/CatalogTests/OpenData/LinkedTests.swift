import Civic
import Foundation
import Markup
import TestKit
import Testing

@testable import Catalog

@Suite("The catalogue as linked data")
struct LinkedTests {
    private typealias V = Vocabularies

    private func graph(_ change: (inout Catalogue) -> Void = { _ in }) throws -> Graph {
        CatalogueGraph(words: try OpenSample.words(), catalogue: try OpenSample.small(change)).whole
    }

    private func resource(_ id: String, in graph: Graph) -> Graph.Resource? { graph.resources.first { $0.id.text == OpenSample.base + id } }

    private func terms(_ property: Vocabulary.Word, of resource: Graph.Resource?) -> [Graph.Term] {
        resource?.statements.first { $0.property == property }?.terms ?? []
    }

    @Test("a sheet is a public service with its authority, its channels, its cost and its law")
    func service() throws {
        let graph = try graph()
        let service = resource("/datos/fichas/33112", in: graph)
        #expect(service?.types == [V.cpsv("PublicService")])
        #expect(terms(V.dct("title"), of: service) == [.text("Subsidio Familiar (SUF)", language: "es")])
        #expect(terms(V.cv("hasCompetentAuthority"), of: service) == [.thing(IRI(OpenSample.base + "/datos/servicios#institucion-IPS"))])
        #expect(terms(V.cv("hasChannel"), of: service).count == 2)
        let cost = resource("/datos/fichas/33112#costo", in: graph)
        #expect(terms(V.cv("hasValue"), of: cost) == [.value("0", V.xsd("double"))])
        let law = resource("/datos/servicios#norma-ley-n-18-020", in: graph)
        #expect(law?.types == [V.eli("LegalResource")] && terms(V.cv("hasLegalResource"), of: service) == law.map { [.thing($0.id)] })
        #expect(terms(V.cv("telephone"), of: resource("/datos/servicios#centro-de-llamadas", in: graph)) == [.plain("101")])
    }

    @Test("whatever a service points to in the catalogue is described there")
    func whole() throws {
        let graph = CatalogueGraph(words: try OpenSample.words(), catalogue: try OpenSample.whole()).whole
        let known = Set(graph.resources.map(\.id))
        for resource in graph.resources {
            for case .thing(let other) in resource.statements.flatMap(\.terms) where other.text.hasPrefix(OpenSample.base) {
                let isKnown = known.contains(other)
                #expect(isKnown, "\(resource.id.text) → \(other.text)")
            }
        }
        #expect(graph.resources.filter { $0.types == [V.cpsv("PublicService")] }.count == 166)
    }

    @Test("a cost that nobody put a figure on is said in words alone, and a dated one carries its day")
    func costs() throws {
        let open = try graph { $0.sheets[0].cost = Cost(text: "Depende.") }
        #expect(terms(V.cv("hasValue"), of: resource("/datos/fichas/33112#costo", in: open)).isEmpty)
        let day = try Reference.day("2026-02-01")
        let priced = try graph { $0.sheets[0].cost = Cost(price: Pesos(4770), reported: day, text: "$4.770") }
        let cost = resource("/datos/fichas/33112#costo", in: priced)
        #expect(terms(V.cv("hasValue"), of: cost) == [.value("4770", V.xsd("double"))])
        #expect(terms(V.dct("date"), of: cost) == [.value("2026-02-01", V.xsd("date"))])
    }

    @Test("the time of an answer has a form where the standard has one: days that count have none")
    func terms() {
        #expect(Term.days(90).duration == "P90D" && Term.months(9).duration == "P9M" && Term.months(24).duration == "P2Y")
        #expect(Term.businessDays(20).duration == nil)
    }

    @Test("documents are evidence, and requirements fulfil the rule of the sheet")
    func evidence() throws {
        let graph = try graph { catalogue in
            catalogue.sheets[0].documents = ["Un certificado.", "Otro."]
            catalogue.sheets[0].requirements = ["Vivir en Chile."]
        }
        let service = resource("/datos/fichas/33112", in: graph)
        #expect(terms(V.cpsv("hasInput"), of: service).count == 2 && terms(V.cv("holdsRequirement"), of: service).count == 1)
        let requirement = resource("/datos/fichas/33112#requisito-1", in: graph)
        #expect(terms(V.cv("fulfils"), of: requirement) == [.thing(IRI(OpenSample.base + "/datos/fichas/33112#regla"))])
    }

    // MARK: schema.org

    private func data(_ change: (inout Catalogue) -> Void = { _ in }) throws -> JSON {
        ServiceData(words: try OpenSample.words(), reading: try OpenSample.small(change).sheets[0]).json
    }

    @Test("a page says the service that it tells of, for search engines")
    func page() throws {
        let page = try data()
        #expect(page["@type"] == "WebPage" && page["dateModified"] == "2026-11-23" && page["inLanguage"] == "es")
        let service = page["mainEntity"]
        #expect(service?["@type"] == "GovernmentService" && service?["identifier"] == "33112")
        #expect(service?["provider"]?["name"] == "Instituto de Previsión Social")
        #expect(service?["availableChannel"]?[1]?["servicePhone"]?["telephone"] == "101")
        #expect(service?["offers"]?["price"] == 0 && service?["offers"]?["validFrom"] == nil)
    }

    @Test("there is no offer without a price, nor of what has ended")
    func offers() throws {
        #expect(try data { $0.sheets[0].cost = Cost(text: "Depende.") }["mainEntity"]?["offers"] == nil)
        #expect(try data { $0.sheets[0].status = .ended }["mainEntity"]?["offers"] == nil)
        let day = try Reference.day("2026-02-01")
        let priced = try data { $0.sheets[0].cost = Cost(price: Pesos(4770), reported: day, text: "$4.770") }
        #expect(priced["mainEntity"]?["offers"]?["price"] == 4770 && priced["mainEntity"]?["offers"]?["validFrom"] == "2026-02-01")
    }

    @Test("a title that would end the script stays a title")
    func nasty() throws {
        let json = try data { $0.sheets[0].title = "</script><script>alert(1)</script>" }
        let html = HTML(linkedData: json).string
        #expect(html.components(separatedBy: "</script").count == 2 && html.hasSuffix("</script>"))
    }
}
