import Ports
import Storage
import TestKit
import Testing

@testable import Civic
@testable import Portal

@Suite("A line of the trace in words")
struct TraceReaderTests {
    static func texts() throws -> Texts { try Texts(file: Reference.root + "/Texts/es.json", language: "es") }
    static let rosa = PersonID(5)

    static let reader = TraceReader(
        posts: StaffPosts { staff in
            staff == 7
                ? StaffPosts.Post(title: "Ejecutiva de atención", institution: "Instituto de Previsión Social", point: 1, code: "IPS") : nil
        }, words: .ground, point: { $0 == 1 ? "Sucursal Central" : nil })

    static func trace(
        kind: Int, actor: Int64?, verb: String = "person.read", fields: [String] = [], purpose: String? = nil, channel: Channel? = nil,
        point: Int64? = nil
    ) -> Trace {
        Trace(
            id: 1, at: Instant(milliseconds: TestClock.monday), actorKind: kind, actor: actor, assurance: .verified, verb: verb,
            interaction: nil, fields: fields, purpose: purpose, channel: channel, point: point)
    }

    static func line(_ trace: Trace) async throws -> TraceLine {
        try #require(try await reader.lines([trace], of: rosa, try texts()).first)
    }

    @Test("names the staff by post and institution, and says what, why and where")
    func staff() async throws {
        let line = try await Self.line(
            Self.trace(
                kind: 2, actor: 7, fields: ["contacts", "name"], purpose: "trace.purpose.ownData", channel: .branch, point: 1))
        #expect(line.who == "Ejecutiva de atención, Instituto de Previsión Social" && !line.isOwn)
        #expect(line.institutionCode == "IPS" && line.institution == "Instituto de Previsión Social")
        #expect(line.what == "Se vieron datos" && line.fields == ["datos de contacto", "nombre"])
        #expect(line.place == "En sucursal, Sucursal Central" && line.why == "Usted revisó sus datos")
    }

    @Test("tells the person from another who acts for them, and from systems")
    func others() async throws {
        let own = try await Self.line(Self.trace(kind: 1, actor: 5))
        #expect(own.isOwn && own.who == "Usted" && own.institution == nil)
        let proxy = try await Self.line(Self.trace(kind: 1, actor: 6))
        #expect(!proxy.isOwn && proxy.who == "Una persona que actúa por usted")
        #expect(try await Self.line(Self.trace(kind: 4, actor: 1)).who.hasPrefix("El sistema"))
        #expect(try await Self.line(Self.trace(kind: 3, actor: 1)).who.contains("otra institución"))
        #expect(try await Self.line(Self.trace(kind: 2, actor: 99)).who.contains("ya no se conoce"))
    }

    @Test("says plainly what it has no words for: an unknown deed, kind of data or reason")
    func unknown() async throws {
        let line = try await Self.line(
            Self.trace(kind: 4, actor: 1, verb: "x.y", fields: ["z"], purpose: "attention", channel: Channel(77), point: 9))
        #expect(line.what == "Se hizo algo con sus datos" && line.fields == ["otros datos"])
        #expect(line.why == "Sin una razón en palabras: pregunte" && line.place == "Por otra vía")
    }
}
