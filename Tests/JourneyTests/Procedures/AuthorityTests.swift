import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import Procedures
import Storage
import TestKit
import Testing

@testable import Server

/// The remedies of a decision are those of the authority that signs it (counter-rules 6; Ley 19.880, art. 59).
@Suite("Who signs says what can be done")
struct AuthorityTests {
    private static let remedies = """
        authorities:
          - {id: alcalde, title: Alcalde o alcaldesa}
          - {id: regional, title: Director o directora regional}
          - {id: descentralizado, title: Jefe de servicio descentralizado}
        remedies:
          - {id: reposicion, title: Recurso de reposición, to: Quien firmó, term: ley-19880.reposicion, basis: "Ley N° 19.880, artículo 59", here: true}
          - {id: jerarquico, title: Recurso jerárquico, to: El director nacional, term: ley-19880.jerarquico, basis: "Ley N° 19.880, artículo 59", against: [regional]}
          - {id: ilegalidad, title: Reclamo de ilegalidad, to: La municipalidad, term: ley-19880.reposicion, basis: "Ley N° 18.695, artículo 151", against: [alcalde]}
        documents:
        """

    private static func service() throws -> String {
        let text = try RecallTests.text().nextVersion.replacing(
            "automatic: true", with: "automatic: false")
        let (start, end) = (try #require(text.range(of: "\nremedies:")), try #require(text.range(of: "\ndocuments:")))
        return text[..<start.lowerBound] + "\n" + remedies + text[end.upperBound...]
    }

    @Test(
        "the same case signed by a mayor, a regional head and a decentralised head has other remedies each time",
        arguments: Engine.available)
    func signed(_ engine: Engine) async throws {
        for (authority, there, not) in [
            ("alcalde", ["Reclamo de ilegalidad"], ["Recurso jerárquico"]),
            ("regional", ["Recurso jerárquico"], ["Reclamo de ilegalidad"]),
            ("descentralizado", [], ["Recurso jerárquico", "Reclamo de ilegalidad"]),
        ] {
            try await ProcedureJourneyTests.open(on: engine) { opened in
                _ = try await opened.house.definitions.load(["pgu.yaml": try Self.service()], by: OpenedHouse.operators)
                let code = try await ProofJourneyTests.filed(opened)
                let paula = try await ProofJourneyTests.take(opened, "paula", code)
                try await paula.get("/mesa/casos/\(code)")
                #expect(paula.text.contains("¿Como quién firma?"))
                let unsaid = try await paula.post("/mesa/casos/\(code)", ["decision=refused", "motivo=Faltan+años+de+residencia."])
                #expect(unsaid.status == .unprocessableContent, "nobody signs without saying as whom")
                try await paula.post(
                    "/mesa/casos/\(code)", ["decision=refused", "firma=\(authority)", "motivo=Faltan+años+de+residencia."])
                let jose = try await ProcedureJourneyTests.citizen(opened, run: "44444444-4")
                try await jose.get("/mi/tramites/\(code)")
                let paper = try await ProofJourneyTests.paper(jose, code)
                try await jose.get("/mi/tramites/\(code)")
                for told in [jose.text, paper].compactMap({ $0 }) {
                    for remedy in there + ["Recurso de reposición"] { #expect(told.contains(remedy), "\(authority): \(remedy)") }
                    for remedy in not { #expect(!told.contains(remedy), "\(authority): \(remedy)") }
                }
            }
        }
    }
}
