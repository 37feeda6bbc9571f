import Definitions
import Expressions
import Flows
import TestKit
import Testing

@Suite("A definition of a service")
struct ReadingTests {
    private static let small = """
        id: prueba
        version: 1
        sheet: una-ficha
        institution: IPS
        title: Una prueba
        lead: Se prueba.
        media: [page, voice]
        assurance: {begin: declared, facts: verified, submit: verified}
        questions:
          - {id: quiere, answer: yesNo, text: "¿Quiere?"}
        rules:
          - {id: quiere_r, title: Quiere, require: quiere, met: Sí., unmet: No., basis: Ley 1}
        silence: none
        ending: {immediate: true, granted: Listo., refused: No., next: Nada más.}

        """

    private static func defects(_ text: String) -> [String] {
        do throws(FileDefects) {
            _ = try ServiceReader.service(text, file: "prueba.yaml")
            return []
        } catch {
            return error.defects.map(\.description)
        }
    }

    private static func checked(_ text: String) throws -> [String] {
        ServiceCheck(try ServiceReader.service(text, file: "prueba.yaml"), file: "prueba.yaml").defects.map(\.description)
    }

    @Test("is whole, or every fault is told with its line")
    func faults() throws {
        #expect(Self.defects(Self.small).isEmpty)
        for (from, to, told) in [
            ("silence: none", "silencio: none", "unknown field"), ("version: 1", "version: uno", "version"),
            ("title: Una prueba", "", "title: is missing"),
            ("require: quiere", "require: quiere >", "prueba.yaml:12"),
            ("require: quiere", "require: 1 + 1", "gives a whole number, and yes or no is needed"),
            ("require: quiere", "require: otra", "'otra' is the name of nothing"), ("answer: yesNo", "answer: choice", "options"),
            ("media: [page, voice]", "media: [fax]", "media"), ("id: quiere,", "id: Quiere!,", "a name has small letters"),
            ("{begin: declared", "{begin: known", "must be one of"), ("questions:", "questions: {}\nother:", "questions"),
        ] {
            let found = Self.defects(Self.small.replacing(from, with: to))
            #expect(found.contains { $0.contains(told) }, "\(to): \(found)")
        }
        #expect(Self.defects("").first?.contains("empty") == true)
        #expect(Self.defects("[1, 2]").isEmpty == false)
    }

    @Test("does not go live when a path has no end, a rule no effect, or a text is too long to be heard")
    func checks() throws {
        #expect(try Self.checked(Self.small).isEmpty)
        for (from, to, told) in [
            ("immediate: true, ", "", "none decides"), ("require: quiere", "require: quiere || true", "always true"),
            ("require: quiere", "require: quiere && 1 > 2", "always false"), ("require: quiere", "require: 2 > 1", "depends on nothing"),
            ("¿Quiere?", String(repeating: "¿Quiere?", count: 40), "too long to be heard"),
            ("begin: declared, facts: verified, submit: verified", "begin: verified, facts: verified, submit: declared", "more strictly"),
            ("rules:", "values:\n  - {id: v, name: V, kind: yesNo, is: v || quiere}\nrules:", "depends on itself"),
            ("rules:", "values:\n  - {id: v, name: V, kind: yesNo, is: quiere}\nrules:", "nothing uses it"),
        ] {
            let found = try Self.checked(Self.small.replacing(from, with: to))
            #expect(found.contains { $0.contains(told) }, "\(to): \(found)")
        }
    }

    @Test("that is shipped can go live")
    func shipped() throws {
        for id in ["liquidacion-de-pago", "pension-garantizada-universal"] {
            let service = try Pension.service(id)
            #expect(ServiceCheck(service, file: id).defects.isEmpty)
        }
    }

