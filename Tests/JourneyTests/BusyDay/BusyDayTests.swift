import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import TestKit
import Testing
import Web

@testable import Server

@Suite("After a busy day")
struct BusyDayTests {
    /// What people said of themselves, and the numbers by which they are known, in each spelling.
    private static let secrets = [
        "12345678", "12.345.678", "44444444", "44.444.444", "ancupil", "rosa elena", "987654321", "9 8765 4321", "rosa.marca@ejemplo.cl",
        "pasaje inventado 4711", "mi vecina trabaja ah", "signlanguage",
    ]

    @Test(
        "a copy of the database without its keys gives nobody away, and neither do log, measures or addresses", arguments: Engine.available)
    func quiet(engine: Engine) async throws {
        try await BusyHouse.open(on: engine) { busy in
            let before = try await busy.ransack.count(Self.secrets)
            let told = try await Self.day(busy)
            #expect(told.contains("Ñancupil") && told.contains("987654321"), "the day really happened")
            let after = try await busy.ransack.count(Self.secrets)
            for secret in Self.secrets {
                #expect(after[secret] == before[secret], "\(secret) stands in the database in clear")
                #expect(!busy.lines.text.lowercased().contains(secret), "\(secret) stands in the log")
                #expect(!busy.measures.exposition.lowercased().contains(secret), "\(secret) stands in the measures")
            }
            #expect(busy.lines.text.contains("\"event\":\"request\""))
            let addresses = told.matches(of: #/(?:href|action|src)="([^"]*)"/#).map { String($0.1).lowercased() }
            #expect(addresses.count > 100)
            for secret in Self.secrets
            where addresses.contains(where: { $0.contains(secret) && !$0.hasPrefix("tel:") && !$0.hasPrefix("mailto:") }) {
                Issue.record("\(secret) stands in an address")
            }
        }
    }

    @Test("a word that does stand in the database in clear is found")
    func finds() async throws {
        try await BusyHouse.open(on: .sqlite) { busy in
            _ = try await busy.house.database.write {
                try $0.record(Event("test.done", detail: Array("soy RUN 12.345.678-5".utf8)), by: .anonymous)
            }
            #expect(try await busy.ransack.count(["12.345.678"])["12.345.678"] ?? 0 > 0)
        }
    }

    /// Two persons come, give what they have, ask for what there is, and go. Gives back all that they saw.
    private static func day(_ busy: BusyHouse) async throws -> String {
        var told = ""
        for run in ["12345678-5", "44444444-4"] {
            let person = try await SignedIn.person(busy.client, run: run)
            func send(_ fields: [String], _ path: String) async throws {
                let answer = try await person.send(fields, from: path, busy.client)
                #expect(answer.status == .seeOther, "\(path) \(answer.status)")
            }
            try await send(["telefono=9+8765+4321"], "/mi/datos/contactos/agregar/telefono")
            try await send(["correo=rosa.marca%40ejemplo.cl"], "/mi/datos/contactos/agregar/correo")
            try await send(["direccion=Pasaje+Inventado+4711"], "/mi/datos/contactos/agregar/direccion")
            for path in ["/mi", "/mi/datos", "/mi/datos/contactos", "/mi/quien-vio", "/mi/avisos", "/mi/sesiones", "/en/mi/quien-vio"] {
                let page = try await person.get(path, busy.client)
                #expect(page.status == .ok, "\(path)")
                told += String(buffer: page.body)
            }
            let line = try #require(told.matches(of: #/\/mi\/quien-vio\/(\d+)\/preguntar/#).last.map { String($0.1) })
            try await send(["pregunta=Mi+vecina+trabaja+ah%C3%AD"], "/mi/quien-vio/\(line)/preguntar")
            _ = try await busy.client.execute(uri: "/fichas/12345678-5", method: .get)
            _ = try await busy.client.execute(uri: "/buscar?q=12.345.678-5", method: .get)
        }
        return told
    }
}
