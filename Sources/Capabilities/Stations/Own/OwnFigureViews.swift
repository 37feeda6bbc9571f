import Civic
import Markup
import Web

/// What is counted of days at a place.
struct OwnFigureViews {
    let texts: Texts
    let now: Instant
    let points: [Int64: String]

    private var desk: Link { Link(texts.address("/mesa"), texts["desk.title"]) }
    private var place: Link { Link(texts.address("/mesa/puesto"), texts["stations.title"]) }

    func own(_ readings: [OwnFigureDesk.Reading]) -> Page {
        page(
            "ownFigures.title", "/mesa/puesto/cifras", "ownFigures.lead", trail: [desk, place],
            readings.isEmpty
                ? EmptyState.box(texts["ownFigures.none"], "<p>\(texts["ownFigures.none.next"])</p>")
                : DataTable.framed(
                    id: "cifras", caption: texts["ownFigures.title"],
                    columns: [
                        .init(texts["ownFigures.day"]), .init(texts["stations.where"]), .init(texts["stations.attended"], isNumeric: true),
                        .init(texts["stations.attended.time"]), .init(texts["stations.paused.time"]), .init(texts["ownFigures.standing"]),
                    ],
                    rows: readings.map { reading in
                        let shift = reading.figures.shift
                        return [
                            HTML(text: "\(texts.short(Day(of: shift.began))), \(texts.hour(shift.began))"), HTML(text: name(shift)),
                            HTML(text: "\(reading.figures.attentions)"), time(reading, .attending), time(reading, .paused),
                            standing(reading),
                        ]
                    }, stacked: true, isTitled: true))
    }

    func contesting(_ reading: OwnFigureDesk.Reading, _ form: HTML) -> Page {
        page(
            "ownFigures.contest", nil, "ownFigures.contest.lead",
            trail: [desk, place, Link(texts.address("/mesa/puesto/cifras"), texts["ownFigures.title"])],
            "\(facts(reading))\n\(form)")
    }

    func contested(
        _ readings: [OwnFigureDesk.Reading], _ names: [Int64: String], deciding: (Int64, FigureContest.Verdict) -> HTML
    ) -> Page {
        page(
            "ownFigures.contested", "/mesa/supervision/cifras", "ownFigures.contested.lead",
            trail: [desk, Link(texts.address("/mesa/supervision"), texts["oversight.title"])],
            readings.isEmpty
                ? EmptyState.box(texts["ownFigures.contested.none"], "<p>\(texts["ownFigures.contested.none.next"])</p>")
                : "\(each: readings, { reading in one(reading, names, deciding) })")
    }

    private func one(
        _ reading: OwnFigureDesk.Reading, _ names: [Int64: String], _ deciding: (Int64, FigureContest.Verdict) -> HTML
    ) -> HTML {
        guard let contest = reading.contest else { return HTML() }
        return """
            <section aria-labelledby="objetada-\(contest.id)"><h2 id="objetada-\(contest.id)">\(names[reading.figures.shift.staff] ?? "")</h2>
            \(facts(reading))
            \(with: reading.words, { "<blockquote><p>\($0)</p></blockquote>\n" })\
            <div class="buttons">\(deciding(contest.id, .kept))\(deciding(contest.id, .setAside))</div></section>

            """
    }

    private func facts(_ reading: OwnFigureDesk.Reading) -> HTML {
        let shift = reading.figures.shift
        return AnswerList.list(
            [
                .init(texts["ownFigures.day"], HTML(text: "\(texts.short(Day(of: shift.began))), \(texts.hour(shift.began))")),
                .init(texts["stations.where"], HTML(text: name(shift))),
                .init(texts["stations.attended"], HTML(text: "\(reading.figures.attentions)")),
                .init(texts["stations.attended.time"], time(reading, .attending)),
                .init(texts["stations.paused.time"], time(reading, .paused)),
            ], texts: texts)
    }

    private func standing(_ reading: OwnFigureDesk.Reading) -> HTML {
        guard let contest = reading.contest else {
            return "<a href=\"\(texts.address("/mesa/puesto/cifras/\(reading.figures.shift.id)"))\">\(texts["ownFigures.contest"])</a>"
        }
        switch contest.verdict {
        case nil: return Tag.label(texts["ownFigures.standing.open"], .attention)
        case .kept: return Tag.label(texts["ownFigures.standing.kept"])
        case .setAside: return Tag.label(texts["ownFigures.standing.setAside"], .done)
        }
    }

    /// What was left open counts until it ended by itself.
    private func time(_ reading: OwnFigureDesk.Reading, _ state: Spell.State) -> HTML {
        HTML(text: StationWords.time(reading.figures.seconds(state, min(now, reading.figures.shift.end)), texts))
    }

    private func name(_ shift: Shift) -> String { shift.point.map { points[$0] ?? "\($0)" } ?? texts["stations.place.afar"] }

    private func page(_ title: TextKey, _ path: String?, _ lead: TextKey, trail: [Link], _ main: HTML) -> Page {
        Page(
            title: texts[title], path: path, trail: trail,
            main: """
                <div class="wide"><h1>\(texts[title])</h1>
                <p class="lead">\(texts[lead])</p>
                \(main)</div>
                """)
    }
}
