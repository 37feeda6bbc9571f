import Civic
import Flows
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Ports
import Procedures
import Storage
import TestKit
import Testing

@testable import Server

@Suite("A service that was retired")
struct RetiredServiceTests {
    private static let service = "pension-garantizada-universal"
    private static let reason = "Desde ahora se pide en la sucursal de su caja."

    @discardableResult private static func retire(_ opened: OpenedHouse) async throws -> Bool {
        try await opened.house.definitions.retire(service, reason: reason, author: "María Pérez", by: OpenedHouse.operators)
    }

    private static func begun(_ opened: OpenedHouse) async throws -> Int? {
        try await opened.database.read { try $0.value("SELECT count(*) FROM procedure_run", as: Int.self) }
    }

    @Test("is begun nowhere, and whoever comes with an old link reads since when, why and where to go on", arguments: Engine.available)
    func closed(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let sheet = try #require(try await opened.house.definitions.own.path(Self.service))
            try await rosa.get("/mi/tramites/nuevo/\(Self.service)")
            #expect(sheet == "/tramites/\(Self.service)")
            #expect(try await Self.retire(opened))
            #expect(try await opened.house.definitions.own.path(Self.service) == nil, "the catalogue leads nowhere")
            let pressed = try await rosa.post("/mi/tramites/nuevo/\(Self.service)")
            #expect(pressed.status == .gone && rosa.text.contains("ya no se puede comenzar"), "the page was open when it was retired")
            for path in ["/tramites/\(Self.service)", "/mi/tramites/nuevo/\(Self.service)"] {
                let answer = try await rosa.get(path)
                #expect(answer.status == .gone, "\(path)")
                for said in ["23 de noviembre de 2026", Self.reason, "/mi/tramites\"", "/tramites\"", "/fichas/", "llame gratis al 101"] {
                    #expect(rosa.text.contains(said), "\(path): \(said)")
                }
                #expect(!rosa.text.contains(">Comenzar<"))
            }
            try await rosa.get("/en/tramites/\(Self.service)")
            #expect(rosa.text.contains("Since Monday") && rosa.text.contains("lang=\"es\">\(Self.reason)"))
            for list in ["/tramites", "/mi/tramites", "/api/services"] {
                try await rosa.get(list)
                #expect(!rosa.text.contains(Self.service) && rosa.text.contains("subsidio-familiar"), "\(list)")
            }
            #expect(try await Self.begun(opened) == 0)
        }
    }

    @Test("programs are told since when and why, and an institution that would prepare it too", arguments: Engine.available)
    func programs(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            try await Self.retire(opened)
            let answer = try await rosa.get("/api/services/\(Self.service)")
            #expect(answer.status == .gone && answer.headers[.contentType] == "application/problem+json")
            #expect(rosa.text.contains("\"retired\":\"2026-11-23\"") && rosa.text.contains("\"reason\":\"\(Self.reason)\""), "\(rosa.text)")
            let key = try #require(HTTPField.Name("Idempotency-Key"))
            let begun = try await opened.client.execute(
                uri: "/api/services/\(Self.service)/applications", method: .post,
                headers: [.cookie: "session=\(try #require(rosa.cookies["session"]))", key: "retired-one"])
            #expect(begun.status == .gone && String(buffer: begun.body).contains("\"retired\":\"2026-11-23\""))
            let token = try await opened.house.programDesk.add(institution: "SERVIU", name: "Apoyo", days: 30, by: OpenedHouse.operators)
                .token
            let prepared = try await opened.client.execute(
                uri: "/api/preparations/SERVIU/P-1", method: .post,
                headers: [.authorization: "Bearer \(token)", .contentType: "application/json"],
                body: .init(
                    string: "{\"service\": \"\(Self.service)\", \"run\": \"12345678-5\", \"answers\": {\"forma_pago\": \"cuenta_rut\"}}"))
            #expect(String(buffer: prepared.body).contains("service: it is retired since 2026-11-23"))
            #expect(try await Self.begun(opened) == 0)
            await #expect(throws: ServiceRetired.self) { try await opened.house.offers(isDemonstration: true).look(Self.service) }
        }
    }

    @Test("what was begun is finished and filed; its case and its papers go on", arguments: Engine.available)
    func underWay(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            var path = try await ProcedureJourneyTests.begin(rosa, Self.service)
            #expect(!rosa.text.contains("nadie más puede comenzar"))
            try await Self.retire(opened)
            #expect(
                try await ProcedureJourneyTests.follow(rosa, try await rosa.get("/mi/tramites/nuevo/\(Self.service)")) == path,
                "to the draft")
            #expect(rosa.text.contains("nadie más puede comenzar") && rosa.text.contains("todavía se puede terminar y enviar"))
            path = try await ProcedureJourneyTests.answer(rosa, path, "cuenta_rut")
            path = try await ProcedureJourneyTests.answer(rosa, path, "yes")
            #expect(rosa.text.contains("nadie más puede comenzar"), "on the last page too")
            let filed = try await ProcedureJourneyTests.file(rosa)
            #expect(rosa.text.contains("$231.732") && !rosa.text.contains("nadie más puede comenzar"))
            let paper = try #require(rosa.text.firstMatch(of: #/\/documentos\/(\w{8})/#).map { String($0.1) })
            #expect(try await rosa.get("\(filed.prefix { $0 != "?" })/documentos/\(paper)").status == .ok)
            try await opened.browser().get("/verificar/\(paper)")
            let paula = try await AttentionJourneyTests.desk(opened, "paula", .supervisor)
            try await paula.get("/mesa/servicios")
            #expect(paula.text.contains("Retirado desde el"), "\(paula.text)")
            #expect(try await rosa.get("/mi/tramites/nuevo/\(Self.service)").status == .gone, "and not a second time")
        }
    }

    @Test("is retired once and opened again, each with its author, its reason and its line in the record", arguments: Engine.available)
    func reopened(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let shelf = opened.house.definitions
            await #expect(throws: NotFound.self) { try await shelf.retire("nada", reason: nil, author: "x", by: OpenedHouse.operators) }
            #expect(try await !shelf.reopen(Self.service, author: "Ana Soto", by: OpenedHouse.operators), "it was never retired")
            #expect(try await Self.retire(opened))
            #expect(try await !Self.retire(opened), "once")
            let retirement = try #require(try await shelf.retired().first)
            #expect(retirement.line == "retired since 2026-11-23 by María Pérez: \(Self.reason)")
            let service = try #require(try ServiceFiles.read(CatalogueJourneyTests.root + "/Services").services[Self.service])
            #expect(ServiceList.lines([service], retired: [Self.service: retirement])[0].hasSuffix("  \(retirement.line)"))
            #expect(ServiceList.lines([], retired: [Self.service: retirement]) == ["\(Self.service)  \(retirement.line)"])
            #expect(try await shelf.withoutFile([:]).contains("subsidio-familiar"))
            #expect(try await !shelf.withoutFile([:]).contains(Self.service), "nobody begins it")
            #expect(try await shelf.reopen(Self.service, author: "Ana Soto", by: OpenedHouse.operators))
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            _ = try await ProcedureJourneyTests.begin(rosa, Self.service)
            #expect(try await Self.begun(opened) == 1)
            let verbs = try await opened.database.read {
                try $0.all("SELECT verb FROM audit WHERE verb IN ('procedure.retired', 'procedure.reopened') ORDER BY id") {
                    try $0["verb"] as String
                }
            }
            #expect(verbs == ["procedure.retired", "procedure.reopened"])
            #expect(try await Self.retire(opened), "and again")
            await #expect(throws: StorageFault.self, "the schema has it too") {
                try await opened.database.write { transaction in
                    try transaction.execute(
                        """
                        INSERT INTO procedure_retirement (id, service, author, retired)
                        VALUES (\(try transaction.newID()), \(Self.service), 'x', \(transaction.now))
                        """)
                }
            }
        }
    }
}
