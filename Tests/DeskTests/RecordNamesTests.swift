import Civic
import Storage
import TestKit
import Testing

@testable import Desk

@Suite("The totals of contacts")
struct RecordNamesTests {
    @Test("call every channel and deed of the record's lists by words, in each language", arguments: Engine.available)
    func words(_ engine: Engine) async throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let languages = try Languages(folder: root + "/Texts").all
        try await engine.withDatabase([.people, .interactions]) { database in
            let day = Day(number: 20_000)
            let (channels, deeds) = try await database.read { snapshot in
                (
                    try CodeStore().codes(of: .channel, on: day, snapshot).map(\.name),
                    try CodeStore().codes(of: .deed, on: day, snapshot).map(\.name)
                )
            }
            #expect(channels.count > 10 && deeds.count > 7)
            for texts in languages {
                for name in channels { #expect(RecordNames.channel(name, texts) != name || name == "chat", "\(name) in \(texts.language)") }
                for name in deeds { #expect(RecordNames.deed(name, texts) != name, "\(name) in \(texts.language)") }
                #expect(RecordNames.channel("radio", texts) == "radio", "what an installation added is called as its list does")
            }
        }
    }
}
