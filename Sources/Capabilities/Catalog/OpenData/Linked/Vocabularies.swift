import Markup

/// The vocabularies of the Core Public Service Vocabulary Application Profile 3.2 (SEMIC), and what it stands on.
enum Vocabularies {
    static let cpsv = Vocabulary("cpsv", "http://purl.org/vocab/cpsv#")
    static let cv = Vocabulary("cv", "http://data.europa.eu/m8g/")
    static let dct = Vocabulary("dct", "http://purl.org/dc/terms/")
    static let dcat = Vocabulary("dcat", "http://www.w3.org/ns/dcat#")
    static let skos = Vocabulary("skos", "http://www.w3.org/2004/02/skos/core#")
    static let foaf = Vocabulary("foaf", "http://xmlns.com/foaf/0.1/")
    static let org = Vocabulary("org", "http://www.w3.org/ns/org#")
    static let eli = Vocabulary("eli", "http://data.europa.eu/eli/ontology#")
    static let adms = Vocabulary("adms", "http://www.w3.org/ns/adms#")
    static let time = Vocabulary("time", "http://www.w3.org/2006/time#")
    static let xsd = Vocabulary("xsd", "http://www.w3.org/2001/XMLSchema#")

    static let all = [cpsv, cv, dct, dcat, skos, foaf, org, eli, adms, time, xsd]

    /// Things of the authority tables of the Publications Office of the European Union.
    static let spanish = IRI("http://publications.europa.eu/resource/authority/language/SPA")
    static let chile = IRI("http://publications.europa.eu/resource/authority/country/CHL")
    static let pesos = IRI("http://publications.europa.eu/resource/authority/currency/CLP")
    static let licence = IRI("https://creativecommons.org/licenses/by/4.0/")
}
