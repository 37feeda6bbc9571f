import Civic
import Markup
import Ports
import Web

/// A planned day, one of the team, and one's own days.
struct StaffingViews {
    let texts: Texts
    let points: [Int64: String]
    let skills: DatedWords

    private var trail: [Link] { [Link(texts.address("/mesa"), texts["desk.title"])] }

    func page(
        _ asked: PlanAsked, plan: Plan?, changed: Plan?, lines: [RosterDesk.Line], expected: [(title: String, product: ExpectedProduct)],
        reached: [ServicePoints.Point], planning: HTML, copying: HTML
    ) -> Page {
        Page(
            title: texts["staffing.title"], path: "/mesa/dotacion", trail: trail,
            main: """
                <div class="wide"><h1>\(texts["staffing.title"])</h1>
                <p class="lead">\(place(asked.place)): \(texts.long(asked.day))</p>
                \(days(asked))
                \(with: plan, { PlanViews(texts: texts).shown($0, asked, changed, expected) })\
                \(when: plan == nil, EmptyState.box(texts["staffing.unknown"], "<p>\(texts["staffing.unknown.next"])</p>"))
                <section aria-labelledby="equipo"><h2 id="equipo">\(texts["staffing.team"])</h2>
                \(lines.isEmpty ? "<p>\(texts["staffing.team.none"])</p>" : team(lines, asked))
                \(when: !lines.isEmpty, copying)</section>
                \(when: !lines.isEmpty, covers(lines, asked.day))\
                \(when: !lines.isEmpty, "<section aria-labelledby=\"turno\"><h2 id=\"turno\">\(texts["staffing.plan"])</h2>\n\(planning)</section>")
                <section aria-labelledby="otro"><h2 id="otro">\(texts["staffing.choose"])</h2>
                \(choosing(asked, reached))</section></div>
                """)
    }

    func member(_ line: RosterDesk.Line, _ asked: PlanAsked, away: HTML, clear: HTML?, skills: HTML) -> Page {
        Page(
            title: line.member.name,
            trail: trail + [Link(texts.address("/mesa/dotacion\(asked.query)"), texts["staffing.title"])],
            main: """
                <div class="wide"><h1>\(line.member.name)</h1>
                <p class="lead">\(texts.long(asked.day)): \(line.isAway ? texts["staffing.isAway"] : hours(line.roster))</p>
                \(with: clear, { "\($0)\n" })\
                <section aria-labelledby="ausencia"><h2 id="ausencia">\(texts["staffing.absence"])</h2>
                <p>\(texts["staffing.absence.lead"])</p>
                \(away)</section>
                <section aria-labelledby="sabe"><h2 id="sabe">\(texts["staffing.skills.title"])</h2>
                \(skills)</section></div>
                """)
    }

    func own(_ days: [(roster: Roster, place: PlannedPlace?)]) -> Page {
        Page(
            title: texts["staffing.own"], path: "/mesa/dotacion/mia", trail: trail,
            main: """
                <div class="wide"><h1>\(texts["staffing.own"])</h1>
                <p class="lead">\(texts["staffing.own.lead"])</p>
                \(days.isEmpty ? EmptyState.box(texts["staffing.own.none"], "<p>\(texts["staffing.own.none.next"])</p>") : DataTable.framed(
                    id: "turnos", caption: texts["staffing.own"],
                    columns: [.init(texts["staffing.day"]), .init(texts["staffing.hours"]), .init(texts["staffing.place"])],
                    rows: days.map { roster, planned in
                        [HTML(text: texts.long(roster.day)), HTML(text: hours(roster)), HTML(text: planned.map(place) ?? "")]
                    }, stacked: true, isTitled: true))</div>
                """)
    }

