import Civic
import Markup
import Web

/// The board of whoever oversees.
struct OversightViews {
    let texts: Texts
    let pauses: DatedWords
    let now: Instant
    let script: String
    let points: [Int64: String]
    let people: [Int64: String]
    /// The only one that is shown; nil for all within reach.
    let point: Int64?

    struct Wait {
        let title: TextKey
        let path: String
        let count: Int
        let oldest: Instant?
    }

    func board(_ board: OversightDesk.Board, _ waits: [Wait], _ curve: OversightDesk.Curve, going: (Int64) -> HTML) -> Page {
        Page(
            title: texts["oversight.title"], path: "/mesa/supervision", trail: [Link(texts.address("/mesa"), texts["desk.title"])],
            scripts: [script],
            main: """
                <div class="wide live"><h1>\(texts["oversight.title"])</h1>
                <p class="lead">\(texts("oversight.lead", ["hour": texts.hour(now)]))</p>
                \(with: point, { "<p><strong>\(points[$0] ?? "\($0)")</strong> · <a href=\"\(texts.address("/mesa/supervision"))\">\(texts["oversight.all"])</a></p>\n" })\
                \(each: board.alarms, { alarm($0, going($0.id)) })\
                <h2>\(texts["oversight.agents"])</h2>
                \(board.agents.isEmpty ? EmptyState.box(texts["oversight.agents.none"], "<p>\(texts["oversight.agents.none.next"])</p>") : agents(board.agents))
                <h2>\(texts["oversight.waits"])</h2>
                \(waits.isEmpty ? "<p>\(texts["oversight.waits.none"])</p>" : waiting(waits))
                <h2>\(texts["oversight.day"])</h2>
                <p>\(compared(curve))</p>
                \(drawn(curve))
                <h2>\(texts["quality.title"])</h2>
                <p>\(texts["quality.lead"])</p>
                <p><a class="button second" href="\(texts.address("/mesa/supervision/calidad"))">\(texts["quality.go"])</a></p>
                <p><a href="\(texts.address("/mesa/supervision/cifras"))">\(texts["ownFigures.contested"])</a></p></div>
                """)
    }

    private func alarm(_ alarm: OversightDesk.Alarm, _ going: HTML) -> HTML {
        Alert.box(
            .attention,
            """
            <p>\(texts("oversight.alarm", ["who": people[alarm.shift.staff] ?? "", "where": place(alarm.shift), "hour": texts.hour(alarm.at)]))</p>
            \(going)
            """, texts: texts, isNew: true)
    }

    private func place(_ shift: Shift) -> String {
        let point = shift.point.map { points[$0] ?? "\($0)" } ?? texts["stations.place.afar"]
        return [point, shift.window.map { texts("stations.atWindow", ["window": $0]) }].compactMap(\.self).joined(separator: " · ")
    }

    /// Its point leads to the board of that point alone.
    private func linked(_ shift: Shift) -> HTML {
        guard let number = shift.point, point == nil else { return HTML(text: place(shift)) }
        return "<a href=\"\(texts.address("/mesa/supervision?lugar=\(number)"))\">\(place(shift))</a>"
    }

    private func agents(_ readings: [ShiftReading]) -> HTML {
        DataTable.framed(
            id: "agentes", caption: texts("oversight.agents.count", count: readings.count),
            columns: [
                .init(texts["stations.where"]), .init(texts["oversight.who"]), .init(texts["stations.channel"]),
                .init(texts["stations.state"]),
                .init(texts["stations.attended"], isNumeric: true), .init(texts["oversight.mean"], isNumeric: true),
                .init(texts["stations.since"]),
            ],
            rows: readings.map { reading in
                [
                    linked(reading.shift), HTML(text: people[reading.shift.staff] ?? ""),
                    HTML(text: StationWords.channel(reading.shift.channel, texts)), state(reading.present),
                    HTML(text: texts.number(Double(reading.attentions))), HTML(text: mean(reading)),
                    HTML(text: texts.hour(reading.shift.began)),
                ]
            }, stacked: true, isTitled: true)
    }

    private func state(_ spell: Spell?) -> HTML {
        guard let spell else { return HTML() }
        return """
            \(Tag.label(StationWords.state(spell, pauses, texts), StationWords.tone(spell.state))) \
            \(StationWords.time(spell.seconds(now), texts))
            """
    }

    /// Of the attentions that ended.
    private func mean(_ reading: ShiftReading) -> String {
        let ended = reading.spells.filter { $0.state == .attending && $0.ended != nil }
        return ended.isEmpty ? "–" : StationWords.time(ended.reduce(0) { $0 + $1.seconds(now) } / ended.count, texts)
    }

    private func waiting(_ waits: [Wait]) -> HTML {
        DataTable.framed(
            id: "esperas", caption: texts["oversight.waits"],
            columns: [
                .init(texts["oversight.waits.what"]), .init(texts["oversight.waits.count"], isNumeric: true),
                .init(texts["oversight.waits.oldest"]),
            ],
            rows: waits.map { wait in
                [
                    "<a href=\"\(texts.address(wait.path))\">\(texts[wait.title])</a>", HTML(text: texts.number(Double(wait.count))),
                    HTML(text: wait.oldest.map { age($0) } ?? "–"),
                ]
            }, stacked: true, isTitled: true)
    }

    private func age(_ since: Instant) -> String {
        let seconds = Int(max(0, now.milliseconds - since.milliseconds) / 1000)
        return seconds < 86_400 ? StationWords.time(seconds, texts) : texts("oversight.days", count: seconds / 86_400)
    }

    private func compared(_ curve: OversightDesk.Curve) -> String {
        guard let usual = curve.usualSoFar else {
            return texts("oversight.day.alone", ["today": texts.number(Double(curve.soFar))])
        }
        return texts("oversight.day.usual", ["today": texts.number(Double(curve.soFar)), "usual": texts.number(usual.rounded())])
    }

    private func drawn(_ curve: OversightDesk.Curve) -> HTML {
        let open = (0..<48).filter { curve.today[$0] > 0 || (curve.usual?[$0] ?? 0) > 0 }
        guard let first = open.first, let last = open.last, last > first + 1 else { return HTML() }
        let halves = Array(first...last)
        var series = [
            Figures.Series(
                texts["oversight.day.today"], halves.map { $0 <= curve.present ? Double(curve.today[$0]) : nil }, tone: .assisted)
        ]
        if let usual = curve.usual {
            series.append(Figures.Series(texts["oversight.day.weekday"], halves.map { usual[$0] }, tone: .selfService))
        }
        return Figures(texts: texts).lines(
            .init(
                id: "dia", caption: texts["oversight.day.caption"], category: texts["oversight.day.half"],
                measure: texts["oversight.day.people"]),
            periods: halves.map { "\($0 / 2):\($0.isMultiple(of: 2) ? "00" : "30")" }, series)
    }
}
