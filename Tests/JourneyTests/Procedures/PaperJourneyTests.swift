import Civic
import Crypto
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import RegisterSimulator
import Storage
import TestKit
import Testing
import Typography

@testable import Server

@Suite("A paper")
struct PaperJourneyTests {
    private static func statement(_ opened: OpenedHouse) async throws -> (rosa: Browser, run: String, paper: String) {
        let rosa = try await ProcedureJourneyTests.citizen(opened)
        _ = try await ProcedureJourneyTests.begin(rosa, "liquidacion-de-pago")
        let path = try await ProcedureJourneyTests.file(rosa)
        let run = String(path.prefix { $0 != "?" })
        let paper = try #require(rosa.text.firstMatch(of: #/documentos\/([A-Z0-9]{8})"/#).map { String($0.1) })
        return (rosa, run, paper)
    }

    /// What somebody who hears the paper is told, where the machine has poppler's tools.
    static func text(_ bytes: Data) throws -> String? {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext") else { return nil }
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pdf")
        try bytes.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/pdftotext")
        process.arguments = [file.path(), "-"]
        process.standardOutput = pipe
        try process.run()
        let out = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Unbroken.plain(String(decoding: out, as: UTF8.self))
    }

    @Test("is given at once, is the same each time, and says in clear text what it says", arguments: Engine.available)
    func given(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (rosa, run, paper) = try await Self.statement(opened)
            #expect(!rosa.text.contains("Por qué se resolvió así") && rosa.text.contains("<summary>Con qué datos se emitió</summary>"))
            #expect(rosa.text.contains("Emitida el "))
            let first = try await rosa.get("\(run)/documentos/\(paper)")
            #expect(first.status == .ok && first.headers[.contentType] == "application/pdf")
            let bytes = Data(first.body.readableBytesView)
            #expect(bytes.starts(with: Data("%PDF-1.".utf8)) && bytes.count < 60_000)
            if let text = try Self.text(bytes) {
                #expect(!text.contains("…"), "no sentence has a gap")
                for words in [
                    "DEMOSTRACIÓN", "Liquidación de pago", "Rosa Elena", "12.345.678-5", "$310.000", "Beneficio: ", "Fecha del pago: ",
                    "Forma de pago: ",
                ] { #expect(text.contains(words), "\(words)") }
            }
            let again = try await rosa.get("\(run)/documentos/\(paper)")
            #expect(Data(again.body.readableBytesView) == bytes)
            let camila = try await ProcedureJourneyTests.citizen(opened, run: "20347878-K")
            #expect(try await camila.get("\(run)/documentos/\(paper)").status == .notFound)
        }
    }

