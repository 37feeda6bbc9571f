import Civic
import Flows
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Procedures
import RegisterSimulator
import Storage
import TestKit
import Testing

@testable import Server

/// What a grant changes in the person's own record, and the wait that follows (counter-rules 3).
@Suite("A change of contact, and then of account")
struct ChangeJourneyTests {
    @discardableResult private static func grant(_ opened: OpenedHouse, _ code: String, as login: String) async throws -> Browser {
        let paula = try await AttentionJourneyTests.desk(opened, login, .supervisor)
        try await paula.get("/mesa/casos")
        try await paula.post("/mesa/casos/\(code)/tomar")
        try await paula.get("/mesa/casos/\(code)")
        try await paula.post("/mesa/casos/\(code)", ["decision=granted", "motivo=Todo+en+orden."])
        return paula
    }

    private static func code(_ path: String) -> String { String(path.dropFirst("/mi/tramites/".count).prefix(8)) }

    @Test("is made by the grant, the former contact is told, and a new account waits five business days", arguments: Engine.available)
    func changed(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let people = PeopleDesk(keyring: World.keyring)
            let run = try #require(RUN("12345678-5"))
            let old = try #require(Contact(.email, typed: "rosa.antes@ejemplo.cl"))
            let person = try #require(try await opened.database.read { try people.find(.run(run), $0).first })
            try await opened.database.write { transaction in
                try people.add(old, to: person, isPreferred: true, by: OpenedHouse.operators, transaction)
            }
            #expect(try await opened.database.read { try people.contactChanged(person, $0) } == nil, "the first is no change")
            opened.clock.move(byMilliseconds: 1_000)
            var path = try await ProcedureJourneyTests.begin(rosa, "actualizacion-de-contacto")
            path = try await ProcedureJourneyTests.answer(rosa, path, "correo")
            path = try await ProcedureJourneyTests.answer(rosa, path, "rosa.ahora@ejemplo.cl")
            path = try await ProcedureJourneyTests.file(rosa)
            #expect(try await opened.database.read { try people.contactChanged(person, $0) } == nil, "an application changes nothing")
            try await Self.grant(opened, Self.code(path), as: "paula")
            let kept = try #require(try await opened.database.read { try people.person(person, $0) }).contacts
            #expect(kept.count == 1 && kept[0].isPreferred)
            #expect(try await opened.database.read { try people.contactChanged(person, $0) } != nil)
            let waiting = try await opened.database.read { snapshot in
                try snapshot.value("SELECT count(*) FROM job WHERE kind = 'message.send'", as: Int.self)
            }
            #expect(waiting == 1, "the contact that was there before is told")

            path = try await ProcedureJourneyTests.begin(rosa, "cambio-de-forma-de-pago")
            path = try await ProcedureJourneyTests.answer(rosa, path, "cuenta_rut")
            path = try await ProcedureJourneyTests.file(rosa)
            try await rosa.get("/mi/tramites/\(Self.code(path))")
            #expect(rosa.text.contains("Su contacto o quién actúa por usted cambió hoy") && rosa.text.contains("no de una ley"))
            try await rosa.get("/en/mi/tramites/\(Self.code(path))")
            #expect(rosa.text.contains("Your contact or who acts for you changed today") && !rosa.text.contains("Su contacto"))
            try await Self.grant(opened, Self.code(path), as: "marta")
            let early = try await opened.database.read {
                try $0.value("SELECT count(*) FROM procedure_run WHERE decided IS NULL", as: Int.self)
            }
            #expect(early == 1, "nobody decides it while it waits")
            opened.clock.move(byMilliseconds: 8 * 86_400_000)
            let pedro = try await AttentionJourneyTests.desk(opened, "pedro", .supervisor)
            try await pedro.get("/mesa/casos")
            try await pedro.post("/mesa/casos/\(Self.code(path))/liberar")
            try await pedro.get("/mesa/casos")
            try await pedro.post("/mesa/casos/\(Self.code(path))/tomar")
            try await pedro.get("/mesa/casos/\(Self.code(path))")
            #expect(!pedro.text.contains("Para cuidar su plata"), "what the house knows is of now")
            try await pedro.post("/mesa/casos/\(Self.code(path))", ["decision=granted", "motivo=La+cuenta+es+suya."])
            let told = try await opened.database.read { snapshot in
                try snapshot.value("SELECT count(*) FROM job WHERE kind = 'message.send'", as: Int.self)
            }
            #expect(told == 3, "of the new account the present contact is told, and the one before it")
            let open = try await opened.database.read {
                try $0.value("SELECT count(*) FROM procedure_run WHERE decided IS NULL", as: Int.self)
            }
            #expect(open == 0)
        }
    }

    /// Rosa asks that somebody may act for her; the code of the case.
    private static func represented(_ rosa: Browser, by run: String) async throws -> String {
        var path = try await ProcedureJourneyTests.begin(rosa, "actualizacion-de-contacto")
        path = try await ProcedureJourneyTests.answer(rosa, path, "apoderado")
        path = try await ProcedureJourneyTests.answer(rosa, path, run)
        path = try await ProcedureJourneyTests.answer(rosa, path, "Juana+Soto")
        path = try await ProcedureJourneyTests.answer(rosa, path, "notarial_letter")
        path = try await ProcedureJourneyTests.answer(rosa, path, "Notaría+Pérez,+2+de+noviembre")
        #expect(path.hasSuffix("/preguntas/papel_poder"), "the power is asked for")
        path = try await ProcedureJourneyTests.answer(rosa, path, "")
        return code(try await ProcedureJourneyTests.file(rosa))
    }

    @Test(
        "a representative is written down by the grant and waits for a colleague; whoever granted it does not change the account",
        arguments: Engine.available)
    func represented(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let paula = try await Self.grant(opened, try await Self.represented(rosa, by: "44444444-4"), as: "paula")
            let kept = try await opened.database.read { snapshot in
                try snapshot.all("SELECT instrument, recorder, begun FROM mandate") { row in
                    let (instrument, recorder, begun): (String, Int64?, Int64?) = (
                        try row["instrument"], try row["recorder"], try row["begun"]
                    )
                    return "\(instrument) \(recorder != nil) \(begun == nil)"
                }
            }
            #expect(kept == ["notarial-letter true true"], "a second of the staff has still to look at it")
            try await rosa.get("/mi/representacion")
            #expect(
                rosa.text.contains("44.444.444-4") && rosa.text.contains("Espera que otra persona de la sucursal revise el documento"),
                "she reads it in her own place")

            var path = try await ProcedureJourneyTests.begin(rosa, "cambio-de-forma-de-pago")
            path = try await ProcedureJourneyTests.answer(rosa, path, "cuenta_rut")
            path = try await ProcedureJourneyTests.file(rosa)
            try await rosa.get("/mi/tramites/\(Self.code(path))")
            #expect(rosa.text.contains("quién actúa por usted cambió hoy"))
            try await paula.get("/mesa/casos")
            #expect(
                !paula.text.contains("\(Self.code(path))/tomar") && paula.text.contains("el cambio de cuenta lo hace otro colega"),
                "never the hands of the first change")
            opened.clock.move(byMilliseconds: 8 * 86_400_000)
            try await Self.grant(opened, Self.code(path), as: "marta")
            let decided = try await opened.database.read {
                try $0.value("SELECT count(*) FROM procedure_run WHERE outcome = 'granted'", as: Int.self)
            }
            #expect(decided == 2)
        }
    }

    @Test("money goes to an account of one's own alone; a certificate of the bank can prove one", arguments: Engine.available)
    func owned(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            var path = try await ProcedureJourneyTests.begin(rosa, "cambio-de-forma-de-pago")
            #expect(rosa.text.contains("value=\"Banco BCI 00445566\"") && rosa.text.contains("En mi CuentaRUT"))
            #expect(!rosa.text.contains("CuentaRUT 12345678"), "one account is there once")
            let other = try #require(rosa.text.firstMatch(of: #/action="([^"]+\/preguntas\/[^"]+)"/#).map { String($0.1) })
            let foreign = try await rosa.post(other.replacing("&amp;", with: "&"), ["respuesta=Banco+BCI+99999999"])
            #expect(foreign.status == .unprocessableContent, "another's account is no option")
            try await rosa.get(path)
            for answer in ["otra_cuenta", "bci", "77889900"] { path = try await ProcedureJourneyTests.answer(rosa, path, answer) }
            #expect(
                rosa.text.contains("Los bancos no informan la cuenta Banco BCI 77889900 a su nombre")
                    && rosa.text.contains("certificado de que la cuenta"))
            path = try await ProcedureJourneyTests.file(rosa)
            let code = Self.code(path)
            let paula = try await ProofJourneyTests.take(opened, "paula", code)
            try await paula.get("/mesa/casos/\(code)")
            let early = try await paula.post("/mesa/casos/\(code)", ["decision=granted", "motivo=Se+ve+bien."])
            #expect(early.status == .conflict, "nobody pays into an account that is not proved")
            try await ProofJourneyTests.prove(paula, code, "cuentas", "CuentaRUT+12345678,+Banco+BCI+77889900", "Certificado del banco")
            let granted = try await paula.post("/mesa/casos/\(code)", ["decision=granted", "motivo=Lo+prueba+el+banco."])
            #expect(granted.headers[.location] == "/mesa/casos")
            let known = try await ProcedureJourneyTests.begin(rosa, "cambio-de-forma-de-pago")
            path = known
            for answer in ["otra_cuenta", "bci", "00445566"] { path = try await ProcedureJourneyTests.answer(rosa, path, answer) }
            #expect(!rosa.text.contains("Los bancos no informan la cuenta"), "the banks know that one")
            // The same number at another bank is another's.
            try await rosa.get(path)
            let bank = try #require(rosa.text.firstMatch(of: #/href="([^"]+\/preguntas\/banco)"/#).map { String($0.1) })
            try await rosa.get(bank)
            path = try await ProcedureJourneyTests.answer(rosa, bank, "santander")
            #expect(rosa.text.contains("Los bancos no informan la cuenta Banco Santander 00445566 a su nombre"))
        }
    }

    @Test("nobody is their own representative: the question says so, and what to write", arguments: Engine.available)
    func own(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            var path = try await ProcedureJourneyTests.begin(rosa, "actualizacion-de-contacto")
            path = try await ProcedureJourneyTests.answer(rosa, path, "apoderado")
            let action = try #require(rosa.text.firstMatch(of: #/action="([^"]+\/preguntas\/[^"]+)"/#).map { String($0.1) })
            let refused = try await rosa.post(action.replacing("&amp;", with: "&"), ["respuesta=12.345.678-5"])
            #expect(refused.status == .unprocessableContent && rosa.text.contains("Ese es su propio RUN"))
            path = try await ProcedureJourneyTests.answer(rosa, path, "44444444-4")
            #expect(path.hasSuffix("/nombre_apoderado"))
        }
    }
}
