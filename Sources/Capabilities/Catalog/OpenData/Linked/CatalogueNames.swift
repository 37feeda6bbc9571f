import Civic
import Markup

/// What things of the catalogue are called in graphs. A sheet has an address of its own that answers with what is said of it; the things
/// that sheets share are described in the document of the whole catalogue.
struct CatalogueNames {
    let base: String

    var catalogue: IRI { IRI(base + "/datos/servicios") }
    var publisher: IRI { catalogue.part("editor") }
    var callCentre: IRI { catalogue.part("centro-de-llamadas") }
    var callHours: IRI { catalogue.part("horario-de-llamadas") }

    func service(_ number: Int) -> IRI { IRI(base + "/datos/fichas/\(number)") }
    func institution(_ key: String) -> IRI { catalogue.part("institucion-" + key) }
    func topic(_ slug: String) -> IRI { catalogue.part("tema-" + slug) }
    func lifeEvent(_ slug: String) -> IRI { catalogue.part("momento-" + slug) }
    func status(_ status: ServiceSheet.Status) -> IRI { catalogue.part("estado-" + status.rawValue) }
    func medium(_ medium: Steps.Medium) -> IRI { catalogue.part("medio-" + medium.rawValue) }

    /// The same words name the same law, whichever sheet cites it.
    func law(_ citation: String) -> IRI { catalogue.part("norma-" + citation.foldedWords.joined(separator: "-")) }
}