    @Test("is not given while the register of what it says is silent, and nothing is invented for it", arguments: Engine.available)
    func silent(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            opened.house.registerDouble.set("pagos", .down)
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let path = try await ProcedureJourneyTests.begin(rosa, "liquidacion-de-pago")
            #expect(!rosa.text.contains("/revisar?r="), "there is nothing to file")
            #expect(rosa.text.contains("Hoy no responde: ") && rosa.text.contains("Lo que hizo queda guardado"))
            opened.house.registerDouble.set("pagos", .right)
            try await rosa.get(path)
            let asked = try await rosa.post(String(path.prefix("/mi/tramites/12345678".count)) + "/registros")
            _ = try await ProcedureJourneyTests.follow(rosa, asked)
            _ = try await ProcedureJourneyTests.file(rosa)
            #expect(rosa.text.contains("Su liquidación está lista"))
        }
    }

    @Test("is verified by anybody, who learns nothing of the person, until its term ends", arguments: Engine.available)
    func verified(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (_, _, paper) = try await Self.statement(opened)
            let stranger = opened.browser()
            let found = try await stranger.get("/verificar/\(paper)")
            #expect(
                found.status == .ok && stranger.text.contains("Es auténtico y está vigente")
                    && stranger.text.contains("Liquidación de pago"))
            for secret in ["Rosa", "Muñoz", "12.345.678", "310.000"] { #expect(!stranger.text.contains(secret)) }
            opened.clock.move(byMilliseconds: 91 * 86_400_000)
            try await stranger.get("/verificar/\(paper)")
            #expect(stranger.text.contains("Pida uno nuevo"))
            try await stranger.get("/verificar/ABCDEFGH")
            #expect(!stranger.text.contains("Es auténtico"))
            let mistyped = try await stranger.get("/verificar/4F6NXABX")
            #expect(
                mistyped.status == .unprocessableContent && stranger.text.contains("Ese código tiene un error"),
                "and not that nothing is here")
            let run = try await opened.database.read { try $0.value("SELECT code FROM procedure_run", as: String.self) }
            try await stranger.get("/verificar/\(try #require(run))")
            #expect(stranger.text.contains("el número de un trámite no sirve aquí"))
            try await stranger.get("/verificar")
            let wrong = try await stranger.post("/verificar", ["codigo=12"])
            #expect(wrong.status == .unprocessableContent && stranger.text.contains("ocho letras"))
        }
    }

    @Test("shows what was signed to whoever has its file; what was changed in the file is seen", arguments: Engine.available)
    func compared(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (rosa, run, paper) = try await Self.statement(opened)
            let bytes = Array((try await rosa.get("\(run)/documentos/\(paper)")).body.readableBytesView)
            let stranger = opened.browser()
            func told(_ file: [UInt8]) async throws -> String {
                try await stranger.get("/verificar/archivo")
                let answer = try await stranger.post("/verificar/archivo", file: "archivo", name: "papel.pdf", file)
                return answer.status == .ok ? stranger.text : ""
            }
            let whole = try await told(bytes)
            for said in ["Es auténtico y está vigente", "12.345.678-5", "$310.000", "Beneficio: ", "Fecha del pago: ", "Forma de pago: "] {
                #expect(whole.contains(said), "\(said)")
            }
            // What is signed is somewhere in the file: no byte of it can be another.
            let mark = try #require(Data(bytes).range(of: Data("ventanilla1.".utf8)))
            let end = try #require(bytes[mark.upperBound...].firstIndex(of: UInt8(ascii: ")")))
            for tenth in [1, 3, 6, 9] {
                var changed = bytes
                let place = mark.upperBound + (end - mark.upperBound) * tenth / 10
                changed[place] = changed[place] == 0x41 ? 0x42 : 0x41
                let seen = try await told(changed)
                #expect(seen.contains("no es un documento firmado por nosotros, o fue cambiado") && !seen.contains("$310.000"), "\(tenth)")
            }
            #expect(try await told(Array("%PDF-1.5 nada".utf8)).contains("no es un documento firmado por nosotros"))
            try await stranger.get("/verificar/archivo")
            let photograph = try await stranger.post("/verificar/archivo", file: "archivo", name: "a.jpg", [0xFF, 0xD8, 0xFF, 0xE0])
            #expect(photograph.status == .unprocessableContent)
        }
    }

    @Test("is verified without asking us, by its signature and the public key; what was changed is not", arguments: Engine.available)
    func offline(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            _ = try await Self.statement(opened)
            let stored = try await opened.database.read { snapshot in
                try snapshot.first("SELECT code, kind, digest, issued, expires, signature FROM procedure_document")
            }
            let row = try #require(stored)
            let (code, kind, digest, issued, expires, signature): (String, String, String, Int64, Int, String) = (
                try row["code"], try row["kind"], try row["digest"], try row["issued"], try row["expires"], try row["signature"]
            )
            let stranger = opened.browser()
            try await stranger.get("/verificar/clave")
            let key = try #require(stranger.text.firstMatch(of: #/<code>([A-Za-z0-9_-]{43})<\/code>/#).map { String($0.1) })
            func bytes(_ text: String) -> Data? {
                let plain = text.replacing("-", with: "+").replacing("_", with: "/")
                return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
            }
            let verifier = try Curve25519.Signing.PublicKey(rawRepresentation: try #require(bytes(key)))
            let signed = "\(code)|\(kind)|\(digest)|\(issued)|\(Day(number: expires).iso)"
            let given = try #require(bytes(signature))
            #expect(verifier.isValidSignature(given, for: Data(signed.utf8)))
            #expect(!verifier.isValidSignature(given, for: Data(signed.replacing("statement", with: "resolution").utf8)))
        }
    }
}
