import Definitions
@testable import Catalog

/// A small catalogue that is right. Tests spoil one line of it and look at what is said.
enum SampleFiles {
    static let sheet = """
        number: {value: 33112, public: true, evidence: [link]}
        title: Subsidio Familiar (SUF)
        alsoKnownAs: [suf, bono por carga]
        institution: IPS
        kind: benefit
        status: current
        confidence: high
        checked: 2026-11-23
        topics: [pensiones]
        lifeEvents: [jubilar]

        summary: Aporte mensual por cada carga.
        audience: Madres, padres o personas a cargo.
        eligibility: Puede pedirlo si tiene cargas.
        requirements:
          - Tener cargas.
        documents:
          - Cédula de identidad vigente.
        steps:
          branch:
            - Vaya a la municipalidad.
          phone:
            - Llame al 101.
        inPersonAt: [municipality]
        online: https://www.ejemplo.cl/suf

        cost:
          pesos: 0
          text: Sin costo.
        answer:
          within: 20 business days
          prolonged: 10 business days
          legal: true
          text: 20 días hábiles, prorrogables por 10.
        period:
          from: 2026-03-01
          to: 2026-03-31
          text: En marzo.
        collection: {within: 9 months, since: la emisión, text: 9 meses.}
        amounts:
          - label: Por carga
            pesos: 22601
            from: 2026-05-01
            source: prensa
          - label: Por carga
            pesos: 22007
            from: 2026-01-01
            to: 2026-04-30
        legalBasis:
          - Ley N° 18.020
        goodToKnow: Se paga cada mes.
        sources:
          - id: prensa
            name: prensa.cl
            url: https://www.prensa.cl/suf

        """

    static let points = """
        number,kind,name,address,cut,week,hours,phone,evidence,confidence,seen,source,url,note
        1,branch,Sucursal Centro,"Alameda 1, piso 2",13101,1-4 09:00-14:00; 5 09:00-13:00,,101,seen,medium,2021-06-08,diario.cl,https://diario.cl/nota,
        2,branch,Sucursal Licantén,,07303,,,101,inferred,low,,sin fuente,,
        3,call-centre,Centro de llamadas,,,1-5 08:00-18:00,,101,seen,high,2026,diario.cl,,Desde el extranjero: +56 44 236 2000.
        4,mobile,Oficina móvil de Licantén,,07303,,tercer jueves de cada mes,101,seen,high,2026,muni.cl,,

        """

    static let lifeEvents = """
        - slug: jubilar
          title: Jubilar y vivir la vejez
          evidence: proposed
          said: [voy a jubilar]
          lead: Pida su pensión.
          question: ¿Qué día cumplió la edad?
          first:
            - does: Pida el subsidio.
              sheet: subsidio-familiar
              by: {within: 3 days, text: Dentro de 3 días.}
          later:
            - does: Descanse.
              note: Con calma.

        """

    static let texts = [
        "institutions.csv": "key,name,acronym,code,ministry_prefix,url_2018,note\nIPS,Instituto de Previsión Social,IPS,,,,\n",
        "topics.yaml": """
        - slug: pensiones-y-vejez
          title: Pensiones y personas mayores
          summary: PGU y jubilación.
          topics:
            - {slug: pensiones, title: Pensiones}
            - {slug: pagos, title: Pagos}
        """,
        "life-events.yaml": lifeEvents, "withdrawn.yaml": "- {number: 5270, title: PBSV, day: 2022-02-01, replacedBy: 33112}\n",
        "places.yaml": "- {key: municipality, name: Municipalidad de su comuna}\n",
        "points-of-service.csv": points,
        "territory/communes.csv": "cut,nombre\n13101,Santiago\n07303,Licantén\n",
        "points/exceptions.csv":
            "number,from,to,hours,reason,seen,source,url\n1,2026-12-24,,09:00-12:00,Víspera de Navidad,2026-11,diario.cl,\n",
        "points/services.csv":
            "number,place,sheet,seen,source,url\n1,municipality,,,diario.cl,https://diario.cl/nota\n1,,33112,,diario.cl,\n",
        "points/accessibility.csv":
            "number,feature,value,note,seen,source,url\n1,step-free,yes,Por la puerta lateral,2026,diario.cl,\n1,accessible-toilet,no,,,diario.cl,\n1,language,arn,,,diario.cl,\n",
        "points/positions.csv": "number,latitude,longitude,seen,source,url\n1,-33.4432,-70.6536,,diario.cl,\n",
        "points/routes.csv":
            "number,cut,place,visit,hours,seen,source,url\n4,07303,Plaza de Licantén,3TH,10:00-13:00,2026,muni.cl,\n4,13101,Frente al consultorio,2026-12-03,,,muni.cl,\n",
        "sheets/subsidio-familiar.yaml": sheet,
    ]

    static func catalogue() throws -> Catalogue {
        try CatalogueFiles(texts: texts).catalogue()
    }

    /// The defects of the sample with one piece of one file replaced by another.
    static func defects(_ old: String, _ new: String, in file: String = "sheets/subsidio-familiar.yaml") -> [FileDefect] {
        var texts = texts
        guard let text = texts[file], text.contains(old) else { return [] }
        texts[file] = text.replacing(old, with: new, maxReplacements: 1)
        return defects(of: texts)
    }

    static func defects(of texts: [String: String]) -> [FileDefect] {
        do {
            _ = try CatalogueFiles(texts: texts).catalogue()
            return []
        } catch {
            return error.defects
        }
    }

    /// The line of the sample sheet on which a text begins.
    static func line(of text: String, in file: String = "sheets/subsidio-familiar.yaml") -> Int {
        let lines = (texts[file] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        return (lines.firstIndex { $0.contains(text) } ?? -1) + 1
    }
}
