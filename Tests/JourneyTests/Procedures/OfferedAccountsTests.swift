import Expressions
import Flows
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Procedures
import TestKit
import Testing
import Civic

@testable import Server

@Suite("The accounts that a register gives, by program and on a terminal")
struct OfferedAccountsTests {
    @Test(
        "a program is told in the schema of everybody that a register gives some, and in that of the person which",
        arguments: Engine.available)
    func program(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let known = try await opened.client.execute(uri: "/api/services/cambio-de-forma-de-pago", method: .get)
            let all = String(buffer: known.body)
            #expect(all.contains("\"anyOf\"") && all.contains("Otras cuentas a su nombre") && !all.contains("00445566"))
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            _ = try await ProcedureJourneyTests.begin(rosa, "cambio-de-forma-de-pago")
            let code = try #require(rosa.text.firstMatch(of: #/tramites\/([A-Z0-9]{8})\/preguntas/#).map { String($0.1) })
            let mine = try await rosa.get("/api/applications/\(code)")
            let shown = String(buffer: mine.body)
            #expect(shown.contains("\"const\":\"Banco BCI 00445566\"") && shown.contains("\"oneOf\""))
        }
    }

    @Test("a terminal lists them, and takes one by its number")
    func terminal() throws {
        let root = CatalogueJourneyTests.root
        let territory = try Territory(folder: root + "/Catalogue/territory")
        let service = try ServiceFiles.service("cambio-de-forma-de-pago", in: root + "/Services", of: root + "/Catalogue")
        var plain = PlainRun(
            Interpreter(service, parameters: try ServiceFiles.parameters(root + "/Catalogue")), checks: .house(territory),
            texts: try Languages(folder: root + "/Texts").all[0], territory: territory, today: try #require(Day(iso: "2026-11-28")),
            facts: [
                "tiene_pagos": .bool(true), "modo": .string("Pago en efectivo"), "dias_desde_cambio": .int(100),
                "cuentas": .list([.string("CuentaRUT 12345678"), .string("Banco BCI 00445566")]),
            ], answers: [:])
        var (said, lines) = ([String](), ["2"])
        _ = try plain.run(read: { lines.isEmpty ? nil : lines.removeFirst() }, write: { said.append($0) })
        let all = said.joined(separator: "\n")
        #expect(all.contains("  2. Banco BCI 00445566\n  3. En otra cuenta a mi nombre"), "\(all)")
        #expect(all.contains("La cuenta está a su nombre."), "\(all)")
    }
}
