import Flows
import HTTPTypes
import HummingbirdTesting
import Procedures
import RegisterSimulator
import Storage
import TestKit
import Testing

@testable import Server

/// What goes wrong on the way, and what comes of it.
extension ProcedureJourneyTests {
    @Test("answers in the place of a register that is down, and then nothing is granted by itself", arguments: Engine.available)
    func down(_ engine: Engine) async throws {
        try await Self.open(on: engine) { opened in
            opened.house.registerDouble.set("residencia", .down)
            let rosa = try await Self.citizen(opened)
            var path = try await Self.begin(rosa, "pension-garantizada-universal")
            #expect(path.hasSuffix("/preguntas/declara_anos") && rosa.text.contains("no responde en este momento"))
            path = try await Self.answer(rosa, path, "46")
            path = try await Self.answer(rosa, path, "5")
            path = try await Self.answer(rosa, path, "cuenta_rut")
            path = try await Self.answer(rosa, path, "yes")
            path = try await Self.file(rosa)
            #expect(rosa.text.contains("a más tardar el") && !rosa.text.contains("Lo concedió el sistema"))
            let provisional = try await opened.database.read { try $0.value("SELECT provisional FROM procedure_run", as: Int.self) }
            #expect(provisional == 1)
            let desk = opened.house.runDesk(isDemonstration: true)
            #expect(try await desk.verifyProvisional().done == 0, "the register is still down")
            opened.house.registerDouble.set("residencia", .right)
            #expect(try await desk.verifyProvisional().done == 0, "it was tried in this very moment")
            opened.clock.move(byMilliseconds: 1)
            #expect(try await desk.verifyProvisional().done == 1)
            #expect(try await desk.verifyProvisional().done == 0)
            try await rosa.get(path)
            #expect(rosa.text.contains("Lo concedió el sistema") && rosa.text.contains("$231.732"))
            try await rosa.get("/mi/quien-vio")
            #expect(rosa.text.contains("Comprobar en los registros lo que usted respondió"))
        }
    }

    @Test("gets nowhere with another's run, an old page, a wrong answer or a case that is filed", arguments: Engine.available)
    func wrong(_ engine: Engine) async throws {
        try await Self.open(on: engine) { opened in
            let rosa = try await Self.citizen(opened)
            let path = try await Self.begin(rosa, "pension-garantizada-universal")
            let run = String(path.prefix("/mi/tramites/12345678".count))
            let wrong = try await rosa.post(path + "?r=6", ["respuesta=cheque"])
            #expect(wrong.status == .unprocessableContent && rosa.text.contains("Elija"))
            let camila = try await Self.citizen(opened, run: "20347878-K")
            for other in [run, path, run + "/revisar"] { #expect(try await camila.get(other).status == .notFound) }
            _ = try await Self.follow(rosa, try await rosa.get(path))
            _ = try await Self.answer(rosa, path, "cuenta_rut")
            _ = try await Self.answer(rosa, run + "/preguntas/veraz", "yes")
            _ = try await Self.file(rosa)
            let late = try await rosa.get(path)
            #expect(late.headers[.location] == run, "what is filed is not answered any more")
        }
    }
}