    private func days(_ asked: PlanAsked) -> HTML {
        let (before, after) = (asked.day.adding(days: -1), asked.day.adding(days: 1))
        return """
            <p><a href="\(texts.address("/mesa/dotacion\(asked.on(before).query)"))">\(texts("staffing.before", ["day": texts.short(before)]))</a> · \
            <a href="\(texts.address("/mesa/dotacion\(asked.on(after).query)"))">\(texts("staffing.after", ["day": texts.short(after)]))</a></p>
            """
    }

    private func team(_ lines: [RosterDesk.Line], _ asked: PlanAsked) -> HTML {
        DataTable.framed(
            id: "turnos", caption: texts["staffing.team"],
            columns: [.init(texts["staffing.person"]), .init(texts["staffing.hours"]), .init(texts["staffing.skills.title"])],
            rows: lines.map { line in
                [
                    "<a href=\"\(texts.address("/mesa/dotacion/personas/\(line.member.staff)\(asked.query)"))\">\(line.member.name)</a>",
                    line.isAway ? Tag.label(texts["staffing.isAway"]) : HTML(text: hours(line.roster)),
                    HTML(text: line.skills.sorted().map { skills.word($0, texts) }.joined(separator: ", ")),
                ]
            }, stacked: true, isTitled: true)
    }

    private func covers(_ lines: [RosterDesk.Line], _ day: Day) -> HTML {
        func said(_ stretches: [ClosedRange<Int>], _ none: TextKey) -> HTML {
            HTML(text: stretches.isEmpty ? texts[none] : stretches.map { HalfHour.text($0) }.joined(separator: ", "))
        }
        return """
            <section aria-labelledby="apoyos"><h2 id="apoyos">\(texts["staffing.covers"])</h2>
            <p>\(texts["staffing.covers.lead"])</p>
            \(DataTable.framed(
                id: "apoyos-horas", caption: texts["staffing.covers"],
                columns: [.init(texts["staffing.covers.skill"]), .init(texts["staffing.covers.attended"]), .init(texts["staffing.covers.missing"])],
                rows: SkillCover.covers(skills.inForce(day).map(\.code), lines).map { cover in
                    [
                        HTML(text: skills.word(cover.skill, texts)), said(cover.attended, "staffing.covers.nobody"),
                        cover.missing.isEmpty ? HTML() : Tag.label(cover.missing.map { HalfHour.text($0) }.joined(separator: ", "), .attention),
                    ]
                }, stacked: true, isTitled: true))</section>

            """
    }

    private func choosing(_ asked: PlanAsked, _ reached: [ServicePoints.Point]) -> HTML {
        let channels: [(Channel, TextKey)] = [
            (.branch, "spine.channel.branch"), (.callCentre, "spine.channel.callCentre"), (.video, "spine.channel.video"),
            (.chat, "spine.channel.chat"), (.socialNetworks, "spine.channel.socialNetworks"), (.mobileOffice, "spine.channel.mobileOffice"),
            (.municipalPoint, "spine.channel.municipalPoint"),
        ]
        return """
            <form method="get" action="\(texts.address("/mesa/dotacion"))">
            \(Controls.select("lugar", ControlLabel(texts["staffing.place"]), options: reached.map { ControlOption("\($0.number)", $0.name) } + [ControlOption("lejos", texts["staffing.afar"])], value: asked.place.point.map { "\($0)" } ?? "lejos"))
            \(Controls.select("canal", ControlLabel(texts["staffing.channel"]), options: channels.map { ControlOption("\($0.0.number)", texts[$0.1]) }, value: "\(asked.place.channel.number)"))
            <input type="hidden" name="dia" value="\(asked.day.iso)">
            \(Buttons.row([Buttons.submit(texts["staffing.see"], .second)]))
            </form>
            """
    }

    private func hours(_ roster: Roster?) -> String {
        guard let roster, !roster.stretches.isEmpty else { return texts["staffing.free"] }
        return roster.stretches.map { HalfHour.text($0) }.joined(separator: ", ")
    }

    private func place(_ place: PlannedPlace) -> String {
        place.point.map { points[$0] ?? "\($0)" } ?? texts["staffing.afar"]
    }
}
