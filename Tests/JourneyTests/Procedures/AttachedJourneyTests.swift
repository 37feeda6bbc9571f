import Civic
import Flows
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Procedures
import RegisterSimulator
import Storage
import TestKit
import Testing

@testable import Server

/// Answers that are more than a word: a list of children, a paper.
@Suite("Lists and files in a service")
struct AttachedJourneyTests {
    private static let photo: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + Array("un papel fotografiado".utf8)

    private static func action(_ browser: Browser, _ pattern: Regex<(Substring, Substring)>) throws -> String {
        try #require(browser.text.firstMatch(of: pattern).map { String($0.1).replacing("&amp;", with: "&") })
    }

    private static func add(_ browser: Browser, _ name: String, run: String, born year: Int, disability: String) async throws {
        let action = try Self.action(browser, #/action="([^"]+\/preguntas\/declara_hijos\?r=\d+)"/#)
        let answer = try await browser.post(
            action,
            [
                "campo-1=\(name)", "campo-2=\(run)", "campo-3-day=5", "campo-3-month=6", "campo-3-year=\(year)", "campo-4=\(disability)",
            ])
        if answer.status != .unprocessableContent { _ = try await ProcedureJourneyTests.follow(browser, answer) }
    }

    @Test("children are added one by one, changed and taken out; each counts by what it is", arguments: Engine.available)
    func children(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            opened.house.registerDouble.set("familia", .down)
            let camila = try await ProcedureJourneyTests.citizen(opened, run: "20347878-K")
            var path = try await ProcedureJourneyTests.begin(camila, "subsidio-familiar")
            #expect(path.hasSuffix("/preguntas/declara_hijos"))
            #expect(!camila.text.contains("Continuar"), "there is no way on from an empty list")
            try await Self.add(camila, "Inés", run: "26347878-1", born: 2019, disability: "no")
            #expect(camila.text.contains("href=\"#campo-2\""), "a number that is no RUN is told at its field")
            try await Self.add(camila, "Inés", run: Self.run(26_000_001), born: 1999, disability: "no")
            #expect(camila.text.contains("Son menores de 18 años"), "the service's own condition holds for the whole list")
            try await Self.add(camila, "Inés", run: Self.run(26_000_001), born: 2019, disability: "no")
            #expect(camila.text.contains("Inés") && camila.text.contains("Continuar"))
            #expect(!camila.text.contains("name=\"campo-1\""), "nobody goes on beside what they have half written")
            let code = try #require(path.firstMatch(of: #/tramites\/([A-Z0-9]{8})/#).map { String($0.1) })
            try await camila.get("/mi/tramites/\(code)/preguntas/declara_hijos?agregar=si")
            #expect(!camila.text.contains("Continuar"))
            try await Self.add(camila, "Inés de nuevo", run: Self.run(26_000_001), born: 2019, disability: "no")
            #expect(
                camila.text.contains("Ese RUN ya está en la lista") && camila.text.contains("href=\"#campo-2\""), "nobody is told of twice")
            try await Self.add(camila, "Ana", run: Self.run(26_000_003), born: 1999, disability: "no")
            #expect(
                camila.text.contains("href=\"#grupo\"") && camila.text.contains("id=\"grupo\""),
                "what is wrong with the whole is told of it")
            try await camila.get("/mi/tramites/\(code)/preguntas/declara_hijos?grupo=1")
            let changing = try Self.action(camila, #/action="([^"]+\/preguntas\/declara_hijos\?r=\d+&amp;grupo=1)"/#)
            #expect(camila.text.contains("value=\"Inés\""), "what was written is there to be changed")
            _ = try await ProcedureJourneyTests.follow(
                camila,
                try await camila.post(
                    changing,
                    [
                        "campo-1=Inés", "campo-2=\(Self.run(26_000_001))", "campo-3-day=5", "campo-3-month=6", "campo-3-year=2019",
                        "campo-4=si",
                    ]))
            path = try await ProcedureJourneyTests.follow(camila, try await camila.get("/mi/tramites/\(code)"))
            path = try await ProcedureJourneyTests.answer(camila, path, "yes")
            #expect(path.hasSuffix("/revisar"))
            #expect(camila.text.contains("¿Tiene una discapacidad acreditada? Sí"), "a yes says of what")
            #expect(camila.text.contains("volvemos a preguntar solos"), "what she says in the register's place is verified first")
            try await camila.get("/mi/tramites/\(code)/preguntas/declara_hijos")
            let removing = try Self.action(camila, #/action="([^"]+\/quitar\?r=\d+&amp;grupo=1)"/#)
            path = try await ProcedureJourneyTests.follow(camila, try await camila.post(removing))
            #expect(path.hasSuffix("/preguntas/declara_hijos") && !camila.text.contains("Inés"))
            let back = try await ProcedureJourneyTests.follow(camila, try await camila.get("/mi/tramites/\(code)"))
            #expect(back.hasSuffix("/preguntas/declara_hijos"), "without its last child the question is open again")
        }
    }

