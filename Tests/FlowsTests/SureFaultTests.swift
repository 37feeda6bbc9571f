import Flows
import Testing

@Suite("What is surely wrong in a service is told before anybody asks for it")
struct SureFaultTests {
    @Test(
        "a percentage counts as one until it is divided",
        arguments: [
            ("cuantas * p_derecho * p_rebaja", "amount.is: gives percent, and an amount is in pesos; a percentage is in hundredths"),
            ("menor(p_derecho, p_derecho * p_rebaja)", "pesos and percent do not go together"),
            ("pesos(p_derecho * p_rebaja, 100, 5000)", "'pesos' is given percent"),
            ("pesos(p_derecho * p_rebaja / 10, 100, 5000)", "'pesos' is given percent"),
            ("p_derecho * p_rebaja / 100", "amount.is: gives percent"),
            ("5000 * p_rebaja", "amount.is: gives percent"),
        ])
    func percent(_ amount: String, _ told: String) {
        let found = Self.amount(amount)
        #expect(found.count == 1 && found[0].contains(told), "\(found)")
    }

    @Test(
        "and what divides it is taken",
        arguments: [
            "p_derecho * p_rebaja / 10000", "pesos(p_derecho * p_rebaja, 10000, 5000)", "p_derecho * p_rebaja / 100 / 100",
            "pesos(p_derecho * (10000 - p_rebaja), 10000, 5000)", "p_rebaja / 100 > edad_hoy + cuantas ? p_derecho : 0",
            "p_derecho * 10000 > p_derecho * p_rebaja ? p_derecho : 0", "menor(p_derecho, p_derecho * p_rebaja / 10000)",
            "pesos(p_derecho * p_rebaja, 100, 5000) > 0 ? 1 : 0".replacing("100, 5000", with: "1000000, 5000"),
        ])
    func divided(_ amount: String) {
        #expect(Self.amount(amount).isEmpty, "\(Self.amount(amount))")
    }

    @Test(
        "what can only fail is told",
        arguments: [
            ("p_derecho / 0", "amount.is: divides by 0"), ("pesos(p_derecho, 0, 5000)", "amount.is: 'pesos' divides by 0"),
            ("pesos(p_derecho * p_rebaja, 0, 5000)", "'pesos' divides by 0"),
            ("pesos(p_derecho, 10, 20000)", "between 0 (any part is rounded up) and 10000"),
            ("pesos(p_derecho, 10, 50)", "counts hundredths of a percent"),
            ("p_derecho + 9223372036854775807", "9223372036854775807 is more than can be reckoned with"),
            ("[1, 2][3] + p_derecho", "there is no [3] in a list of 2 at most"), ("[1, 2][-1] + p_derecho", "are counted from 0"),
            ("{'a': 1}['b'] + p_derecho", "there is no 'b' in what is written before it"),
            ("size(mascotas[5]) + p_derecho", "there is no [5] in a list of 5 at most"),
        ])
    func failing(_ amount: String, _ told: String) {
        let found = Self.amount(amount)
        #expect(found.count == 1 && found[0].contains(told), "\(found)")
    }

    @Test(
        "what can never hold is told, wherever it stands",
        arguments: [
            ("when: \"peligrosos > 0\"", "when: \"edad_hoy > 20 && edad_hoy < 10\"", "questions[2].when: never holds"),
            ("when: \"peligrosos > 0\"", "when: \"!(edad_hoy <= 20 || edad_hoy >= 10)\"", "questions[2].when: never holds"),
            ("when: \"peligrosos > 0\"", "when: \"edad_hoy < 0 && edad_hoy > 1\"", "questions[2].when: never holds"),
            ("when: \"peligrosos > 0\"", "when: \"edad_hoy > 4 && edad_hoy < 6 && edad_hoy != 5\"", "questions[2].when: never holds"),
            (
                "when: \"peligrosos > 0\"",
                "when: \"nacimiento > timestamp('2020-01-01T00:00:00Z') && nacimiento < timestamp('2010-01-01T00:00:00Z')\"",
                "questions[2].when: never holds"
            ),
            (
                "    most: 5\n", "    most: 5\n    valid: {that: \"size(mascotas) > 4 && size(mascotas) < 3\", says: No.}\n",
                "questions[1].valid.that: never holds: no answer would be taken"
            ),
            (
                "    most: 5\n", "    most: 5\n    valid: {that: \"mascotas.all(m, m.especie.matches('('))\", says: No.}\n",
                "questions[1].valid.that: '(' is no regular expression"
            ),
        ])
    func never(_ from: String, _ to: String, _ told: String) {
        let found = Pets.faults(from, to)
        #expect(found.count == 1 && found[0].contains(told), "\(to): \(found)")
    }

