import Civic
import Flows
import Foundation
import HTTPTypes
import HummingbirdTesting
import RegisterSimulator
import Storage
import TestKit
import Testing

@testable import Procedures
@testable import Server

/// Whether somebody has money waiting is told to nobody who did not show who they are.
@Suite("The family contribution, of somebody who is not verified")
struct ContributionLevelTests {
    private static let id = "aporte-familiar-permanente"

    @Test("asks no register, at no level below verified")
    func levels() throws {
        let service = try ServiceFiles.service(Self.id, in: CatalogueJourneyTests.root + "/Services")
        #expect(service.factsLevel == .verified && service.submit == .verified)
        let interpreter = Interpreter(service, parameters: try ServiceFiles.parameters(CatalogueJourneyTests.root + "/Catalogue"))
        for level in Level.allCases where level < .verified {
            let effect = interpreter.next(interpreter.reckon(FlowState(), today: 20_785), level: level)
            guard case .identify(.verified) = effect else {
                Issue.record("\(level): \(effect)")
                continue
            }
        }
    }

    @Test("is neither looked up nor paid with the code of a run and a RUN", arguments: Engine.available)
    func declared(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            opened.house.registerDouble.set("aportes", .down)
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let path = try await ProcedureJourneyTests.begin(rosa, Self.id)
            let plain = String(path.dropFirst("/mi/tramites/".count).prefix(8))
            let code = try #require(CheckedCode(typed: plain))
            opened.house.registerDouble.set("aportes", .right)
            opened.clock.move(byMilliseconds: 2 * 86_400_000)
            let phone = opened.browser()
            try await phone.get("/tramites/seguir")
            try await phone.post("/tramites/seguir", ["codigo=\(plain)", "run=12345678-5"])
            for _ in 0..<3 {
                try await phone.get("/tramites/seguir/paso")
                #expect(!phone.text.contains("$") && !phone.text.contains("64.574"))
                guard let action = phone.text.firstMatch(of: #/action="([^"]+\/paso\/[a-z_]+\?r=\d+)"/#).map({ String($0.1) }) else {
                    break
                }
                try await phone.post(action, ["respuesta=cuenta_rut"])
            }
            let desk = opened.house.runDesk(isDemonstration: true)
            let opening = try await desk.open(code, at: .web, by: RunDesk.follower)
            #expect(opening.state.facts.allSatisfy { $0.value.status != .known }, "no register said anything to whoever has a code")
            await #expect(throws: Forbidden.self) {
                try await desk.file(
                    code, revision: opening.run.revision, at: .web, by: RunDesk.follower,
                    once: OnceKey("presentar", scope: "follow", term: 60_000))
            }
            let filed = try await opened.database.read {
                try $0.value("SELECT count(*) FROM procedure_run WHERE filed IS NOT NULL", as: Int.self)
            }
            #expect(filed == 0)
        }
    }
}