    @Test(
        "children that the register knows are not asked for: each is there by name, and counts by what it is", arguments: Engine.available)
    func known(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let camila = try await ProcedureJourneyTests.citizen(opened, run: "20347878-K")
            var path = try await ProcedureJourneyTests.begin(camila, "subsidio-familiar")
            #expect(path.hasSuffix("/preguntas/controles"), "nothing is asked that the State holds")
            path = try await ProcedureJourneyTests.answer(camila, path, "yes")
            #expect(camila.text.contains("Inés") && camila.text.contains("Martín"))
            #expect(camila.text.contains("$67.803"), "one of the two has a disability and counts double")
            path = try await ProcedureJourneyTests.file(camila)
            let code = String(path.dropFirst("/mi/tramites/".count).prefix(8))
            let paula = try await ProofJourneyTests.take(opened, "paula", code, of: "MUNI")
            try await paula.get("/mesa/casos/\(code)")
            try await paula.post("/mesa/casos/\(code)", ["decision=granted", "firma=alcaldia", "motivo=Corresponde."])
            try await camila.get("/mi/tramites/\(code)")
            #expect(camila.text.contains("Se paga $67.803 al mes"), "it lives on and is reviewed")
        }
    }

    private static func run(_ number: Int) -> String { RUN(number: number)?.plain ?? "" }

    @Test("a paper is what its bytes show, is read by whoever decides, and each look leaves a trace", arguments: Engine.available)
    func paper(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let jose = try await ProcedureJourneyTests.citizen(opened, run: "44444444-4")
            var path = try await ProcedureJourneyTests.begin(jose, "pension-garantizada-universal")
            path = try await ProcedureJourneyTests.answer(jose, path, "si")
            #expect(path.hasSuffix("/preguntas/papeles_residencia"))
            let code = try #require(path.firstMatch(of: #/tramites\/([A-Z0-9]{8})/#).map { String($0.1) })
            let wrong = try await jose.post(
                try Self.action(jose, #/action="([^"]+\/papeles_residencia\?r=\d+)"/#), file: "respuesta", name: "cedula.jpg",
                Array("MZ un programa".utf8))
            #expect(wrong.status == .unprocessableContent && jose.text.contains("JPG"), "its name is not believed")
            let large = try await jose.post(
                try Self.action(jose, #/action="([^"]+\/papeles_residencia\?r=\d+)"/#), file: "respuesta", name: "cedula.jpg",
                Self.photo + [UInt8](repeating: 7, count: opened.house.settings.limits.uploadBytes))
            #expect(large.status == .unprocessableContent || large.status == .contentTooLarge)
            try await jose.get("/mi/tramites/\(code)/preguntas/papeles_residencia")
            path = try await ProcedureJourneyTests.follow(
                jose,
                try await jose.post(
                    try Self.action(jose, #/action="([^"]+\/papeles_residencia\?r=\d+)"/#), file: "respuesta", name: "../../etc/x.exe",
                    Self.photo))
            #expect(path.hasSuffix("/preguntas/forma_pago"))
            path = try await ProcedureJourneyTests.answer(jose, path, "cuenta_rut")
            path = try await ProcedureJourneyTests.answer(jose, path, "yes")
            #expect(jose.text.contains("Archivo JPG") && jose.text.contains("/archivos/papeles_residencia"))
            _ = try await ProcedureJourneyTests.file(jose)
            let mine = try await jose.get("/mi/tramites/\(code)/archivos/papeles_residencia")
            #expect(mine.headers[.contentType] == "image/jpeg" && Array(mine.body.readableBytesView) == Self.photo)
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            #expect(try await rosa.get("/mi/tramites/\(code)/archivos/papeles_residencia").status == .notFound)
            let official = try await AttentionJourneyTests.desk(opened, "paula", .supervisor)
            #expect(
                try await official.get("/mesa/casos/\(code)/archivos/papeles_residencia").status != .ok,
                "nobody reads what they did not take")
            try await official.get("/mesa/casos")
            _ = try await ProcedureJourneyTests.follow(official, try await official.post("/mesa/casos/\(code)/tomar"))
            #expect(official.text.contains("/mesa/casos/\(code)/archivos/papeles_residencia"))
            let seen = try await official.get("/mesa/casos/\(code)/archivos/papeles_residencia")
            #expect(Array(seen.body.readableBytesView) == Self.photo)
            try await jose.get("/mi/quien-vio")
            #expect(jose.text.contains("rchivos"), "the look at the paper is told")
        }
    }
}