    @Test("is told of circles, gaps in sentences, two of one id and a decision without a term")
    func slips() throws {
        let circle = Self.small.replacing(
            "rules:",
            with: "values:\n  - {id: a, kind: wholeNumber, name: A, is: b + 1}\n  - {id: b, kind: wholeNumber, name: B, is: a + 1}\nrules:"
        ).replacing("require: quiere", with: "require: quiere && a > 1")
        #expect(try Self.checked(circle).contains { $0.contains("depends on itself") })
        #expect(
            try Self.checked(Self.small.replacing("met: Sí.", with: "met: \"{quien}\"")).contains {
                $0.contains("'{quien}' is the name of nothing")
            })
        let twice = Self.small.replacing(
            "silence:", with: "  - {id: quiere_r, title: Otra, require: \"!quiere\", met: Sí., unmet: No., basis: Ley 1}\nsilence:")
        #expect(try Self.checked(twice).contains { $0.contains("two have the id 'quiere_r'") })
        let endless = Self.small.replacing(
            "silence: none",
            with:
                "stages: [{id: e, title: E, owner: ips, decides: true}]\nsilence: none\nremedies: [{id: r, title: R, to: J, term: x.y, basis: Ley 1}]"
        )
        #expect(try Self.checked(endless).contains { $0.contains("'business_days' is missing") })
        #expect(Self.defects(Self.small.replacing("require: quiere", with: "require: !quiere")).contains { $0.contains("goes in quotes") })
    }

    @Test("asks for as many groups as it says, and a shorter list is no answer yet")
    func groups() throws {
        let text = Self.small.replacing("media: [page, voice]", with: "media: [page]").replacing(
            "rules:",
            with:
                "  - {id: conyuges, answer: groups, least: 2, most: 2, text: Los dos, fields: [{id: rut, answer: run, text: RUN}]}\nrules:")
        let service = try ServiceReader.service(text, file: "prueba.yaml")
        let question = try #require(service.question("conyuges"))
        let checks = AnswerChecks(run: { $0 }, commune: { $0 }, telephone: { $0 }, email: { $0 })
        let reader = AnswerReader(checks, today: 20_785)
        let one = AnswerInput.groups([["rut": .text("1")]])
        #expect(throws: AnswerFault.tooFew(2)) { try reader.read(one, question) }
        var state = FlowState()
        try state.apply(.answered("quiere", .bool(true)), to: 0)
        let group = try reader.group(["rut": .text("1")], [try #require(question.inner.first)], place: 1)
        try state.apply(.answered("conyuges", .list([group])), to: 1)
        let interpreter = Interpreter(service, parameters: ParameterTable { id, _, _ in .missing(reason: id) })
        guard case .ask(let asked) = interpreter.next(interpreter.reckon(state, today: 20_785), level: .verified) else {
            Issue.record("it is not asked for the second")
            return
        }
        #expect(asked.id == "conyuges")
        try state.apply(.answered("conyuges", .list([group, group])), to: 2)
        guard case .review = interpreter.next(interpreter.reckon(state, today: 20_785), level: .verified) else {
            Issue.record("two are enough")
            return
        }
    }

    @Test("counts business days by the holidays that there are, and abstains where nobody knows them")
    func workdays() throws {
        let text = Self.small.replacing("require: quiere", with: "require: \"quiere && dias_habiles(presentada, hoy, feriados) <= 5\"")
        let service = try ServiceReader.service(text, file: "prueba.yaml")
        var state = FlowState()
        try state.apply(.answered("quiere", .bool(true)), to: 0)
        try state.apply(.filed(on: 20_780), to: 1)
        func finding(_ holidays: [Int], today: Int) throws -> Finding {
            let table = ParameterTable(holidays: holidays) { id, _, _ in .missing(reason: id) }
            return try #require(Interpreter(service, parameters: table).reckon(state, today: today).findings.first)
        }
        guard case .open(let needs) = try finding([], today: 20_785).outcome else { throw FlowState.Stale.stale }
        #expect(needs.contains { if case .parameter("feriados", _) = $0 { true } else { false } })
        #expect(try finding([20_700], today: 20_785).isMet)
        #expect(try finding([20_700], today: 20_800).isUnmet)
        #expect(try !finding([20_700], today: 20_785).data.contains("feriados"), "a list of holidays explains nothing")
    }
}
extension Question {
    /// The questions of each group of a list.
    fileprivate var inner: [Question] { if case .groups(let questions, _, _) = kind { questions } else { [] } }
}
