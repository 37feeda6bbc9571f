import Civic
import Storage
import TestKit
import Testing

@Suite("The names of the record's lists")
struct RecordNamesTests {
    @Test("are words, in each language, for every row that the product brings", arguments: Engine.available)
    func words(_ engine: Engine) async throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
        let languages = try Languages(folder: root + "/Texts").all
        try await engine.withDatabase([.people, .interactions]) { database in
            try await database.write { try CodeStore().add(100, named: "radio", to: .channel, from: Day(number: 20_000), $0) }
            let codes = try await database.read { snapshot in
                try CodeStore().all(snapshot)
            }
            for texts in languages {
                let names = RecordNames(codes, texts)
                for code in codes where code.number < 100 {
                    switch code.list {
                    case .channel:
                        #expect(names.channel(code.number) != code.name || code.name == "chat", "\(code.name) in \(texts.language)")
                    case .deed: #expect(names.deed(code.number) != code.name, "\(code.name) in \(texts.language)")
                    case .outcome: #expect(names.outcome(code.number) != code.name, "\(code.name) in \(texts.language)")
                    case .modality: #expect(names.modality(code.number) != code.name, "\(code.name) in \(texts.language)")
                    case .medium, .origin: continue
                    }
                }
                #expect(names.channel(100) == "radio", "what an installation added is called as its list does")
            }
        }
    }
}
