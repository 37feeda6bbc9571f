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
    private static func grant(_ opened: OpenedHouse, _ code: String, as login: String) async throws {
        let paula = try await AttentionJourneyTests.desk(opened, login, .supervisor)
        try await paula.get("/mesa/casos")
        try await paula.post("/mesa/casos/\(code)/tomar")
        try await paula.get("/mesa/casos/\(code)")
        try await paula.post("/mesa/casos/\(code)", ["decision=granted", "motivo=Todo+en+orden."])
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
            path = try await ProcedureJourneyTests.answer(rosa, path, "yes")
            path = try await ProcedureJourneyTests.file(rosa)
            try await rosa.get("/mi/tramites/\(Self.code(path))")
            #expect(rosa.text.contains("Su contacto cambió hace 0 días hábiles"))
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
            #expect(!pedro.text.contains("Su contacto cambió"), "what the house knows is of now")
            try await pedro.post("/mesa/casos/\(Self.code(path))", ["decision=granted", "motivo=La+cuenta+es+suya."])
            let open = try await opened.database.read {
                try $0.value("SELECT count(*) FROM procedure_run WHERE decided IS NULL", as: Int.self)
            }
            #expect(open == 0)
        }
    }
}
