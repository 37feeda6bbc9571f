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

@Suite("The interface of the data tracker")
struct UsageJourneyTests {
    static let own = "/api/v2/findUsage?userCode=CL9876123-3"

    static func ask(_ own: OwnJourney, _ path: String, as code: String? = "CL9876123-3", cookie: String? = nil) async throws
        -> TestResponse
    {
        var headers = HTTPFields()
        if let name = HTTPField.Name("X-Road-UserId"), let code { headers[name] = code }
        return try await own.get(path, as: cookie, headers: headers)
    }

    static func object(_ answer: TestResponse) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(String(buffer: answer.body).utf8)) as? [String: Any])
    }

    @Test("says of each look of others when, why and who, field by field as its specification", arguments: Engine.available)
    func found(_ engine: Engine) async throws {
        try await OwnJourney.open(on: engine) { own in
            _ = try await own.get("/mi")
            let answer = try await Self.ask(own, Self.own)
            #expect(answer.status == .ok && answer.headers[.contentType] == "application/json")
            let found = try Self.object(answer)
            #expect(Set(found.keys) == ["totalUsages", "usages"])
            let usages = try #require(found["usages"] as? [[String: Any]])
            #expect(found["totalUsages"] as? Int == usages.count && usages.count == 3, "registered, numbered, contact added")
            for usage in usages {
                #expect(Set(usage.keys) == ["logtime", "action", "receiverCode", "receiverName", "receiverSystem"])
                #expect(usage["logtime"] as? String == "2026-11-23T12:00:00.000Z")
                #expect(usage.values.allSatisfy { ($0 as? String)?.isEmpty == false })
            }
            #expect(!usages.contains { ($0["action"] as? String)?.contains("Usted") == true }, "what the person did reached nobody")
        }
    }

    @Test("is narrowed by its period, and read in pages that leave the total as it is", arguments: Engine.available)
    func paging(_ engine: Engine) async throws {
        try await OwnJourney.open(on: engine) { own in
            func count(_ query: String) async throws -> [Int?] {
                let found = try Self.object(try await Self.ask(own, Self.own + query))
                return [found["totalUsages"] as? Int, (found["usages"] as? [Any])?.count]
            }
            for (query, expected) in [
                ("&limit=2", [3, 2]),
                ("&limit=2&offset=2", [3, 1]),
                ("&limit=0", [3, 0]),
                ("&periodStart=2026-11-23T12:00:00.000Z&periodEnd=2026-11-23T09:00:00-03:00", [3, 3]),
                ("&periodStart=2026-11-23T12:00:01Z", [0, 0]),
                ("&periodEnd=2026-11-23T11:59:59Z", [0, 0]),
                ("&periodStart=&limit=", [3, 3]),
            ] {
                let found = try await count(query)
                #expect(found == expected, "\(query)")
            }
        }
    }

    @Test("refuses what it can't read, and everybody but the person themselves", arguments: Engine.available)
    func refusals(_ engine: Engine) async throws {
        try await OwnJourney.open(on: engine) { own in
            for query in [
                "&limit=-1", "&limit=x", "&offset=2147483648", "&periodStart=ayer", "&periodEnd=2026-11-23",
                "&periodEnd=2026-13-01T00:00:00Z",
            ] {
                let answer = try await Self.ask(own, Self.own + query)
                let message = try Self.object(answer)["message"] as? String
                #expect(answer.status == .badRequest && message?.isEmpty == false, "\(query)")
            }
            for (path, code) in [
                (Self.own, nil), (Self.own, ""), (Self.own, "EE12345678901"), (Self.own, "CL9876123-4"),
                ("/api/v2/findUsage", "CL9876123-3"),
                ("/api/v2/findUsage?userCode=9876123-3", "CL9876123-3"),
            ] {
                #expect(try await Self.ask(own, path, as: code).status == .badRequest, "\(code ?? "nobody")")
            }
            let others = [
                try await Self.ask(own, "/api/v2/findUsage?userCode=CL11111111-1"), try await Self.ask(own, Self.own, as: "CL11111111-1"),
            ]
            #expect(others.allSatisfy { $0.status == .forbidden && $0.headers[.contentType] == "application/problem+json" })
            #expect(try await Self.ask(own, Self.own, cookie: "session=x").status == .unauthorized)
            let declared = try await OwnJourney.signIn(own.rosa, own.house, assurance: .declared)
            #expect(try await Self.ask(own, Self.own, cookie: declared).status == .unauthorized)
        }
    }

    @Test("says since when there are lines, and that it works", arguments: Engine.available)
    func others(_ engine: Engine) async throws {
        try await OwnJourney.open(on: engine) { own in
            let period = try Self.object(try await own.get("/api/v2/usagePeriod"))
            #expect(period as? [String: String] == ["periodStart": "2026-11-23T12:00:00.000Z"])
            let beat = try Self.object(try await own.get("/api/v2/heartbeat"))
            #expect(Set(beat.keys) == ["status", "message"] && beat["status"] as? String == "OK")
        }
    }
}
