import Expressions
import Flows
import TestKit
import Testing

@Suite("A run of the pension")
struct InterpreterTests {
    @Test("asks registers and not the person, and of the person only what no register knows")
    func least() throws {
        let (_, steps) = try Pension.run(try Pension.interpreter(), Pension.rosa)
        #expect(
            steps == [
                "fetch nacimiento", "fetch recibe_ffaa", "fetch anos_residencia", "fetch anos_recientes", "fetch sobre_el_corte",
                "fetch pension_base", "ask forma_pago", "ask veraz",
            ])
    }

    @Test("asks nothing more of rules once one is not met")
    func refused() throws {
        var registers = Pension.rosa
        registers["nacimiento"] = Pension.day(1970, 1, 1)
        let (state, steps) = try Pension.run(try Pension.interpreter(), registers)
        #expect(steps == ["fetch nacimiento", "ask forma_pago", "ask veraz"])
        let decision = Decision(try Pension.interpreter().reckon(state, today: Pension.today))
        #expect(decision.outcome == .refusal)
        #expect(decision.reckoning.findings.first { $0.isUnmet }?.rule.id == "edad")
    }

    @Test("asks the person in the place of a register that is down, and then decides nothing by itself")
    func provisional() throws {
        var registers = Pension.rosa
        registers["anos_residencia"] = nil
        var answers = Pension.answers
        answers["declara_anos"] = .int(40)
        let interpreter = try Pension.interpreter()
        let (state, steps) = try Pension.run(interpreter, registers, answers)
        #expect(steps.contains("ask declara_anos") && !steps.contains("ask declara_recientes"))
        let reckoning = interpreter.reckon(state, today: Pension.today)
        #expect(reckoning.isMet && reckoning.provisional == ["residencia"])
        #expect(Decision(reckoning).outcome == .abstention)
    }

    @Test("waits when nothing may stand in a register's place")
    func down() throws {
        var registers = Pension.rosa
        registers["sobre_el_corte"] = nil
        let interpreter = try Pension.interpreter()
        let (state, _) = try Pension.run(interpreter, registers)
        let reckoning = interpreter.reckon(state, today: Pension.today)
        #expect(reckoning.needs == [.register("focalizacion")])
        #expect(Decision(reckoning).outcome == .abstention)
    }

    @Test("asks for a better proof of who it is before any register is asked")
    func levels() throws {
        let (_, steps) = try Pension.run(try Pension.interpreter(), Pension.rosa, level: .declared)
        #expect(steps == ["identify verified"])
    }

    @Test("asks a question only when its condition holds, keeps what is no longer asked and does not use it")
    func conditions() throws {
        let interpreter = try Pension.interpreter()
        var answers = Pension.answers
        (answers["forma_pago"], answers["comuna_pago"]) = (.string("presencial"), .string("13101"))
        var (state, steps) = try Pension.run(interpreter, Pension.rosa, answers)
        #expect(steps.suffix(3) == ["ask forma_pago", "ask comuna_pago", "ask veraz"])
        try state.apply(.answered("forma_pago", .string("cuenta_rut")), to: state.revision)
        let reckoning = interpreter.reckon(state, today: Pension.today)
        #expect(state.answers["comuna_pago"] != nil && !reckoning.asked.contains { $0.id == "comuna_pago" })
        guard case .review = interpreter.next(reckoning, level: .verified) else { throw FlowState.Stale.stale }
    }

    @Test("takes what a paper proves as long as the register says what it said then, and never before it was asked")
    func proofs() throws {
        let interpreter = try Pension.interpreter()
        var (state, _) = try Pension.run(interpreter, Pension.rosa)
        try state.apply(
            .proved("pension_base", Proof(.int(900_000), paper: "Liquidación", instead: .int(300_000), at: 1)), to: state.revision)
        func base(_ state: FlowState) -> (value: Int64?, isProved: Bool) {
            let known = interpreter.reckon(state, today: Pension.today).known["pension_base"]
            var (value, isProved) = (Int64?.none, false)
            if case .int(let number)? = known?.value { value = number }
            if case .proved? = known?.origin { isProved = true }
            return (value, isProved)
        }
        #expect(base(state) == (900_000, true))
        var unheard = state
        unheard.forget(["pension_base"])
        #expect(base(unheard).value == nil, "the register is asked first")
        try unheard.apply(.fetched("pension_base", FactResult(.known, .int(300_000), at: 2)), to: unheard.revision)
        #expect(base(unheard) == (900_000, true), "it says the same: the paper stands")
        try unheard.apply(.fetched("pension_base", FactResult(.known, .int(310_000), at: 3)), to: unheard.revision)
        #expect(base(unheard) == (310_000, false), "it says something else: it counts again")
    }

    @Test("takes an answer to the present question alone")
    func stale() throws {
        var state = FlowState()
        try state.apply(.answered("veraz", .bool(true)), to: 0)
        #expect(throws: FlowState.Stale.self) { try state.apply(.answered("veraz", .bool(true)), to: 0) }
        #expect(state.revision == 1)
    }

    @Test("takes what its condition takes, and nothing of another kind")
    func valid() throws {
        let interpreter = Interpreter(try Pension.service("cambio-de-forma-de-pago"), parameters: Pension.parameters)
        let question = try #require(interpreter.service.question("cuenta"))
        for (answer, isTaken) in [(Value.string("12345"), true), (.string("12-45"), false), (.int(12_345), false)] {
            #expect(interpreter.accepts(answer, to: question, FlowState(), today: Pension.today) == isTaken)
        }
    }

    @Test("grants the amount of the table, by age on the day of accrual")
    func amounts() throws {
        let interpreter = try Pension.interpreter()
        #expect(try Pension.decision(interpreter, Pension.rosa).outcome == .granted(231_732))
        var old = Pension.rosa
        old["nacimiento"] = Pension.day(1950, 1, 1)
        #expect(try Pension.decision(interpreter, old).outcome == .granted(250_275))
        var richer = Pension.rosa
        richer["pension_base"] = .int(1_000_000)
        // 231 732 x (1 252 602 - 1 000 000) / (1 252 602 - 789 139) = 126 301.05
        #expect(try Pension.decision(interpreter, richer).outcome == .granted(126_301))
        #expect(try Pension.decision(interpreter, richer).reckoning.isAssumed, "the rounding is a supposition")
        let whole = try Pension.decision(interpreter, Pension.rosa).reckoning
        #expect(!whole.isAssumed && !whole.amountData.contains("p_redondeo"), "nothing is rounded where the maximum is paid")
        #expect(whole.amountData.prefix(3) == ["p_inferior", "p_maximo", "pension_base"])
        richer["pension_base"] = .int(1_252_602)
        #expect(try Pension.decision(interpreter, richer).outcome == .refusal)
    }

    @Test("tells the dates of filing, of reaching the age and of accrual apart")
    func dates() throws {
        let interpreter = try Pension.interpreter()
        var young = Pension.rosa
        young["nacimiento"] = Pension.day(1962, 1, 15)
        let decision = try Pension.decision(interpreter, young)
        #expect(decision.outcome == .granted(231_732))
        guard case .timestamp(let from)? = decision.reckoning.known["devenga"]?.value else { throw FlowState.Stale.stale }
        #expect(from.text == "2027-01-15T00:00:00Z", "from the birthday on, not from the filing")
        young["nacimiento"] = Pension.day(1962, 3, 1)
        #expect(try Pension.decision(interpreter, young).outcome == .refusal, "three months are not there yet")
    }

    @Test("abstains when a parameter is missing, and says which")
    func missing() throws {
        let interpreter = try Pension.interpreter()
        let later = 21_100
        let decision = try Pension.decision(interpreter, Pension.rosa, today: later)
        #expect(decision.outcome == .abstention)
        guard case .open(let needs)? = decision.reckoning.amount else { throw FlowState.Stale.stale }
        #expect(needs == [.parameter("pgu.maximo", reason: "Falta el reajuste.")])
    }
}
