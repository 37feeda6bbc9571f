import Civic
import Markup

/// The catalogue, or one sheet of it with all that it refers to, as a graph of CPSV-AP 3.2.
struct CatalogueGraph {
    let words: OpenWords
    let catalogue: OpenCatalogue

    private typealias V = Vocabularies
    private var names: CatalogueNames { CatalogueNames(base: words.base) }

    var whole: Graph { graph(of: catalogue.sheets) }

    func graph(of sheets: [SheetReading]) -> Graph {
        var graph = Graph(V.all)
        graph.add(dataset + contact)
        for reading in sheets {
            graph.add(ServiceGraph(words: words, reading: reading, hasCallCentre: catalogue.callCentre != nil).resources)
            graph.add(institution(reading.institution))
            graph.add(reading.topics.map { concept(names.topic($0.slug), $0.title) })
            graph.add(reading.lifeEvents.flatMap { [lifeEvent($0), Graph.Resource(page(of: $0), [V.foaf("Document")], [])] })
            graph.add(concept(names.status(reading.sheet.status), status(reading.sheet.status)))
            graph.add(reading.sheet.steps.media.map { concept(names.medium($0), words.name($0)) })
            graph.add(
                reading.sheet.legalBasis.map { Graph.Resource(names.law($0), [V.eli("LegalResource")], [.init(V.dct("title"), text($0))]) })
        }
        return graph
    }

    private var dataset: [Graph.Resource] {
        [
            Graph.Resource(
                names.catalogue, [V.dcat("Dataset")],
                [
                    .init(V.dct("title"), text(words.texts["openData.catalogue"])),
                    .init(V.dct("description"), text(words.texts["openData.catalogue.text"])),
                    .init(V.dct("publisher"), .thing(names.publisher)), .init(V.dct("license"), .thing(V.licence)),
                    .init(V.dcat("landingPage"), .thing(IRI(words.address("/datos")))),
                    .init(V.dct("modified"), catalogue.sheets.map(\.sheet.checked).max().map { .value($0.iso, V.xsd("date")) }),
                ]),
            Graph.Resource(
                names.publisher, [V.foaf("Agent")],
                [.init(V.dct("identifier"), .plain(words.base)), .init(V.dct("title"), text(words.texts["site.name"]))]),
            Graph.Resource(IRI(words.address("/datos")), [V.foaf("Document")], []),
            Graph.Resource(V.spanish, [V.dct("LinguisticSystem")], []), Graph.Resource(V.chile, [V.dct("Location")], []),
            concept(V.pesos, words.texts["openData.pesos"]),
        ]
    }

    private var contact: [Graph.Resource] {
        guard let centre = catalogue.callCentre else { return [] }
        return [
            Graph.Resource(
                names.callCentre, [V.cv("ContactPoint")],
                [
                    .init(V.cv("telephone"), centre.phone.map { .plain($0) }),
                    .init(V.cv("openingHours"), words.hours(centre).map { _ in .thing(names.callHours) }),
                ])
        ]
            + (words.hours(centre).map {
                [Graph.Resource(names.callHours, [V.time("TemporalEntity")], [.init(V.dct("description"), text($0))])]
            } ?? [])
    }

    private func institution(_ institution: Institution) -> Graph.Resource {
        Graph.Resource(
            names.institution(institution.key), [V.cv("PublicOrganisation"), V.org("Organization")],
            [
                .init(V.dct("identifier"), .plain(institution.key)), .init(V.skos("prefLabel"), text(institution.name)),
                .init(V.dct("spatial"), .thing(V.chile)),
            ])
    }

    private func lifeEvent(_ event: LifeEvent) -> Graph.Resource {
        Graph.Resource(
            names.lifeEvent(event.slug), [V.cv("LifeEvent"), V.cv("Event")],
            [
                .init(V.dct("identifier"), .plain(event.slug)), .init(V.dct("title"), text(event.title)),
                .init(V.dct("description"), event.lead.map(text)),
                .init(V.foaf("page"), .thing(page(of: event))),
            ])
    }

    private func page(of event: LifeEvent) -> IRI { IRI(words.address(event.path)) }

    private func concept(_ id: IRI, _ label: String) -> Graph.Resource {
        Graph.Resource(id, [V.skos("Concept")], [.init(V.skos("prefLabel"), text(label))])
    }

    private func status(_ status: ServiceSheet.Status) -> String { words.status(status) ?? words.texts["openData.status.current"] }

    private func text(_ text: String) -> Graph.Term { .text(text, language: Languages.source) }
}
