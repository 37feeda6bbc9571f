import Flows
import Testing

@Suite("What a service says is looked at before it goes live")
struct CheckingTests {
    @Test("and one without a fault has none")
    func whole() {
        #expect(Pets.faults(Pets.text).isEmpty)
    }

    @Test(
        "one fault is told once, with its line, and nothing that follows from it",
        arguments: [
            // Who decides.
            ("business_days: 10}", "business_days: 10, decides: true}", "m.yaml:61:71: stages[2].decides: 'revision' decides already"),
            ("ending: {granted", "ending: {immediate: true, granted", "m.yaml:61:71: stages[2].decides: 'immediate: true' grants at once"),
            (", decides: true", "", "m.yaml:60:3: stages: none decides, and a case would never end"),
            // Fields of groups, and options of choices.
            ("m.peligroso &&", "m.peligrosa &&", "values[3].is: 'mascotas' has no field 'peligrosa'; did you mean 'peligroso'?"),
            ("== 'perro'", "== 'pero'", "values[3].is: 'pero' is no option of 'especie'; did you mean 'perro'?"),
            ("m.especie == 'perro'", "m.especie in ['gato', 'loro']", "'loro' is no option of 'especie'; there are: gato, perro"),
            // Conditions that never change.
            (
                "when: \"peligrosos > 0\"", "when: \"peligrosos < 0\"",
                "questions[2].when: never holds, and nobody is asked 'seguro': everybody"
            ),
            ("when: \"peligrosos > 0\"", "when: \"false\"", "questions[2].when: never holds"),
            ("when: \"peligrosos > 0\"", "when: false", "questions[2].when: never holds"),
            ("when: \"peligrosos > 0\"", "when: \"cuantas == 0\"", "questions[2].when: never holds"),
            ("when: \"peligrosos > 0\"", "when: \"cuantas > 5\"", "questions[2].when: never holds"),
            ("when: \"peligrosos > 0\"", "when: \"cuantas * 2 >= 2\"", "questions[2].when: always holds, and everybody is asked"),
            // Offices of a comuna.
            (
                "silence: ", "local: {institution: SUBDERE, place: cuantas, called: \"Oficina de {cuantas}\"}\nsilence: ",
                "local.place: 'cuantas' is no fact or question of the kind 'commune'"
            ),
            (
                "next: Ya le diremos.", "next: [{text: Ya le diremos.}, {text: Nada., when: \"cuantas > 500\"}]",
                "ending.next[2].when: never holds, and nobody is told this"
            ),
            (
                "next: Ya le diremos.", "next: [{text: Ya le diremos.}, {text: Algo., when: \"cuantas > 0\"}]",
                "ending.next[2].when: always holds: leave 'when' out"
            ),
            ("require: peligrosos == 0 || seguro", "require: peligrosos >= 0 || seguro", "rules[2].require: 'seguro_r' is always true"),
            ("require: peligrosos == 0 || seguro", "require: mascotas.all(m, size(mascotas) > 9) && seguro", "is always false"),
            ("require: peligrosos == 0 || seguro", "require: true", "m.yaml:54:14: rules[2].require: 'seguro_r' depends on nothing"),
            // Registers.
            (
                "field: fechaNacimiento", "field: fechaNacimento",
                "m.yaml:14:12: facts[1].field: 'identidad' has no field 'fechaNacimento'; did you mean"
            ),
            (
                "register: identidad", "register: identidade",
                "facts[1].register: 'identidade' is no register of this installation; did you mean"
            ),
            ("owner: muni,", "owner: munii,", "m.yaml:60:44: stages[1].owner: 'munii' is no queue of registers.yaml; did you mean 'muni'?"),
            (
                "basis: Ley 1}]", "basis: Ley 1, here: true, delay: true}]",
                "remedies[1]: 'reposicion' is made here: of a delay one says so in the case as it is"
            ),
            // What a number counts.
            ("parameter: mascotas.derecho,", "parameter: mascotas.rebaja,", "amount.is: gives percent, and an amount is in pesos"),
            ("parameter: mascotas.derecho,", "parameter: mascotas.tramo,", "parameters[2]: 'mascotas.tramo' has a value for each age"),
            ("parameter: mascotas.edad,", "parameter: mascotas.derecho,", "rules[1].require: years cannot be compared with pesos"),
            (
                "term: ley.reposicion", "term: mascotas.edad2",
                "'mascotas.edad2' is no parameter of the catalogue; did you mean 'mascotas.edad'?"
            ),
            ("term: ley.reposicion", "term: mascotas.rebaja", "remedies[1].term: 'mascotas.rebaja' is in percent, and here it must be in"),
            ("default: \"true\"", "default: \"cuantas > 1\"", "questions[2].default: is one value for everybody"),
            ("version: 1", "version: 0", "m.yaml:2:10: version: the first is 1"),
            // What is named outside.
            (
                "institution: IPS", "institution: SUBDER",
                "m.yaml:4:14: institution: 'SUBDER' is no institution of the catalogue; did you mean 'SUBDERE'?"
            ),
            ("sheet: registro-de-mascotas", "sheet: registro-mascotas", "m.yaml:3:8: sheet: 'registro-mascotas' is no sheet"),
            // Names.
            ("Tiene {edad_hoy}", "Tiene {edad_oy}", "m.yaml:49:10: rules[1].met: '{edad_oy}' is the name of nothing"),
            ("is: size(mascotas)", "is: cuantas + 1", "m.yaml:24:5: values[2]: 'cuantas' depends on itself"),
            ("id: seguro_r", "id: mayor", "m.yaml:52:9: rules[2].id: two have the id 'mayor'"),
        ])
    func told(_ from: String, _ to: String, _ told: String) {
        let found = Pets.faults(from, to)
        #expect(found.count == 1 && found[0].contains(told), "\(to): \(found)")
        #expect(found.allSatisfy { $0.contains(#/^m\.yaml:\d+:\d+: /#) }, "\(found)")
    }

