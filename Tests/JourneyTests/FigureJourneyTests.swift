import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Intake
import NIOCore
import Statistics
import Storage
import TestKit
import Testing

@testable import Server

@Suite("The figures of the network")
struct FigureJourneyTests {
    private static let operators = Actor(.system(1), assurance: .verified)

    @Test("are exactly what the record says after a made-up year, a file, reports and corrections", arguments: Engine.available)
    func exact(_ engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let house = opened.house
            _ = try await house.syntheticDesk().make(year: 2022, rows: 2500, by: Self.operators)
            opened.clock.move(byMilliseconds: 1000)
            let folder = FileManager.default.temporaryDirectory.appending(path: "figures-\(UInt64.random(in: 0...UInt64.max))")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let lines = (0..<500).map { "2019-03-0\(1 + $0 % 9)T10:30:00-03:00,desk,branch,information,1,5013,\($0),300\r\n" }
            try Data(("at,medium,channel,act,point,product,wait,duration\r\n" + lines.joined()).utf8).write(
                to: folder.appending(path: "a.csv"))
            let load = try await house.importDesk.take(
                folder.appending(path: "a.csv"), rejects: folder.appending(path: "r.csv"), by: Self.operators)
            #expect(load.accepted == 500 && load.refused == 0)
            opened.clock.move(byMilliseconds: 1000)
            let contacts = try await house.database.write { transaction in
                try (0..<20).compactMap { _ in
                    try transaction.record(
                        Event("contact.made", contact: Interaction(.desk, .branch, .information, point: 1)), by: Self.operators)
                }
            }
            try await house.database.write { transaction in
                for id in contacts.prefix(7) {
                    _ = try InteractionDesk().correct(id, to: Interaction(.desk, .video, .delivery), by: Self.operators, transaction)
                }
            }
            let report = try await VerificationDesk(house.database).run(repair: false)
            #expect(report.contacts == 3020 && report.faults.isEmpty, "\(report.faults.prefix(3))")
        }
    }

    @Test("come from programs with a token alone, one contact at a time or many, and say what became of each", arguments: Engine.available)
    func reported(_ engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let key = try await opened.house.programDesk.add(institution: "IPS", name: "prueba", days: 1, by: Self.operators)
            func post(_ body: String, token: String?) async throws -> TestResponse {
                var fields: HTTPFields = [.contentType: "application/json"]
                if let token { fields[.authorization] = "Bearer " + token }
                return try await opened.client.execute(
                    uri: "/api/interactions", method: .post, headers: fields, body: ByteBuffer(string: body))
            }
            func contact(_ id: String, _ outcome: String = "resolved") -> String {
                """
                {"id":"\(id)","at":"2026-11-02T10:00:00-03:00","medium":"desk","channel":"branch","act":"information","outcome":"\(outcome)"}
                """
            }
            for wrong in [nil, "", "vt_nothing"] {
                let refused = try await post(contact("a"), token: wrong)
                #expect(refused.status == .unauthorized && refused.headers[.wwwAuthenticate] != nil)
            }
            #expect(try await post(contact("a"), token: key.token).status == .created)
            #expect(try await post(contact("a"), token: key.token).status == .ok)
            #expect(try await post(contact("a", "pending"), token: key.token).status == .conflict)
            #expect(try await post(contact("b", "well"), token: key.token).status == .unprocessableContent)
            #expect(try await post(String(contact("c").dropLast(20)), token: key.token).status == .badRequest)
            let many = try await post("{\"interactions\":[\(contact("d")),\(contact("two words")),\(contact("a"))]}", token: key.token)
            let text = String(buffer: many.body)
            #expect(many.status == .ok && text.contains("\"recorded\"") && text.contains("\"repeated\"") && text.contains("\"refused\""))
            #expect(!text.contains("two words"), "what is no name is not sent back")
            #expect(try await opened.house.programDesk.close(key.id, by: Self.operators))
            #expect(try await post(contact("e"), token: key.token).status == .unauthorized)
        }
    }
}
