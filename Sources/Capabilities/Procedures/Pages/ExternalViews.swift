import Civic
import Markup
import Web

/// Cases that other institutions have, as they tell of them, each with the age of what was told.
extension RunViews {
    func elsewhere(_ cases: [ExternalDesk.Shown]) -> HTML {
        guard !cases.isEmpty else { return HTML() }
        return """
            <h2>\(texts["procedures.elsewhere"])</h2>
            <p>\(texts["procedures.elsewhere.lead"])</p>
            <ul class="sheets">
            \(each: cases, { shown in
                """
                <li><a href="\(texts.address("\(root)/externos/\("\(shown.external.id)")"))">\(shown.last?.body.title ?? shown.number)</a> \
                \(with: shown.last, { Tag.label(texts[word($0.event.status)]) })
                <p class="quiet">\(shown.institution) · \(shown.number) · \(shown.last.map { age($0.event) } ?? "")</p></li>

                """
            })</ul>

            """
    }

    func elsewhere(_ shown: ExternalDesk.Shown) -> Page {
        let last = shown.last
        return Page(
            title: last?.body.title ?? shown.number, trail: trail,
            main: """
                <div class="wide"><h1>\(last?.body.title ?? shown.number)</h1>
                <p>\(texts("procedures.elsewhere.number", ["institution": shown.institution, "number": shown.number]))</p>
                \(with: last, { Alert.box(.info, standing($0), texts: texts) })
                <h2>\(texts["procedures.timeline"])</h2>
                \(Timeline.line(shown.entries.map { entry in
                    Timeline.Entry(
                        .past,
                        shown.isCorrected(entry)
                            ? texts("procedures.elsewhere.corrected", ["what": entry.body.stage ?? texts[word(entry.event.status)]])
                            : entry.body.stage ?? texts[word(entry.event.status)],
                        time: texts.long(Day(of: entry.event.at)),
                        "\(with: entry.body.words, { "<blockquote>\($0)</blockquote>" })")
                }, texts: texts))</div>
                """)
    }

    private func standing(_ entry: ExternalDesk.Shown.Entry) -> HTML {
        let due = entry.body.due.map { texts("procedures.elsewhere.due", ["day": texts.long(Day(number: $0))]) }
        let owes = entry.body.owes.map { texts[$0 == .person ? "procedures.elsewhere.you" : "procedures.elsewhere.they"] }
        return """
            <p>\(texts[word(entry.event.status)]). \([owes, due].compactMap { $0 }.joined(separator: " "))</p>
            <p class="quiet">\(age(entry.event))</p>
            """
    }

    /// Since when this is what we know.
    private func age(_ event: ExternalEvent) -> String {
        let days = today.number - Day(of: event.told).number
        return days == 0 ? texts["procedures.elsewhere.today"] : texts("procedures.elsewhere.age", count: days)
    }

    private func word(_ status: ExternalCase.Status) -> TextKey {
        switch status {
        case .received: "procedures.elsewhere.received"
        case .underWay: "procedures.elsewhere.underWay"
        case .awaiting: "procedures.elsewhere.awaiting"
        case .granted: "procedures.elsewhere.granted"
        case .refused: "procedures.elsewhere.refused"
        case .closed: "procedures.elsewhere.closed"
        }
    }
}
