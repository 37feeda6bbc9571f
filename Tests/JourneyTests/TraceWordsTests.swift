import Civic
import Foundation
import Ports
import Storage
import TestKit
import Testing

@testable import Server

@Suite("Every deed that concerns a person can be said to them")
struct TraceWordsTests {
    /// Every Swift file of the product, with its text.
    static func sources() throws -> [(file: String, text: String)] {
        let folder = CatalogueJourneyTests.root + "/Sources"
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") } ?? []
        return try names.map { ($0, try String(contentsOfFile: folder + "/" + $0, encoding: .utf8)) }
    }

    @Test("the deeds of all rooms have words")
    func verbs() async throws {
        try await OwnJourney.open(on: .sqlite) { own in
            let known = own.house.traceWords.verbs
            var seen = 0
            for (file, text) in try Self.sources() {
                for event in text.matches(of: #/Event\(\s*"([a-zA-Z.]+)"(.{0,300}?), by:/#.dotMatchesNewlines())
                where event.2.contains("subject:") {
                    seen += 1
                    if known[String(event.1)] == nil { Issue.record("\(file): no words for \(event.1)") }
                }
            }
            #expect(seen > 20)
        }
    }

    @Test("the kinds of data of all rooms have words")
    func fields() async throws {
        try await OwnJourney.open(on: .sqlite) { own in
            let known = own.house.traceWords.fields
            for (file, text) in try Self.sources() {
                let plain = text.matches(of: #/: PersonalField = "([a-zA-Z]+)"/#).map { String($0.1) }
                let wide = text.matches(of: #/= PersonalField\("([a-zA-Z]+)"/#).map { String($0.1) }
                for field in plain + wide where known[field] == nil { Issue.record("\(file): no words for \(field)") }
            }
        }
    }

    @Test("the reasons of all rooms are keys of texts")
    func purposes() throws {
        let texts = try Texts(file: CatalogueJourneyTests.root + "/Texts/es.json", language: "es")
        for (file, text) in try Self.sources() {
            let named = text.matches(of: #/(?:Disclosure\.)?Purpose = "([^"]+)"/#).map { String($0.1) }
            let given = text.matches(of: #/, for: "([a-z][a-zA-Z.]+)"/#).map { String($0.1) }
            for purpose in named + given where texts.filled(stored: purpose) == nil { Issue.record("\(file): no text for \(purpose)") }
        }
    }
}
