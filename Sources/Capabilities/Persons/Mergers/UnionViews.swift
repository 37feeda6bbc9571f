import Civic
import Markup
import Web

/// Records that may be of one person.
struct UnionViews {
    let texts: Texts
    let forms: Forms
    let attendant: Attendant

    func list(_ requests: [(request: MergerRequest, reason: String)], mergers: [Merger], remainders: Int) -> Page {
        Page(
            title: texts["persons.union.title"], path: "/mesa/fusiones", trail: [Link(texts.address("/mesa"), texts["desk.title"])],
            main: """
                <div class="wide"><h1>\(texts["persons.union.title"])</h1>
                <p class="lead">\(texts["persons.union.lead"])</p>
                \(when: remainders > 0, Alert.box(
                    .attention,
                    """
                    <p><a href="\(texts.address("/mesa/fusiones/pendientes"))">\(texts("persons.remainder.count", count: remainders))</a></p>

                    """, texts: texts))
                <section aria-labelledby="pedidas"><h2 id="pedidas">\(texts["persons.union.asked"])</h2>
                \(requests.isEmpty ? "<p>\(texts["persons.union.none"])</p>\n" : asked(requests.map(\.request)))</section>
                <section aria-labelledby="vigentes"><h2 id="vigentes">\(texts["persons.union.inForce"])</h2>
                \(mergers.isEmpty ? "<p>\(texts["persons.union.noneInForce"])</p>\n" : inForce(mergers))</section></div>
                """)
    }

    func ask(_ row: LookupDesk.Row, _ filling: Filling) -> Page {
        Page(
            title: texts["persons.union.new"], trail: trail,
            main: """
                <div class="wide"><h1>\(texts["persons.union.new"])</h1>
                <p class="lead">\(texts["persons.union.new.lead"])</p>
                \(both([row]))
                \(form(filling, "/mesa/fusiones/nueva/\(row.person.number)", "persons.union.send"))</div>
                """
        ).answering(filling)
    }

    func decide(_ request: MergerRequest, reason: String, _ rows: [LookupDesk.Row], _ filling: Filling) -> Page {
        let title = texts[request.kind == .merge ? "persons.union.decide.merge" : "persons.union.decide.unmerge"]
        return Page(
            title: title, trail: trail,
            main: """
                <div class="wide"><h1>\(title)</h1>
                \(both(rows))
                <p><strong>\(texts["persons.union.reason"]):</strong> \(reason)</p>
                <p>\(texts[request.kind == .merge ? "persons.union.merge.about" : "persons.union.unmerge.about"])</p>
                \(form(filling, "/mesa/fusiones/pedidas/\(request.id)", "persons.union.decide.send"))</div>
                """
        ).answering(filling)
    }

    func undo(_ merger: Int64, _ filling: Filling) -> Page {
        Page(
            title: texts["persons.union.undo"], trail: trail,
            main: """
                <div class="wide"><h1>\(texts["persons.union.undo"])</h1>
                <p class="lead">\(texts["persons.union.unmerge.about"])</p>
                \(form(filling, "/mesa/fusiones/\(merger)/separar", "persons.union.send"))</div>
                """
        ).answering(filling)
    }

    /// Records side by side, masked.
    func both(_ rows: [LookupDesk.Row]) -> HTML {
        """
        <ul class="cards">
        \(each: rows, { row in
            """
            <li><h2>\(row.initials ?? texts["persons.noName"])</h2>
            \(with: row.number, { number in
                """
                <p>\(texts[LookupForms.word(number.kind)]) \(number.ending) \
                \(number.standing == .verified ? Tag.label(texts["persons.standing.verified"], .done) : HTML())</p>

                """
            })<p class="quiet">\(texts("persons.record", ["number": "\(row.person.number)"]))</p></li>

            """
        })</ul>
        """
    }

    private func asked(_ requests: [MergerRequest]) -> HTML {
        "<ul class=\"ways\">\(each: requests, { request in "<li>\(way(to: request))</li>\n" })</ul>\n"
    }

    private func way(to request: MergerRequest) -> HTML {
        let words = texts(
            request.kind == .merge ? "persons.union.askedMerge" : "persons.union.askedUnmerge",
            ["day": Day(of: request.asked).numeric, "hour": texts.hour(request.asked)])
        if case .staff(let own) = attendant.actor.identity, own == request.proposer {
            return "\(words). \(texts["persons.union.waitsForAnother"])"
        }
        return "<a href=\"\(texts.address("/mesa/fusiones/pedidas/\(request.id)"))\">\(words)</a>"
    }

    private func inForce(_ mergers: [Merger]) -> HTML {
        DataTable.framed(
            id: "uniones", caption: texts["persons.union.caption"],
            columns: [.init(texts["persons.union.since"]), .init(texts["persons.union.records"]), .init(texts["persons.attentions.go"])],
            rows: mergers.map { merger in
                [
                    "\(Day(of: merger.since).numeric)", "\(merger.merged.number), \(merger.kept.number)",
                    "<a href=\"\(texts.address("/mesa/fusiones/\(merger.id)/separar"))\">\(texts["persons.union.undo"])</a>",
                ]
            })
    }

    private func form(_ filling: Filling, _ path: String, _ button: TextKey) -> HTML {
        forms.html(filling, action: texts.address(path), button: button, texts: texts, session: attendant.session)
    }

    private var trail: [Link] {
        [Link(texts.address("/mesa"), texts["desk.title"]), Link(texts.address("/mesa/fusiones"), texts["persons.union.title"])]
    }
}
