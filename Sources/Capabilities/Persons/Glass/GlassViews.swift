import Civic
import Markup
import Ports
import Web

/// Looks at persons who are not there, as whoever looks and whoever reviews see them.
struct GlassViews {
    let texts: Texts
    let forms: Forms
    let attendant: Attendant

    func list(_ looks: [GlassLook], overdue: Int) -> Page {
        Page(
            title: texts["persons.glass.title"], path: "/mesa/vidrio", trail: trail,
            main: """
                <div class="wide"><h1>\(texts["persons.glass.title"])</h1>
                <p class="lead">\(texts["persons.glass.lead"])</p>
                \(when: overdue > 0, Alert.box(.failed, "<p>\(texts("persons.glass.overdue", count: overdue))</p>\n", texts: texts))
                \(looks.isEmpty ? "<p>\(texts["persons.glass.none"])</p>\n" : ways(looks))
                <p class="buttons"><a class="button" href="\(texts.address("/mesa/personas"))">\(texts["persons.find.title"])</a></p></div>
                """)
    }

    func ask(_ row: LookupDesk.Row, _ filling: Filling) -> Page {
        Page(
            title: texts["persons.glass.open"], trail: trail + [Link(texts.address("/mesa/vidrio"), texts["persons.glass.title"])],
            main: """
                <div class="wide"><h1>\(texts["persons.glass.open"])</h1>
                \(AnswerList.list([
                    .init(texts["persons.initials"], "\(row.initials ?? texts["persons.noName"])"),
                    .init(texts["persons.number"], "\(with: row.number, { "\(texts[LookupForms.word($0.kind)]) \($0.ending)" })"),
                ], texts: texts))
                \(Alert.box(.attention, "<p>\(texts["persons.glass.about"])</p>\n", texts: texts))
                \(form(filling, "/mesa/vidrio/nuevo/\(row.person.number)", "persons.glass.send"))</div>
                """
        ).answering(filling)
    }

    func until(_ look: GlassLook) -> HTML { Alert.box(.attention, "<p>\(words(look))</p>\n", texts: texts) }

    private func words(_ look: GlassLook) -> String { texts("persons.glass.until", ["until": texts.hour(look.until)]) }

    private func ways(_ looks: [GlassLook]) -> HTML {
        """
        <ul class="ways">\(each: looks, { look in
            "<li><a href=\"\(texts.address("/mesa/vidrio/\(look.id)/persona"))\">\(words(look))</a></li>"
        })</ul>

        """
    }

    func waiting(_ looks: [GlassLook]) -> Page {
        Page(
            title: texts["persons.review.title"], path: "/mesa/vidrio/revision", trail: trail,
            main: """
                <div class="wide"><h1>\(texts["persons.review.title"])</h1>
                <p class="lead">\(texts["persons.review.lead"])</p>
                \(looks.isEmpty
                    ? EmptyState.box(texts["persons.review.none"], "<p>\(texts["persons.review.none.next"])</p>\n") : table(looks))</div>
                """)
    }

    func review(_ look: GlassLook, _ grounds: GlassDesk.Grounds, post: StaffPosts.Post?, _ filling: Filling) -> Page {
        Page(
            title: texts["persons.review.one"],
            trail: trail + [Link(texts.address("/mesa/vidrio/revision"), texts["persons.review.title"])],
            main: """
                <div class="wide"><h1>\(texts["persons.review.one"])</h1>
                \(AnswerList.list([
                    .init(texts["persons.review.who"], "\(post?.title ?? texts["persons.agent"]), \(look.staff)"),
                    .init(texts["persons.review.when"], "\(Day(of: look.opened).numeric) \(texts.hour(look.opened))"),
                    .init(texts["persons.review.due"], "\(texts.long(look.due))"),
                    .init(texts["persons.glass.reason"], "\(grounds.reason)"),
                    .init(texts["persons.review.told"], told(grounds)),
                ], texts: texts))
                \(form(filling, "/mesa/vidrio/revision/\(look.id)", "persons.review.send"))</div>
                """
        ).answering(filling)
    }

    private func told(_ grounds: GlassDesk.Grounds) -> HTML {
        grounds.delay.map { "\(texts("persons.review.later", count: $0.days, ["reason": $0.reason]))" }
            ?? "\(texts["persons.review.atOnce"])"
    }

    private func table(_ looks: [GlassLook]) -> HTML {
        DataTable.framed(
            id: "vidrios", caption: texts["persons.review.caption"],
            columns: [
                .init(texts["persons.review.when"]), .init(texts["persons.review.who"]), .init(texts["persons.review.due"]),
                .init(texts["persons.attentions.go"]),
            ],
            rows: looks.map { look in
                [
                    "\(Day(of: look.opened).numeric) \(texts.hour(look.opened))", "\(look.staff)", "\(look.due.numeric)",
                    """
                    <a href="\(texts.address("/mesa/vidrio/revision/\(look.id)"))">\(texts["persons.review.open"])<span class="sr"> \
                    \(texts.hour(look.opened))</span></a>
                    """,
                ]
            })
    }

    private func form(_ filling: Filling, _ path: String, _ button: TextKey) -> HTML {
        forms.html(filling, action: texts.address(path), button: button, texts: texts, session: attendant.session)
    }

    private var trail: [Link] { [Link(texts.address("/mesa"), texts["desk.title"])] }
}
