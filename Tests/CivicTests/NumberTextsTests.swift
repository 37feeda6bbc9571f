import Foundation
import Testing

@testable import Civic

@Suite("Numbers as people write them")
struct NumberTextsTests {
    private func texts() throws -> Texts { try Texts(file: Sources.root + "/Texts/es.json", language: "es") }

    @Test(
        "have a dot between thousands and a comma before decimals",
        arguments: [
            (0.0, "0"), (-0.04, "0"), (999, "999"), (1000, "1.000"), (8_519_527, "8.519.527"), (-1234.56, "-1.234,6"), (0.5, "0,5"),
            (2.96, "3"), (.nan, ""), (.infinity, ""), (1e15, "1.000.000.000.000.000"),
        ])
    func spanish(_ value: Double, _ expected: String) throws {
        #expect(try texts().number(value) == expected)
    }

    @Test("have as many decimals as were asked for, and no zeros at their end")
    func decimals() throws {
        let texts = try texts()
        #expect(texts.number(3.14159, decimals: 3) == "3,142" && texts.number(3.1, decimals: 3) == "3,1")
        #expect(texts.number(2.5, decimals: 0) == "2" && texts.number(1.25, decimals: -4) == "1")
    }

    @Test("are the same when they are whole, as numbers of either kind, in 100,000 random cases")
    func whole() throws {
        let texts = try texts()
        for _ in 0..<100_000 {
            let value = Int.random(in: -(1 << 50)...(1 << 50)) >> Int.random(in: 0...50)
            let text = texts.number(value)
            try #require(Int(text.replacing(".", with: "")) == value)
            try #require(texts.number(Double(value)) == text)
            let groups = text.split { $0 == "." }.dropFirst()
            try #require(groups.allSatisfy { $0.count == 3 })
        }
        #expect(texts.number(Int.min) == "-9.223.372.036.854.775.808")
    }

    @Test("follow the language: another one has other signs")
    func another() {
        let english = Texts(language: "en", entries: ["number.thousands": .text(","), "number.decimals": .text(".")])
        #expect(english.number(1234.5) == "1,234.5")
    }
}
