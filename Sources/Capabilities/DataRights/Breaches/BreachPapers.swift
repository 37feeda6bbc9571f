import Civic
import Ports

/// The drafts that go out after a breach. They are drafts: somebody reads and signs them.
struct BreachPapers {
    let breach: Breach
    /// How many persons had which kinds of data reached.
    let fields: [(fields: String, persons: Int)]
    /// What kinds of data are called.
    let words: TraceWords
    let operatorName: String?

    /// Name of the file and what stands in it, in the language of the house.
    func drafts(_ texts: Texts) -> [(file: String, text: String)] {
        let facts = facts(texts)
        return [
            (
                "csirt-1.txt",
                page([
                    texts["breaches.alert.title"], texts("breaches.alert.by", ["when": moment(breach.alertDue, texts)]), facts,
                    texts["breaches.alert.rest"],
                ])
            ),
            (
                "csirt-2.txt",
                page([
                    texts["breaches.report.title"], texts("breaches.report.by", ["when": moment(breach.reportDue, texts)]), facts,
                    texts["breaches.draft.measures"],
                ])
            ),
            (
                "agency.txt",
                page([texts["breaches.agency.title"], texts["breaches.agency.by"], facts, texts["breaches.draft.measures"]])
            ),
        ]
    }

    /// To one person, in their own language: what happened, which data, what they can do.
    func letter(to name: String?, _ fields: [String], _ texts: Texts) -> String {
        page([
            name.map { texts("breaches.letter.hello", ["name": $0]) } ?? texts["breaches.letter.hello.unknown"],
            texts["breaches.letter.why"],
            texts(
                "breaches.letter.what",
                ["cause": texts[breach.cause.title], "from": moment(breach.from, texts), "to": moment(breach.to, texts)]),
            texts("breaches.letter.data", ["fields": names(fields, texts)]), texts["breaches.letter.do"],
            texts("breaches.letter.ask", ["code": breach.code.description]), operatorName ?? texts["site.name"],
        ])
    }

    private func facts(_ texts: Texts) -> String {
        let head = [
            texts("breaches.fact.code", ["code": breach.code.description]),
            texts("breaches.fact.known", ["when": moment(breach.known, texts)]),
            texts(
                "breaches.fact.window",
                ["cause": texts[breach.cause.title], "from": moment(breach.from, texts), "to": moment(breach.to, texts)]),
            texts("breaches.fact.persons", count: breach.persons, ["reads": texts.number(breach.reads)]),
        ]
        return (head + fields.map { "- \(names($0.fields.split(separator: " ").map(String.init), texts)): \(texts.number($0.persons))" })
            .joined(separator: "\n")
    }

    private func names(_ fields: [String], _ texts: Texts) -> String { Self.names(fields, words, texts) }

    static func names(_ fields: [String], _ words: TraceWords, _ texts: Texts) -> String {
        Set(fields.map { texts[words.fields[$0] ?? "trace.field.other"] }).sorted().joined(separator: ", ")
    }

    private func moment(_ instant: Instant?, _ texts: Texts) -> String {
        guard let instant else { return texts["breaches.noTerm"] }
        return texts("breaches.moment", ["day": texts.short(Day(of: instant)), "hour": texts.hour(instant)])
    }

    private func page(_ parts: [String]) -> String { parts.joined(separator: "\n\n") + "\n" }
}