    @Test(
        "and what may hold is taken",
        arguments: [
            "edad_hoy > 20 && edad_hoy < 22", "edad_hoy > 4 && edad_hoy < 7 && edad_hoy != 5", "edad_hoy > 20 || edad_hoy < 10",
            "nacimiento > timestamp('2010-01-01T00:00:00Z') && nacimiento < timestamp('2010-01-03T00:00:00Z')",
            "edad_hoy / 1000 == 7 && p_edad != 3",
        ])
    func may(_ when: String) {
        let found = Pets.faults("when: \"peligrosos > 0\"", "when: \"\(when)\"")
        #expect(found.isEmpty, "\(found)")
    }

    @Test(
        "days that there can't be are told",
        arguments: [
            ("owner: muni, business_days: 10", "owner: muni, business_days: 0", "stages[1].business_days: 0 business days is no term"),
            ("owner: muni, business_days: 10", "owner: muni, business_days: 900", "900 business days is no term: it is between 1 and 250"),
            ("business_days: 10}", "business_days: 10, extension: 11}", "stages[1].extension: 11 business days can't be added"),
            ("owner: muni, business_days: 10}", "owner: muni, extension: 5}", "stages[1].extension: puts a term off, and there is none"),
            (
                "silence: none",
                "documents: [{id: d, kind: certificate, title: D, days: -5, body: [{text: Sí.}]}]\nsilence: none",
                "documents[1].days: -5 days is no time for which a paper can be valid"
            ),
        ])
    func days(_ from: String, _ to: String, _ told: String) {
        let found = Pets.faults(from, to)
        #expect(found.count == 1 && found[0].contains(told), "\(to): \(found)")
    }

    @Test(
        "a name that is not closed is told, and so is one that only one language has",
        arguments: [
            ("met: Tiene {edad_hoy} años.", "met: \"Tiene {edad_hoy años.\"", "m.yaml:49:10: rules[1].met: a '{' or '}' has no other half"),
            ("met: Tiene {edad_hoy} años.", "met: Tiene edad_hoy} años.", "rules[1].met: a '{' or '}' has no other half"),
            (
                "met: Tiene {edad_hoy} años.", "met: {es: \"Tiene {edad_hoy} años.\", en: You are old.}",
                "rules[1].met.en: says less than the Spanish: '{edad_hoy}' is missing"
            ),
            (
                "met: Tiene {edad_hoy} años.", "met: {es: Tiene años., en: \"You are {edad_hoy}.\"}",
                "rules[1].met.en: says more than the Spanish, which has no '{edad_hoy}'"
            ),
            ("granted: Sí.", "granted: \"Sí, {edad_hoy}.\"", "ending.granted: '{edad_hoy}' is filled in in what rules"),
        ])
    func names(_ from: String, _ to: String, _ told: String) {
        let found = Pets.faults(from, to)
        #expect(found.count == 1 && found[0].contains(told), "\(to): \(found)")
    }

    @Test("from today to a day that has been there are no years")
    func reversed() {
        let question = "  - {id: llegada, answer: date, future: false, text: ¿Cuándo?}\nrules:"
        let text = Pets.text.replacing("rules:", with: question)
        #expect(Pets.faults(text.replacing("edad_hoy >= p_edad", with: "edad_hoy >= p_edad && dias(llegada, hoy) > 3")).isEmpty)
        let found = Pets.faults(text.replacing("edad_hoy >= p_edad", with: "edad_hoy >= p_edad && dias(hoy, llegada) > 3"))
        #expect(found.count == 1 && found[0].contains("'llegada' is never after 'hoy': write dias(llegada, hoy)"), "\(found)")
    }

    @Test("pesos of a register are no other whole number, of what is new; what was loaded is not asked again")
    func kinds() throws {
        var surroundings = Pets.surroundings
        surroundings.registers?["rentas"] = RegisterShape(fields: ["anual": .init(kind: .money, inner: [:])])
        func text(_ kind: String) -> String {
            Pets.text.replacing(
                "parameters:",
                with: "  - {id: renta, kind: \(kind), name: Renta, register: rentas, field: anual, basis: Ley 1}\nparameters:"
            ).replacing("edad_hoy >= p_edad", with: "edad_hoy >= p_edad && renta < 5")
        }
        #expect(Pets.faults(text("money"), in: surroundings).isEmpty)
        let found = Pets.faults(text("wholeNumber"), in: surroundings)
        #expect(found.count == 1 && found[0].contains("facts[2].kind: 'anual' of 'rentas' is money, and this says wholeNumber"), "\(found)")
        let loaded = ServiceCheck(try ServiceReader.service(text("wholeNumber"), file: "m.yaml"), file: "m.yaml", in: surroundings)
        #expect(loaded.outside.isEmpty)
    }

    private static func amount(_ amount: String) -> [String] {
        let text = Pets.text.replacing(
            "  - {id: p_derecho,", with: "  - {id: p_rebaja, parameter: mascotas.rebaja, on: presentada}\n  - {id: p_derecho,")
        // Both are used, whatever the amount says.
        let used = text.replacing("edad_hoy >= p_edad", with: "edad_hoy >= p_edad && p_rebaja > 1 && p_derecho > 1 && cuantas > 0")
        return Pets.faults(used.replacing("is: cuantas * p_derecho", with: "is: \"\(amount)\""))
    }
}
