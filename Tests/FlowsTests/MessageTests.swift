import Definitions
import Flows
import Testing

@Suite("A fault in a file is told in the words of whoever writes it")
struct MessageTests {
    @Test(
        "once, with its line and the nearest name, and without what follows from it",
        arguments: [
            (
                "business_days: 10", "bussiness_days: 10",
                "m.yaml:60:50: stages[1].bussiness_days: unknown field; did you mean 'business_days'?"
            ),
            ("answer: yesNo\n    when", "answer: yesno\n    when", "did you mean 'yesNo'?"),
            ("media: [page, desk]", "media: [page, desc]", "m.yaml:7:15: media: 'desc' is none of page, touch"),
            ("edad_hoy >= p_edad", "edad_oy >= p_edad", "'edad_oy' is the name of nothing in this file; did you mean 'edad_hoy'?"),
            ("edad_hoy >= p_edad", "edad_hoy => p_edad", "    edad_hoy => p_edad\n             ^"),
            ("edad_hoy >= p_edad", "nacimiento >= p_edad", "a date cannot be compared with a whole number"),
            ("edad_hoy >= p_edad", "edad_hoy + p_edad", "gives a whole number, and yes or no is needed"),
            ("edad_hoy >= p_edad", "edad_hoy && p_edad > 1", "here it must say yes or no, and this gives a whole number"),
            ("is: edad(nacimiento, presentada)", "is: edadd(nacimiento, presentada)", "there is no function 'edadd'; did you mean 'edad'?"),
            (
                "is: edad(nacimiento, presentada)", "is: edad(nacimiento, 5)",
                "'edad' takes (a date, a date), and here it is given (a date, a whole number)"
            ),
            ("name: Edad\n", "name: {en: Age}\n", "values[1].name: is missing in Spanish (es)"),
            ("answer: groups", "answer: grupos", "questions[1].answer: must be one of"),
            ("{id: gato, text: Gato}", "{id: gato}", "options[2].text: is missing"),
            (
                "questions:\n", "  - {id: hoy, kind: text, name: Hoy, is: \"'x'\"}\nquestions:\n",
                "m.yaml:32:10: values[4].id: 'hoy' is a name that every service"
            ),
            (
                "questions:\n", "  - {id: cuantas, kind: text, name: Hoy, is: \"'x'\"}\nquestions:\n",
                "m.yaml:32:10: values[4].id: 'cuantas' is the name of something"
            ),
            (
                "basis: Ley 1\nparameters", "basis: Ley 1\n    otherwise: nacido\nparameters",
                "facts[1].otherwise: 'nacido' is no question of this service"
            ),
            (
                "parameter: mascotas.edad, on: presentada", "parameter: mascotas.edad, on: presentado",
                "'presentado' is no date of this service; did you mean 'presentada'?"
            ),
            (
                "text: ¿Es peligroso?}", "text: ¿Es peligroso?, when: \"especie == 'perro'\"}",
                "'especie' can't be used here: a field of a list sees nothing beside it"
            ),
            ("edad_hoy >= p_edad", "edad_hoy = p_edad", "'equal' is written =="),
            (
                "peligrosos == 0 || seguro", "peligrosos == 0 || seguro == si",
                "'si' is the name of nothing in this file; yes is written true"
            ),
            ("is: edad(nacimiento, presentada)", "is: year(nacimiento)", "there is no function 'year'; there are: "),
            ("require: edad_hoy >= p_edad", "require: [1, 2][0] == p_edad", "goes in quotes as a whole"),
            (
                "{id: especie, answer: choice, text: Especie,",
                "{id: foto, answer: file, kinds: [pdf], text: Foto}\n      - {id: especie, answer: choice, text: Especie,",
                "questions[1].fields[1].answer: 'file' is no answer of a field"
            ),
            ("edad_hoy >= p_edad", "edad_hoy > 1 and p_edad > 1", "'and' is written &&"),
            ("{id: gato, text: Gato}", "{id: perro, text: Gato}", "options[2].id: two options have the id 'perro'"),
            ("silence: none", "silence none", "a field is 'name: value'"),
            ("  - id: seguro\n", "   - id: seguro\n", "what belongs together begins in the same column"),
        ])
    func told(_ from: String, _ to: String, _ told: String) {
        let found = Pets.faults(from, to)
        #expect(found.count == 1 && found[0].contains(told), "\(to): \(found)")
        #expect(found.allSatisfy { $0.contains(#/^m\.yaml:\d+:\d+: /#) }, "\(found)")
    }

    @Test("what no person would write is a fault, and stops nothing else")
    func odd() {
        for (from, to) in [
            ("most: 5", "most: -5"), ("most: 5", "least: 30"),
            ("edad_hoy >= p_edad", "\"'ñ' \\u00e9 =\""), ("edad_hoy >= p_edad", "\"\\n\\n=\""),
            (
                "questions:\n",
                "questions:\n  - {id: que, answer: several, most: -1, text: Q, options: [{id: a, text: A}, {id: b, text: B}]}\n"
            ),
        ] { #expect(!Pets.faults(from, to).isEmpty, "\(to)") }
    }

    @Test("a list is no file of fields, and of a long condition what is around the fault is shown")
    func shapes() {
        #expect(Pets.faults("- id: mascotas\n").first?.contains("this is a list; leave the hyphen") == true)
        let long = String(repeating: "edad_hoy >= 1 && ", count: 100)
        let found = Pets.faults("edad_hoy >= p_edad", long + "edad_oy >= p_edad && " + long + "true")
        #expect(found.count == 1 && found[0].count < 500 && found[0].contains("…"), "\(found)")
    }

    @Test("a day that there is not is no day")
    func noDay() {
        let found = Pets.faults("edad_hoy >= p_edad", "nacimiento < timestamp('2026-02-30T00:00:00Z') && p_edad < edad_hoy")
        #expect(found.count == 1 && found[0].contains("'2026-02-30T00:00:00Z' is no day that there is"), "\(found)")
    }

    @Test("the faults of one file do not hide those of another")
    func together() {
        let (folder, unread) = ServiceFolder.reading(["a.yaml": "id: [", "m.yaml": Pets.text])
        #expect(folder.services.keys.sorted() == ["mascotas"] && unread.map(\.file) == ["a.yaml"])
    }

    @Test("a name is near by a letter or a third of it, and else those that there are, are told")
    func near() {
        #expect(Spelling.nearest(to: "bussiness_days", among: ["business_days", "basis"]) == "business_days")
        #expect(Spelling.nearest(to: "edda", among: ["edad"]) == "edad", "two letters in the wrong order are one slip")
        #expect(Spelling.nearest(to: "municipalidad.transito", among: ["municipalidad.social"]) == nil, "only one part of it is alike")
        #expect(Spelling.nearest(to: "municipalidad.trasito", among: ["municipalidad.transito"]) == "municipalidad.transito")
        #expect(Spelling.nearest(to: "perro", among: ["gato"]) == nil)
        #expect(Spelling.nearest(to: "liquidacion", among: ["liquidacion-de-pago", "reclamo"]) == "liquidacion-de-pago")
        #expect(Spelling.choices(for: "x1y2", among: ["b", "a"]) == "; there are: a, b")
    }
}
