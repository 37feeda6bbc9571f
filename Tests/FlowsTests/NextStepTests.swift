import Definitions
import Expressions
import Flows
import Testing

@Suite("What comes next")
struct NextStepTests {
    private static func steps(_ id: String, _ known: [String: Value], _ answers: [String: Value]) throws -> [String] {
        let interpreter = Interpreter(try Pension.service(id), parameters: Pension.parameters)
        var (state, _) = try Pension.run(interpreter, known, answers)
        try state.apply(.filed(on: Pension.today), to: state.revision)
        return interpreter.steps(state, today: Pension.today).map(\.es)
    }

    private static let contribution: [String: Value] = [
        "tiene_aporte": .bool(true), "monto_aporte": .int(64_574), "vence": Pension.day(2027, 1, 1),
    ]

    @Test("a payment comes to whoever has one, in the way that they chose; nobody else is told that it comes")
    func contributed() throws {
        let id = "aporte-familiar-permanente"
        let deposit = try Self.steps(id, Self.contribution, ["destino": .string("cuenta_rut")])
        #expect(deposit.count == 2 && deposit[0].contains("CuentaRUT") && deposit[1].contains("avisaremos"))
        #expect(try Self.steps(id, Self.contribution, ["destino": .string("presencial")])[0].contains("Lleve su cédula"))
        var late = Self.contribution
        late["vence"] = Pension.day(2026, 1, 1)
        for known in [late, ["tiene_aporte": .bool(false)]] {
            let told = try Self.steps(id, known, ["destino": .string("cuenta_rut")])
            #expect(told[0].contains("no hay un pago") && !told.joined().contains("llega"), "\(told)")
        }
        #expect(try Self.steps(id, [:], ["destino": .string("cuenta_rut")]).count == 1, "what no register said is not told")
    }

    @Test("a change of account is announced where it would be made, and said not to be where it would not")
    func changed() throws {
        let id = "cambio-de-forma-de-pago"
        let known: [String: Value] = [
            "tiene_pagos": .bool(true), "modo": .string("Pago en efectivo"), "dias_desde_cambio": .int(100),
            "cuentas": .list([.string("Banco BCI 1234")]),
        ]
        let own: [String: Value] = ["destino": .string("otra_cuenta"), "banco": .string("bci"), "cuenta": .string("1234")]
        #expect(try Self.steps(id, known, own)[0].contains("más de un mes"))
        let foreign = own.merging(["cuenta": .string("9999")]) { $1 }
        let told = try Self.steps(id, known, foreign)
        #expect(told[0].contains("no se haría") && told[1].contains("sigue como hasta ahora") && told.count == 3, "\(told)")
        #expect(try Self.steps(id, ["tiene_pagos": .bool(false)], ["destino": .string("cuenta_rut")])[0].contains("no se haría"))
    }

    private static let small = """
        id: prueba
        version: 1
        sheet: una-ficha
        institution: IPS
        title: Una prueba
        lead: Se prueba.
        media: [page]
        assurance: {begin: declared, facts: verified, submit: verified}
        questions:
          - {id: quiere, answer: yesNo, text: "¿Quiere?"}
        rules:
          - {id: quiere_r, title: Quiere, require: quiere, met: Sí., unmet: No., basis: Ley 1}
        silence: none
        ending:
          immediate: true
          granted: Listo.
          refused: No.
          next:
            - {text: Primero., when: quiere}
            - {text: "{es: x}"}

        """

    private static func faults(_ text: String) -> [String] {
        do throws(FileDefects) {
            _ = try ServiceReader.service(text, file: "prueba.yaml")
            return []
        } catch {
            return error.defects.map(\.description)
        }
    }

    @Test("each step is read strictly, and each fault is told with its line")
    func strict() throws {
        #expect(Self.faults(Self.small).isEmpty)
        for (from, to, told) in [
            ("when: quiere}", "cuando: quiere}", "next[1].cuando: unknown field"),
            ("when: quiere}", "when: querido}", "'querido' is the name of nothing"),
            ("when: quiere}", "when: size('a')}", "yes or no is needed"), ("when: quiere}", "when: 1 < 2}", "depends on nothing"),
            ("{text: Primero., when", "{when", "next[1].text: is missing"),
            ("    - {text: Primero., when: quiere}\n    - {text: \"{es: x}\"}\n", "    []\n", "ending.next"),
        ] {
            let found = Self.faults(Self.small.replacing(from, with: to))
            #expect(found.contains { $0.contains(told) }, "\(to): \(found)")
        }
        let service = try ServiceReader.service(Self.small, file: "prueba.yaml")
        #expect(service.laterSteps.map(\.path) == ["ending.next[2].text"], "what has no English is listed")
    }

    @Test("what a number counts is told of whole numbers, in words that exist")
    func counted() throws {
        let good = Self.small.replacing(
            "questions:",
            with: "facts:\n  - {id: meses, kind: wholeNumber, unit: months, name: M, register: r, field: f, basis: L}\nquestions:")
        #expect(try ServiceReader.service(good, file: "a").fact("meses")?.unit == .months)
        #expect(Self.faults(good.replacing("unit: months", with: "unit: lunas")).contains { $0.contains("unit") })
        #expect(Self.faults(good.replacing("kind: wholeNumber", with: "kind: text")).contains { $0.contains("no whole number") })
    }
}
