import Definitions
import Flows

/// A service as an editor writes it: a list of groups, a choice, a condition with what stands for its answer, and a fee.
enum Pets {
    static let text = """
        id: mascotas
        version: 1
        sheet: registro-de-mascotas
        institution: IPS
        title: Mascotas
        lead: Inscriba a sus mascotas.
        media: [page, desk]
        assurance: {begin: declared, facts: verified, submit: verified}
        facts:
          - id: nacimiento
            kind: date
            name: Fecha de nacimiento
            register: identidad
            field: fechaNacimiento
            basis: Ley 1
        parameters:
          - {id: p_edad, parameter: mascotas.edad, on: presentada}
          - {id: p_derecho, parameter: mascotas.derecho, on: presentada}
        values:
          - id: edad_hoy
            kind: wholeNumber
            name: Edad
            is: edad(nacimiento, presentada)
          - id: cuantas
            kind: wholeNumber
            name: Cuántas
            is: size(mascotas)
          - id: peligrosos
            kind: wholeNumber
            name: Peligrosos
            is: "size(mascotas.filter(m, m.peligroso && m.especie == 'perro'))"
        questions:
          - id: mascotas
            answer: groups
            most: 5
            text: ¿Cuáles?
            fields:
              - {id: especie, answer: choice, text: Especie, options: [{id: perro, text: Perro}, {id: gato, text: Gato}]}
              - {id: peligroso, answer: yesNo, text: ¿Es peligroso?}
          - id: seguro
            answer: yesNo
            when: "peligrosos > 0"
            default: "true"
            text: ¿Tiene seguro?
        rules:
          - id: mayor
            title: Edad
            require: edad_hoy >= p_edad
            met: Tiene {edad_hoy} años.
            unmet: Se piden {p_edad}.
            basis: Ley 1
          - id: seguro_r
            title: Seguro
            require: peligrosos == 0 || seguro
            met: Sí.
            unmet: No.
            basis: Ley 1
        amount: {name: Derecho, is: cuantas * p_derecho, basis: Ley 1}
        stages:
          - {id: revision, title: Revisión, owner: muni, business_days: 10}
          - {id: firma, title: Firma, owner: jefe, business_days: 5, decides: true}
        silence: none
        remedies: [{id: reposicion, title: Reposición, to: El jefe, term: ley.reposicion, basis: Ley 1}]
        ending: {granted: Sí., refused: No., next: Ya le diremos.}

        """

    static let surroundings = ServiceSurroundings(
        parameters: [
            "mascotas.edad": ParameterShape(.years, isByAge: false), "mascotas.derecho": ParameterShape(.pesos, isByAge: false),
            "mascotas.rebaja": ParameterShape(.percent, isByAge: false), "mascotas.tramo": ParameterShape(.pesos, isByAge: true),
            "ley.reposicion": ParameterShape(.businessDays, isByAge: false),
        ], sheets: ["registro-de-mascotas"],
        registers: [
            "identidad": RegisterShape(fields: [
                "fechaNacimiento": .init(kind: .date, inner: [:]),
                "hijos": .init(kind: .records, inner: ["nombre": .text, "edad": .wholeNumber]),
            ])
        ], queues: ["muni", "jefe"], institutions: ["IPS", "SUBDERE"])

    /// The faults of a file, as an editor reads them.
    static func faults(_ text: String, in surroundings: ServiceSurroundings = surroundings) -> [String] {
        do throws(FileDefects) {
            return ServiceCheck(try ServiceReader.service(text, file: "m.yaml"), file: "m.yaml", in: surroundings).defects.map(
                \.description)
        } catch {
            return error.defects.map(\.description)
        }
    }

    /// With one thing written otherwise; the two must differ.
    static func faults(_ from: String, _ to: String) -> [String] {
        text.contains(from) ? faults(text.replacing(from, with: to)) : ["'\(from)' is not in the file"]
    }
}
