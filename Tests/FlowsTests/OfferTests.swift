import Definitions
import Expressions
import Flows
import Testing

@Suite("What a register gives to choose from")
struct OfferTests {
    private static let text = """
        id: cuenta
        version: 1
        sheet: una-ficha
        institution: IPS
        title: Una cuenta
        lead: Elija.
        media: [page]
        assurance: {begin: declared, facts: verified, submit: verified}
        facts:
          - {id: cuentas, kind: texts, name: Cuentas, register: cuentas, field: bancoYNumero, basis: Ley 1}
        questions:
          - id: destino
            answer: choice
            text: "¿En cuál?"
            options:
              - {id: rut, text: CuentaRUT}
              - {from: cuentas}
              - {id: otra, text: Otra}
        silence: none
        ending: {immediate: true, granted: Listo., refused: No., next: Nada.}

        """

    private static func interpreter(_ text: String = text) throws -> Interpreter {
        Interpreter(try ServiceReader.service(text, file: "cuenta.yaml"), parameters: ParameterTable { id, _, _ in .missing(reason: id) })
    }

    private static func told(_ effect: Effect) -> [String] {
        switch effect {
        case .fetch(let facts): ["fetch"] + facts.map(\.id)
        case .ask(let question):
            if case .choice(let options) = question.kind { options.map(\.id) } else { ["ask"] }
        case .identify(let level): ["identify", level.rawValue]
        case .review: ["review"]
        }
    }

    private static func known(_ accounts: [String], _ state: FlowState = FlowState()) throws -> FlowState {
        var state = state
        let result = FactResult(.known, .list(accounts.map { .string($0) }), at: 1)
        try state.apply(.fetched("cuentas", result), to: state.revision)
        return state
    }

    private static func next(_ state: FlowState, level: Level = .verified) throws -> [String] {
        let interpreter = try interpreter()
        return told(interpreter.next(interpreter.reckon(state, today: 20_785), level: level))
    }

    @Test("is asked of the register first, stands where the file says, each once, and waits for whoever is surely the person")
    func order() throws {
        #expect(try Self.next(FlowState()) == ["fetch", "cuentas"])
        #expect(try Self.next(FlowState(), level: .declared) == ["identify", "verified"])
        #expect(try Self.next(try Self.known(["BCI 1", "BCI 1", "BICE 2", "rut"])) == ["rut", "BCI 1", "BICE 2", "otra"])
        #expect(try Self.next(try Self.known([])) == ["rut", "otra"])
        var state = FlowState()
        try state.apply(.fetched("cuentas", FactResult(.down, at: 1)), to: state.revision)
        #expect(try Self.next(state) == ["rut", "otra"], "a register that is down gives nothing, and nobody waits for it")
    }

    @Test("is an answer as long as the register gives it, and no account of anybody else is one")
    func answers() throws {
        let interpreter = try Self.interpreter()
        var state = try Self.known(["BCI 1"])
        let reader = AnswerReader(
            AnswerChecks(run: { _ in nil }, commune: { _ in nil }, telephone: { _ in nil }, email: { _ in nil }), today: 1)
        guard case .ask(let question) = interpreter.next(interpreter.reckon(state, today: 20_785), level: .verified) else {
            Issue.record("it is asked")
            return
        }
        if case .string(let taken) = try reader.read(.text("BCI 1"), question) { #expect(taken == "BCI 1") }
        #expect(throws: AnswerFault.option) { _ = try reader.read(.text("BCI 9"), question) }
        try state.apply(.answered("destino", .string("BCI 1")), to: state.revision)
        #expect(try Self.next(state) == ["review"])
        #expect(try Self.next(try Self.known(["BICE 2"], state)) == ["rut", "BICE 2", "otra"], "asked again, without what is no more")
        var down = state
        try down.apply(.fetched("cuentas", FactResult(.down, at: 2)), to: down.revision)
        #expect(try Self.next(down) == ["review"], "what was chosen stays while nobody can say that it is no more")
        try state.apply(.answered("destino", .string("otra")), to: state.revision)
        #expect(try Self.next(try Self.known(["BICE 2"], state)) == ["review"], "what the file writes stays an answer")
    }

    @Test(
        "is read and checked strictly",
        arguments: [
            (
                "{from: cuentas}", "{from: cuentos}",
                "'cuentos' is no fact or value of several texts of this service; did you mean 'cuentas'?"
            ),
            ("kind: texts", "kind: text", "'cuentas' is no fact or value of several texts"),
            ("{from: cuentas}", "{from: cuentas, text: x}", "options[2].text: unknown field"),
            ("- {id: otra, text: Otra}", "- {from: cuentas}", "one list of options has one 'from'"),
            ("answer: choice", "answer: several", "is one of a 'choice', and not of 'several'"),
            (
                "      - {id: rut, text: CuentaRUT}\n      - {from: cuentas}\n      - {id: otra, text: Otra}", "      - {from: cuentas}",
                "one is there even when"
            ),
            ("media: [page]", "media: [page, voice]", "may be more than a telephone has keys"),
        ])
    func strict(_ from: String, _ to: String, _ told: String) throws {
        let text = Self.text.replacing(from, with: to)
        #expect(text != Self.text)
        do throws(FileDefects) {
            let found = ServiceCheck(try ServiceReader.service(text, file: "cuenta.yaml"), file: "cuenta.yaml").defects.map(\.description)
            #expect(found.contains { $0.contains(told) }, "\(found)")
        } catch {
            let found = error.defects.map(\.description)
            #expect(found.contains { $0.contains(told) }, "\(found)")
        }
    }

    @Test("counts as a use of its fact, may be any text, and is drawn")
    func checked() throws {
        let service = try Self.interpreter().service
        #expect(ServiceCheck(service, file: "cuenta.yaml").defects.isEmpty)
        let labels = FlowDrawing.Labels(
            language: "es", down: "", condition: "", amount: "", decision: "", benefit: "", suspends: "", ends: "", kind: { "\($0)" },
            days: { "\($0)" }, register: { $0 }, parameter: { $0 }, owner: { $0 }, date: { $0 })
        #expect(FlowDrawing(service, labels).dot.contains("\"cuentas\" -> \"destino\""))
    }
}
