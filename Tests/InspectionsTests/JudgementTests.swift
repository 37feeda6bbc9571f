import Civic
import Foundation
import Testing

@testable import Inspections

@Suite("What is said of a page")
struct JudgementTests {
    let texts: Texts

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        texts = try Texts(file: root.appendingPathComponent("Texts/es.json").path, language: "es")
    }

    /// A page in which nothing is wrong.
    static var good: PageReading {
        var outline = Outline()
        (outline.title, outline.lang, outline.text, outline.headings, outline.fields) = ("Title", "es", 1000, [1, 2, 3, 2], 2)
        return PageReading(
            address: "https://www.a.gob.cl/x",
            requests: [
                .init(address: "https://www.a.gob.cl/x", status: 200, bytes: 9_000, isFirstView: true),
                .init(address: "https://static.a.gob.cl/y.css", status: 200, bytes: 5_000, isFirstView: true),
                .init(address: "https://a.gob.cl/later.js", status: 200, bytes: 90_000, isFirstView: false),
            ], scripted: outline, plain: outline)
    }

    private func kinds(_ change: (inout PageReading) -> Void) -> [Finding.Kind] {
        var reading = Self.good
        change(&reading)
        return Judgement(reading, texts: texts).findings.map(\.kind)
    }

    @Test("a good page has no findings, and its measures are told")
    func nothing() {
        let judgement = Judgement(Self.good, texts: texts)
        #expect(judgement.passes && judgement.firstView == 14_000 && judgement.total == 104_000 && judgement.thirdParties.isEmpty)
        let report = InspectionReport(Self.good, texts: texts)
        #expect(report.lines.count == 3 && report.lines[2].contains("14 kB") && report.lines[2].contains("104 kB"))
    }

    @Test("each fault has its own finding, and no other")
    func each() {
        #expect(kinds { $0.requests[0].bytes += 1 } == [.firstView])
        #expect(kinds { $0.requests[2].bytes = 500_000 } == [.total])
        #expect(
            kinds { $0.requests += (0..<23).map { .init(address: "https://a.gob.cl/\($0)", status: 200, bytes: 1, isFirstView: false) } }
                == [.requests])
        #expect(kinds { $0.requests[2].address = "https://cdn.example/x.js" } == [.thirdParties])
        #expect(kinds { $0.plain.text = 499 } == [.empty])
        #expect(kinds { $0.plain.fields = 1 } == [.formNeedsScript])
        #expect(
            kinds { $0.scripted.contrasts = [.init(text: "a", ratio: 2, needed: 4.5, colour: "#AAAAAA", background: "#FFFFFF")] } == [
                .contrast
            ])
        #expect(kinds { $0.scripted.unlabelled = ["input a"] } == [.labels])
        #expect(kinds { $0.scripted.silent = ["a.png"] } == [.pictures])
        #expect(kinds { $0.scripted.lang = "" } == [.language])
        #expect(kinds { $0.scripted.title = "" } == [.title])
        #expect(kinds { $0.scripted.headings = [2, 1] } == [.headings])
        #expect(kinds { $0.requests[0].status = 404 } == [.unavailable])
        #expect(kinds { $0.requests = [] } == [.unavailable])
    }

    @Test("of a page that did not open nothing else is said")
    func closed() {
        var reading = Self.good
        reading.requests[0].status = nil
        let report = InspectionReport(reading, texts: texts)
        #expect(!report.judgement.isOpen && report.lines.count == 4 && report.lines[2].contains("sin respuesta"))
        #expect(Judgement(Self.good, texts: texts).isOpen)
    }

    @Test("one thing and many are told apart")
    func plurals() {
        var reading = Self.good
        reading.scripted.unlabelled = ["input a"]
        #expect(InspectionReport(reading, texts: texts).lines.contains { $0.hasPrefix("- Hay 1 campo sin nombre") })
        reading.scripted.unlabelled = ["input a", "input b"]
        #expect(InspectionReport(reading, texts: texts).lines.contains { $0.hasPrefix("- Hay 2 campos sin nombre") })
    }

    @Test(
        "headings are in order with one first, and no level left out on the way down",
        arguments: [([1], true), ([1, 2, 2, 3, 2], true), ([1, 2, 3, 1], false), ([1, 3], false), ([], false), ([2], false)])
    func headings(_ levels: [Int], _ isInOrder: Bool) {
        #expect(Judgement.isInOrder(levels) == isInOrder)
    }

    @Test("a host is known whatever stands around it")
    func hosts() {
        #expect(Judgement.host("https://user@WWW.a.cl:8080/x?y#z") == "www.a.cl" && Judgement.host("https://a.cl") == "a.cl")
        #expect(
            Judgement.isSame("static.a.cl", "www.a.cl") && !Judgement.isSame("b-a.cl", "a.cl") && !Judgement.isSame("b.gob.cl", "a.gob.cl"))
    }

    @Test("every finding has a sentence with its values in it, and says how to mend it")
    func sentences() throws {
        for kind in Finding.Kind.allCases {
            #expect(texts[kind.words] != kind.words.description && texts[kind.mending] != kind.mending.description, "\(kind)")
        }
        var reading = Self.good
        reading.requests[0].bytes = 3_000_000
        reading.scripted.contrasts = (0..<9).map {
            .init(text: "word \($0)", ratio: 2.5, needed: 4.5, colour: "#AAAAAA", background: "#FFFFFF")
        }
        reading.scripted.lang = ""
        let report = InspectionReport(reading, texts: texts)
        let said = report.lines.joined(separator: "\n")
        #expect(!said.contains("{") && said.contains("3.005 kB") && said.contains("word 4") && !said.contains("word 5"))
        let data = try JSONEncoder().encode(report.written)
        let read = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(read["passes"] as? Bool == false && (read["findings"] as? [[String: Any]])?.count == report.judgement.findings.count)
    }
}
