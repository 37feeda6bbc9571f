import Civic
import Testing

@testable import Inspections

@Suite("Where a fault begins")
struct ThresholdTests {
    private let texts: Texts

    init() throws { texts = try JudgementTests().texts }

    private func found(_ standard: Standard = Standard(), _ change: (inout PageReading) -> Void) -> [Finding] {
        var reading = JudgementTests.good
        change(&reading)
        return Judgement(reading, standard, texts: texts).findings
    }

    private func kinds(_ change: (inout PageReading) -> Void) -> [Finding.Kind] { found(Standard(), change).map(\.kind) }

    private static func request(_ number: Int, bytes: Int = 0, isFirstView: Bool = false) -> PageReading.Request {
        .init(address: "https://a.gob.cl/\(number)", status: 200, bytes: bytes, isFirstView: isFirstView)
    }

    @Test(
        "the first view: fourteen thousand bytes are right, one more is not", arguments: [(13_999, false), (14_000, false), (14_001, true)])
    func firstView(_ bytes: Int, _ isWrong: Bool) {
        let kinds = kinds {
            $0.requests = [Self.request(0, bytes: bytes - 10, isFirstView: true), Self.request(1, bytes: 10, isFirstView: true)]
        }
        #expect(kinds == (isWrong ? [.firstView] : []))
        #expect(self.kinds { $0.requests = [Self.request(0, bytes: bytes)] }.isEmpty, "what comes later is not of the first view")
    }

    @Test("all of it: half a million bytes are right, one more is not", arguments: [(499_999, false), (500_000, false), (500_001, true)])
    func total(_ bytes: Int, _ isWrong: Bool) {
        let kinds = kinds { $0.requests = [Self.request(0, bytes: 1, isFirstView: true), Self.request(1, bytes: bytes - 1)] }
        #expect(kinds == (isWrong ? [.total] : []))
    }

    @Test("requests: twenty-five are right, one more is not", arguments: [(1, false), (24, false), (25, false), (26, true)])
    func requests(_ count: Int, _ isWrong: Bool) {
        #expect(kinds { $0.requests = (0..<count).map { Self.request($0) } } == (isWrong ? [.requests] : []))
    }

    @Test("a page is open from 200 to 299", arguments: [(199, false), (200, true), (299, true), (300, false), (404, false), (503, false)])
    func open(_ status: Int, _ isOpen: Bool) {
        let found = found { $0.requests[0].status = status }
        #expect(found.isEmpty == isOpen)
        #expect(isOpen || found == [Finding(.unavailable, ["status": "\(status)"])])
    }

    @Test(
        "without scripts half of the text is enough, and less is not", arguments: [(499, true), (500, false), (501, false), (5_000, false)])
    func plain(_ text: Int, _ isWrong: Bool) {
        #expect(found { $0.plain.text = text } == (isWrong ? [Finding(.empty, ["percent": "49"])] : []))
    }

    @Test("a page of no text at all says the same without scripts")
    func noText() {
        #expect(kinds { ($0.scripted.text, $0.plain.text) = (0, 0) }.isEmpty)
        #expect(found { ($0.scripted.text, $0.plain.text) = (3, 0) } == [Finding(.empty, ["percent": "0"])])
    }

    @Test(
        "each field that is missing without scripts counts, and one more than with them does not",
        arguments: [(0, 2), (1, 1), (2, nil), (3, nil)])
    func fields(_ fields: Int, _ missing: Int?) {
        #expect(found { $0.plain.fields = fields } == (missing.map { [Finding(.formNeedsScript, count: $0)] } ?? []))
    }

    @Test("another's host is one however often it is asked, and its own parts are its own")
    func thirdParties() {
        let found = found {
            $0.requests[1].address = "https://x.example/a"
            $0.requests[2].address = "https://X.example:8443/b"
            $0.requests.append(.init(address: "https://cdn.a.gob.cl/c", status: 200, bytes: 0, isFirstView: false))
            $0.requests.append(.init(address: "https://anda.gob.cl/d", status: 200, bytes: 0, isFirstView: false))
        }
        #expect(found == [Finding(.thirdParties, count: 2, examples: ["anda.gob.cl", "x.example"])])
    }

    @Test("one thing without a name is enough, and five are shown of those that there are", arguments: [0, 1, 5, 6, 40])
    func examples(_ count: Int) {
        let names = (0..<count).map { "n\($0)" }
        let found = found { ($0.scripted.unlabelled, $0.scripted.silent) = (names, names) }
        #expect(found.map(\.kind) == (count == 0 ? [] : [.labels, .pictures]))
        #expect(found.allSatisfy { $0.count == count && $0.examples == Array(names.prefix(5)) })
    }

    @Test("the three heaviest are named, the heaviest first, cut to what fits a line")
    func heaviest() throws {
        let found = found {
            $0.requests = [1, 4_000, 2, 9_000, 3_000].enumerated().map { number, bytes in
                .init(
                    address: "https://a.gob.cl/\(number)" + String(repeating: "x", count: 300), status: 200, bytes: bytes, isFirstView: true
                )
            }
        }
        let examples = try #require(found.first?.examples)
        #expect(found.map(\.kind) == [.firstView] && examples.count == 3)
        #expect(zip(examples, ["9", "4", "3"]).allSatisfy { $0.hasPrefix($1) } && examples.allSatisfy { $0.count < 140 })
    }

    @Test("another standard has other limits")
    func standard() {
        var strict = Standard()
        (strict.firstView, strict.total, strict.requests, strict.plainShare) = (13_999, 103_999, 2, 1.01)
        #expect(found(strict) { _ in }.map(\.kind) == [.firstView, .total, .requests, .empty])
    }

    @Test("a page may have all of them, each told once")
    func all() {
        let found = found {
            $0.requests = (0..<30).map { .init(address: "https://x.example/\($0)", status: 200, bytes: 50_000, isFirstView: true) }
            $0.scripted = Outline()
            ($0.scripted.fields, $0.scripted.text, $0.scripted.headings) = (1, 100, [2])
            ($0.scripted.unlabelled, $0.scripted.silent) = (["a"], ["b"])
            $0.scripted.contrasts = [.init(text: "a", ratio: 4.49, needed: 4.5, colour: "#777777", background: "#FFFFFF")]
            $0.plain = Outline()
        }
        #expect(Set(found.map(\.kind)) == Set(Finding.Kind.allCases).subtracting([.unavailable]) && found.count == 12)
        #expect(found.allSatisfy { !$0.sentence(texts).contains("{") })
    }
}
