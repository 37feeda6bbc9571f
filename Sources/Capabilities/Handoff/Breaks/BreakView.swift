import Civic
import Markup
import Web

/// The ranking of breaks as a page.
struct BreakView {
    let texts: Texts
    let reading: BreakDesk.Reading

    var page: Page {
        Page(
            title: texts["handoff.breaks.title"], summary: texts["handoff.breaks.lead"], path: "/datos/quiebres",
            trail: [Link(texts.address("/datos"), texts["openData.title"])],
            main: """
                <div class="wide">
                <h1>\(texts["handoff.breaks.title"])</h1>
                <p class="lead">\(texts["handoff.breaks.lead"])</p>
                <p>\(sentence)</p>
                \(table)
                <h2>\(texts["handoff.breaks.how"])</h2>
                <p>\(texts["handoff.breaks.how.watch"])</p>
                <p>\(texts["handoff.breaks.how.people"])</p>
                <p>\(texts("handoff.breaks.how.hidden", ["least": "\(InstitutionBreaks.least)"]))</p>
                <p><a href="\(texts.address("/datos/quiebres.json"))">\(texts["handoff.breaks.json"])</a></p>
                </div>
                """)
    }

    private var sentence: String {
        let watched = reading.institutions.filter { $0.visits > 0 }
        if watched.isEmpty { return texts["handoff.breaks.none"] }
        let broken = watched.filter { $0.answered < $0.visits }.count
        return texts(
            "handoff.breaks.found", count: broken, ["all": texts.number(watched.count), "day": texts.short(reading.day)])
    }

    private var table: HTML {
        DataTable.framed(
            id: "quiebres", caption: texts("handoff.breaks.caption", ["day": texts.short(reading.day)]),
            columns: [
                .init(texts["handoff.breaks.institution"]), .init(texts["handoff.breaks.links"], isNumeric: true),
                .init(texts["handoff.breaks.answered"], isNumeric: true), .init(texts["handoff.breaks.time"], isNumeric: true),
                .init(texts["handoff.breaks.exits"], isNumeric: true), .init(texts["handoff.breaks.finished"], isNumeric: true),
                .init(texts["handoff.breaks.reasons"]),
            ],
            rows: reading.institutions.map(row), stacked: true)
    }

    private func row(_ each: InstitutionBreaks) -> [HTML] {
        let few = HTML(text: texts("handoff.breaks.few", ["least": "\(InstitutionBreaks.least)"]))
        return [
            texts.content(each.name), "\(texts.number(each.links))",
            each.answeredShare.map {
                "\(share($0)) <span class=\"quiet\">\(texts("handoff.breaks.of", ["n": texts.number(each.visits)]))</span>"
            }
                ?? "<span class=\"quiet\">\(texts["handoff.breaks.noData"])</span>",
            each.milliseconds.map { "\(texts("handoff.breaks.seconds", ["s": texts.number(Double($0) / 1000, decimals: 1)]))" } ?? HTML(),
            each.exits.map { "\(texts.number($0))" } ?? (each.counts.exits == 0 ? HTML() : few),
            each.finishedShare.map {
                "\(share($0)) <span class=\"quiet\">\(texts("handoff.breaks.of", ["n": texts.number(each.counts.answers)]))</span>"
            } ?? (each.counts.answers == 0 ? HTML() : few),
            each.reasons.isEmpty ? HTML() : "\(each.reasons.map { texts[$0.words] }.joined(separator: "; "))",
        ]
    }

    private func share(_ value: Double) -> String { texts("handoff.breaks.share", ["percent": texts.number(value * 100, decimals: 0)]) }
}
