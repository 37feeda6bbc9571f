import Civic
import Foundation
import HummingbirdTesting
import Storage
import TestKit
import Testing

@testable import Server

@Suite("Who saw my data, after a procedure")
struct TraceJourneyTests {
    @Test("tells one procedure in one place, with each register that was asked and what for", arguments: Engine.available)
    func told(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            var path = try await ProcedureJourneyTests.begin(rosa, "pension-garantizada-universal")
            for answer in ["cuenta_rut", "yes"] { path = try await ProcedureJourneyTests.answer(rosa, path, answer) }
            path = try await ProcedureJourneyTests.file(rosa)
            let run = String(path.prefix { $0 != "?" })
            let heading = "<h2><a href=\"\(run)\">Solicitud de la Pensión Garantizada Universal</a></h2>"
            for page in ["/mi/quien-vio", "/mi/quien-vio?todo=si"] {
                try await rosa.get(page)
                #expect(rosa.text.components(separatedBy: heading).count == 2, "\(page): once")
                for register in ["Registro Civil", "Registro de pensiones", "Registro de entradas y salidas del país"] {
                    let line = try #require(rosa.text.firstMatch(of: try Regex("<li>\(register): [^<]+</li>")), "\(page): \(register)")
                    #expect(rosa.text[line.range].contains("para Solicitud de la Pensión Garantizada Universal, "))
                }
                let total = try #require(rosa.text.firstMatch(of: #/(\d+) líneas en total/#).map { String($0.1) })
                #expect(rosa.text.matches(of: #/<tr><th scope="row"/#).count == Int(total), "\(page): nothing is hidden")
            }
            let (asked, named) = try await opened.database.read { snapshot in
                (
                    try snapshot.value("SELECT COUNT(*) AS n FROM audit WHERE fields LIKE 'register:%' AND object_kind = 'procedure_run'")
                        ?? 0,
                    try snapshot.value("SELECT COUNT(DISTINCT fields) AS n FROM audit WHERE fields LIKE 'register:%'") ?? 0
                )
            }
            #expect(asked >= 4 && named >= 4, "each register has its own line")
        }
    }
}
