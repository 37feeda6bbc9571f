import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Procedures
import Storage
import TestKit
import Testing

@testable import Server

@Suite("Delays that people denounced, before whoever is above")
struct DenouncedDelayTests {
    private static let day: Int64 = 86_400_000

    /// A complaint of somebody.
    static func complaint(_ opened: OpenedHouse, run: String = "12345678-5") async throws -> String {
        let person = try await ProcedureJourneyTests.citizen(opened, run: run)
        var path = try await ProcedureJourneyTests.begin(person, "reclamo-ciudadano")
        path = try await ProcedureJourneyTests.answer(person, path, "demora")
        let action = try #require(person.text.firstMatch(of: #/action="([^"]+\/preguntas\/[^"]+)"/#).map { String($0.1) })
        path = try await ProcedureJourneyTests.follow(
            person, try await person.post(action, ["respuesta-day=3", "respuesta-month=11", "respuesta-year=2026"]))
        path = try await ProcedureJourneyTests.answer(person, path, "Nadie+responde.")
        _ = try await ProcedureJourneyTests.file(person)
        return String(path.dropFirst("/mi/tramites/".count).prefix(8))
    }

    private static func denounce(_ opened: OpenedHouse, _ code: String, run: String) async throws {
        let person = try await ProcedureJourneyTests.citizen(opened, run: run)
        try await person.get("/mi/tramites/\(code)")
        #expect(try await person.post("/mi/tramites/\(code)/demora").status == .seeOther)
    }

    /// The codes of the list, from top to bottom.
    private static func list(_ superior: Browser) async throws -> [String] {
        try await superior.get("/mesa/casos/demoras")
        return superior.text.matches(of: #/action="\/mesa\/casos\/(\w{8})\/conocer"/#).map { String($0.1) }
    }

    @Test("are those that were denounced and that nobody above knows of, the one that waits longest first", arguments: Engine.available)
    func order(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let camilas = try await Self.complaint(opened, run: "20347878-K")
            let complaint = try await Self.complaint(opened)
            opened.clock.move(byMilliseconds: Self.day)
            let (_, pension) = try await LateCaseTests.filed(opened)
            opened.clock.move(byMilliseconds: 60 * Self.day)
            #expect(try await LateCaseTests.cases(opened).markOverdue().done == 3)
            var superior = try await AttentionJourneyTests.desk(opened, "paula", .supervisor)
            #expect(try await Self.list(superior).isEmpty, "late is not denounced")
            // The one that was filed last is denounced first.
            try await Self.denounce(opened, pension, run: "44444444-4")
            opened.clock.move(byMilliseconds: Self.day)
            try await Self.denounce(opened, camilas, run: "20347878-K")
            superior = try await AttentionJourneyTests.desk(opened, "camila", .supervisor)
            #expect(try await Self.list(superior) == [pension, camilas])
            #expect(!superior.text.contains("\(complaint.prefix(4))-\(complaint.suffix(4))"), "nobody denounced that one")
            try await superior.post("/mesa/casos/\(pension)/conocer")
            #expect(try await Self.list(superior) == [camilas], "what is known waits no more")
            // Nobody is told of their own delay, nor answers for it.
            try await superior.get("/mesa/casos")
            try await superior.post("/mesa/casos/\(camilas)/tomar")
            #expect(try await Self.list(superior).isEmpty)
            let other = try await AttentionJourneyTests.desk(opened, "andres", .supervisor)
            #expect(try await Self.list(other) == [camilas])
            let known = try await opened.database.read { snapshot in
                try snapshot.all("SELECT code FROM procedure_run WHERE informed IS NOT NULL") { try $0["code"] as String }
            }
            #expect(known == [pension])
        }
    }
}
