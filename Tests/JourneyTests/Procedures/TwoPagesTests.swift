import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import TestKit
import Testing

@testable import Server

/// The same procedure open on two pages: a telephone and a computer, or a person and a relative.
@Suite("A procedure open on two pages")
struct TwoPagesTests {
    private static func action(_ browser: Browser) throws -> String {
        let action = try #require(browser.text.firstMatch(of: #/action="([^"]+\/preguntas\/[^"]+)"/#).map { String($0.1) })
        return action.replacing("&amp;", with: "&")
    }

    @Test("what was answered on the newer page stands, and the older one says so and shows it", arguments: Engine.available)
    func conflict(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (first, second) = (
                try await ProcedureJourneyTests.citizen(opened), try await ProcedureJourneyTests.citizen(opened)
            )
            let path = try await ProcedureJourneyTests.begin(first, "pension-garantizada-universal")
            try await second.get(path)
            let old = try Self.action(second)
            _ = try await ProcedureJourneyTests.answer(first, path, "presencial")
            let there = try await ProcedureJourneyTests.follow(second, try await second.post(old, ["respuesta=cuenta_rut"]))
            #expect(there == "\(path)?cambio=si")
            #expect(second.text.contains("Esta respuesta cambió en otra página"))
            let kept = try #require(second.text.firstMatch(of: #/value="presencial"[^>]*/#).map { String($0.0) })
            #expect(kept.contains("checked"), "what stands is what is shown")
            let changed = try await ProcedureJourneyTests.answer(second, path, "cuenta_rut")
            #expect(!changed.contains("cambio=si"))
            try await first.get(path)
            #expect(!first.text.contains("Esta respuesta cambió"))
        }
    }

    @Test("an answer that nobody gave meanwhile is kept, and the same answer twice is one", arguments: Engine.available)
    func kept(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (first, second) = (
                try await ProcedureJourneyTests.citizen(opened), try await ProcedureJourneyTests.citizen(opened)
            )
            let path = try await ProcedureJourneyTests.begin(first, "pension-garantizada-universal")
            let next = try await ProcedureJourneyTests.answer(first, path, "cuenta_rut")
            try await second.get(next)
            let old = try Self.action(second)
            // The first question is changed elsewhere: the page of the second one is older than the procedure now.
            try await first.get(path)
            _ = try await ProcedureJourneyTests.answer(first, path, "presencial")
            let answered = try await ProcedureJourneyTests.follow(second, try await second.post(old, ["respuesta=yes"]))
            #expect(answered.hasSuffix("/preguntas/comuna_pago") && !second.text.contains("Esta respuesta cambió"))
            let done = try await ProcedureJourneyTests.answer(second, answered, "13101")
            #expect(done.hasSuffix("/revisar"), "the other one is answered: \(done)")
            try await first.get(next)
            let same = try Self.action(first)
            try await second.get(path)
            _ = try await ProcedureJourneyTests.answer(second, path, "cuenta_rut")
            let twice = try await ProcedureJourneyTests.follow(first, try await first.post(same, ["respuesta=yes"]))
            #expect(!twice.contains("cambio=si"), "it says what was said")
        }
    }

    @Test("a page asks one question, and that is its heading", arguments: Engine.available)
    func heading(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let path = try await ProcedureJourneyTests.begin(rosa, "pension-garantizada-universal")
            #expect(rosa.text.contains("<legend><h1>"), "\(path)")
            #expect(rosa.text.components(separatedBy: "<h1>").count == 2)
            #expect(rosa.text.contains("Pregunta 1 de unas 2"))
        }
    }
}
