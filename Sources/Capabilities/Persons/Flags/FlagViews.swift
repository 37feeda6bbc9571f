import Civic
import Markup
import Ports
import Web

/// Facts that were noted, for whoever notes, decides and is concerned.
struct FlagViews {
    let texts: Texts
    let facts: DatedWords
    let now: Instant

    func asking(_ form: HTML) -> Page {
        page(
            "persons.flag.title", nil, "persons.flag.lead",
            trail: desk + [Link(texts.address("/mesa/atenciones"), texts["persons.attentions.title"])], form)
    }

    func contested(_ flags: [ConductFlag]) -> Page {
        page(
            "persons.flag.contested", "/mesa/hechos", "persons.flag.contested.lead", trail: desk,
            flags.isEmpty
                ? EmptyState.box(texts["persons.flag.contested.none"], "<p>\(texts["persons.flag.contested.none.next"])</p>")
                : DataTable.framed(
                    id: "hechos", caption: texts["persons.flag.contested"],
                    columns: [.init(texts["persons.flag.when"]), .init(texts["persons.flag.fact.short"])],
                    rows: flags.map { flag in
                        [
                            "<a href=\"\(texts.address("/mesa/hechos/\(flag.id)"))\">\(moment(flag.at))</a>",
                            HTML(text: facts.word(flag.fact, texts)),
                        ]
                    }, isTitled: true))
    }

    func deciding(_ flag: ConductFlag, _ words: String, _ deciding: (ConductFlag.Verdict) -> HTML) -> Page {
        page(
            "persons.flag.decide", nil, "persons.flag.decide.lead",
            trail: desk + [Link(texts.address("/mesa/hechos"), texts["persons.flag.contested"])],
            """
            \(list(flag, post: nil))
            <blockquote><p>\(words)</p></blockquote>
            <div class="buttons">\(deciding(.kept))\(deciding(.withdrawn))</div>
            """)
    }

    func own(_ rows: [(ConductFlag, StaffPosts.Post?)]) -> Page {
        page(
            "persons.flag.own", "/mi/hechos", "persons.flag.own.lead", trail: [Link(texts.address("/mi"), texts["persons.mine"])],
            rows.isEmpty
                ? EmptyState.box(texts["persons.flag.own.none"], "<p>\(texts["persons.flag.own.none.next"])</p>")
                : "\(each: rows, { own($0.0, $0.1) })")
    }

    func contesting(_ flag: ConductFlag, _ form: HTML) -> Page {
        page(
            "persons.flag.contest", nil, "persons.flag.contest.lead",
            trail: [Link(texts.address("/mi"), texts["persons.mine"]), Link(texts.address("/mi/hechos"), texts["persons.flag.own"])],
            "\(list(flag, post: nil))\n\(form)")
    }

    /// What whoever attends is told of somebody.
    func alert(_ flags: [ConductFlag]) -> HTML? {
        if flags.isEmpty { return nil }
        return Alert.box(
            .attention,
            """
            <p><strong>\(texts["persons.flag.alert"])</strong></p>
            <ul>\(each: flags, { "<li>\(facts.word($0.fact, texts)), \(moment($0.at)). \(expires($0))</li>\n" })</ul>

            """, texts: texts)
    }

    private func own(_ flag: ConductFlag, _ post: StaffPosts.Post?) -> HTML {
        """
        <section aria-labelledby="hecho-\(flag.id)"><h2 id="hecho-\(flag.id)">\(facts.word(flag.fact, texts))</h2>
        \(list(flag, post: post))
        \(when: !flag.isContested, "<p><a href=\"\(texts.address("/mi/hechos/\(flag.id)"))\">\(texts["persons.flag.contest"])</a></p>\n")</section>

        """
    }

    private func list(_ flag: ConductFlag, post: StaffPosts.Post?) -> HTML {
        var rows: [AnswerList.Row] = [
            .init(texts["persons.flag.fact.short"], HTML(text: facts.word(flag.fact, texts))),
            .init(texts["persons.flag.when"], HTML(text: moment(flag.at))),
        ]
        if let post { rows.append(.init(texts["persons.flag.who"], HTML(text: "\(post.title), \(post.institution)"))) }
        rows.append(.init(texts["persons.flag.standing"], standing(flag)))
        return AnswerList.list(rows, texts: texts)
    }

    private func standing(_ flag: ConductFlag) -> HTML {
        switch flag.verdict {
        case .withdrawn: Tag.label(texts["persons.flag.withdrawn"], .done)
        case .kept: "\(Tag.label(texts["persons.flag.kept"])) \(expires(flag))"
        case nil where flag.isContested: "\(Tag.label(texts["persons.flag.isContested"], .attention)) \(expires(flag))"
        case nil: HTML(text: expires(flag))
        }
    }

    private func expires(_ flag: ConductFlag) -> String {
        texts(flag.until > now ? "persons.flag.until" : "persons.flag.expired", ["day": texts.short(Day(of: flag.until))])
    }

    private var desk: [Link] { [Link(texts.address("/mesa"), texts["desk.title"])] }
    private func moment(_ at: Instant) -> String { "\(texts.short(Day(of: at))), \(texts.hour(at))" }

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