    @Test("and what could be, is not refused")
    func possible() {
        for (from, to) in [
            ("when: \"peligrosos > 0\"", "when: \"cuantas == 5\""), ("when: \"peligrosos > 0\"", "when: \"edad_hoy > 30\""),
            ("when: \"peligrosos > 0\"", "when: \"mascotas.exists(m, m.especie == 'gato')\""),
            ("default: \"true\"", "default: true"), ("is: cuantas * p_derecho", "is: cuantas * p_derecho / 2 + 1000"),
            ("edad_hoy >= p_edad", "meses(nacimiento, hoy) >= p_edad * 12 && edad_hoy >= p_edad"),
        ] { #expect(Pets.faults(from, to).isEmpty, "\(to): \(Pets.faults(from, to))") }
    }

    @Test("and a list of a register is typed by what the register says of it")
    func records() {
        let text = Pets.text.replacing("field: fechaNacimiento", with: "field: hijos").replacing("kind: date", with: "kind: records")
            .replacing("is: edad(nacimiento, presentada)", with: "is: size(nacimiento.filter(h, h.edad < 18))")
        #expect(Pets.faults(text.replacing("edad_hoy >= p_edad", with: "edad_hoy >= 2 && p_edad > 1")).isEmpty)
        let wrong = Pets.faults(text.replacing("h.edad", with: "h.eda"))
        #expect(wrong.contains { $0.contains("'nacimiento' has no field 'eda'; did you mean 'edad'?") }, "\(wrong)")
    }

    @Test("what is missing in the database alone is said to be missing there")
    func database() {
        var surroundings = Pets.surroundings
        (surroundings.parameters, surroundings.place) = (["mascotas.edad": ParameterShape(.years, isByAge: false)], .database)
        let found = Pets.faults(Pets.text, in: surroundings)
        #expect(found.count == 2 && found.allSatisfy { $0.contains("is no parameter in the database: run") }, "\(found)")
    }
}
