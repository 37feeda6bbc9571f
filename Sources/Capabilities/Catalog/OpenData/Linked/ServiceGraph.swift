import Civic
import Markup

/// One sheet as a public service of CPSV-AP 3.2, with its channels, costs, evidence, requirements and rule.
struct ServiceGraph {
    let words: OpenWords
    let reading: SheetReading
    let hasCallCentre: Bool

    private typealias V = Vocabularies
    private var sheet: ServiceSheet { reading.sheet }
    private var names: CatalogueNames { CatalogueNames(base: words.base) }
    private var id: IRI { names.service(sheet.number.value) }

    var resources: [Graph.Resource] { [service, page, rule] + channels + costs + evidence + requirements }

    private var service: Graph.Resource {
        Graph.Resource(
            id, [V.cpsv("PublicService")],
            [
                .init(V.dct("identifier"), .plain("\(sheet.number.value)")), .init(V.dct("title"), text(sheet.title)),
                .init(V.dct("description"), text(sheet.summary)), .init(V.dcat("keyword"), sheet.alsoKnownAs.map(text)),
                .init(V.cv("hasCompetentAuthority"), .thing(names.institution(reading.institution.key))),
                .init(V.cv("thematicArea"), reading.topics.map { .thing(names.topic($0.slug)) }),
                .init(V.cv("isGroupedBy"), reading.lifeEvents.map { .thing(names.lifeEvent($0.slug)) }),
                .init(V.adms("status"), .thing(names.status(sheet.status))), .init(V.dct("language"), .thing(V.spanish)),
                .init(V.dct("spatial"), .thing(V.chile)), .init(V.dct("isPartOf"), .thing(names.catalogue)),
                .init(V.foaf("page"), .thing(page.id)), .init(V.dct("modified"), .value(sheet.checked.iso, V.xsd("date"))),
                .init(V.cv("processingTime"), sheet.answer?.within?.duration.map { .value($0, V.xsd("duration")) }),
                .init(V.cv("hasChannel"), channels.map { .thing($0.id) }), .init(V.cv("hasCost"), costs.map { .thing($0.id) }),
                .init(V.cpsv("hasInput"), evidence.map { .thing($0.id) }), .init(V.cpsv("follows"), .thing(rule.id)),
                .init(V.cv("holdsRequirement"), requirements.map { .thing($0.id) }),
                .init(V.cv("hasLegalResource"), laws), .init(V.cv("contactPoint"), hasCallCentre ? .thing(names.callCentre) : nil),
                .init(V.dct("isReplacedBy"), sheet.replacedBy.map { .thing(names.service($0)) }),
            ])
    }

    private var page: Graph.Resource { Graph.Resource(IRI(words.address(sheet.path)), [V.foaf("Document")], []) }

    /// What decides whether the service is for somebody.
    private var rule: Graph.Resource {
        Graph.Resource(
            id.part("regla"), [V.cpsv("Rule")],
            [
                .init(V.dct("identifier"), .plain("\(sheet.number.value)-regla")),
                .init(V.dct("title"), text(words.texts("openData.rule", ["title": sheet.title]))),
                .init(V.dct("description"), text([sheet.audience, sheet.eligibility].compactMap(\.self).joined(separator: " "))),
                .init(V.dct("language"), .thing(V.spanish)), .init(V.cpsv("implements"), laws),
            ])
    }

    private var laws: [Graph.Term] { sheet.legalBasis.map { .thing(names.law($0)) } }

    private var channels: [Graph.Resource] {
        sheet.steps.media.map { medium in
            let name = "canal-\(medium.rawValue)"
            let steps = words.sentences(sheet.steps[medium], reading)
            return Graph.Resource(
                id.part(name), [V.cv("Channel")],
                [
                    .init(V.dct("identifier"), .plain("\(sheet.number.value)-\(name)")),
                    .init(V.dct("description"), text("\(words.name(medium)): \(steps.joined(separator: " "))")),
                    .init(V.dct("type"), .thing(names.medium(medium))),
                    .init(V.cv("ownedBy"), .thing(names.institution(reading.institution.key))),
                    .init(V.foaf("page"), medium == .web ? sheet.online.map { .thing(IRI($0)) } : nil),
                ])
        }
    }

    /// A price without its day is said in words alone, as the sheet says it.
    private var costs: [Graph.Resource] {
        [
            Graph.Resource(
                id.part("costo"), [V.cv("Cost")],
                [
                    .init(V.dct("identifier"), .plain("\(sheet.number.value)-costo")), .init(V.dct("description"), text(sheet.cost.text)),
                    .init(V.cv("hasValue"), sheet.cost.price.map { .value("\($0.amount)", V.xsd("double")) }),
                    .init(V.cv("currency"), sheet.cost.price.map { _ in .thing(V.pesos) }),
                    .init(V.dct("date"), sheet.cost.reported.map { .value($0.iso, V.xsd("date")) }),
                ])
        ]
    }

    private var evidence: [Graph.Resource] {
        sheet.documents.enumerated().map { index, document in
            Graph.Resource(
                id.part("documento-\(index + 1)"), [V.cv("Evidence")],
                [
                    .init(V.dct("identifier"), .plain("\(sheet.number.value)-documento-\(index + 1)")),
                    .init(V.dct("title"), text(words.sentence(document, reading))), .init(V.dct("language"), .thing(V.spanish)),
                ])
        }
    }

    private var requirements: [Graph.Resource] {
        sheet.requirements.enumerated().map { index, requirement in
            Graph.Resource(
                id.part("requisito-\(index + 1)"), [V.cv("Requirement")],
                [
                    .init(V.dct("identifier"), .plain("\(sheet.number.value)-requisito-\(index + 1)")),
                    .init(V.dct("title"), text(words.sentence(requirement, reading))), .init(V.cv("fulfils"), .thing(rule.id)),
                ])
        }
    }

    private func text(_ text: String) -> Graph.Term { .text(text, language: Languages.source) }
}
