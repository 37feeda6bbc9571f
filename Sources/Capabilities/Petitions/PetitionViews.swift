import Civic
import Markup
import Web

/// The pages of whoever writes and follows.
struct PetitionViews {
    let texts: Texts
    let today: Day

    /// A form, drawn already.
    struct Part {
        let html: HTML
        init(_ html: HTML) { self.html = html }
    }

    func write(_ form: Part) -> Page {
        Page(
            title: texts["petitions.title"], summary: texts["petitions.lead"], path: "/solicitudes",
            main: """
                <div class="wide"><h1>\(texts["petitions.title"])</h1>
                <p class="lead">\(texts["petitions.lead"])</p>
                <p><a href="\(texts.address("/solicitudes/seguir"))">\(texts["petitions.follow"])</a></p>
                \(form.html)</div>
                """)
    }

    func follow(_ form: Part) -> Page {
        Page(
            title: texts["petitions.follow"], path: "/solicitudes/seguir",
            trail: [Link(texts.address("/solicitudes"), texts["petitions.title"])],
            main: """
                <div class="wide"><h1>\(texts["petitions.follow"])</h1>
                <p class="lead">\(texts["petitions.follow.lead"])</p>
                \(form.html)</div>
                """)
    }

    func status(_ petition: Petition, answer: String?, term: PetitionTerms.Row, rating: Part, isNew: Bool) -> Page {
        let kind = texts[PetitionForms.word(petition.kind)]
        return Page(
            title: texts("petitions.status.title", ["kind": kind]), trail: [Link(texts.address("/solicitudes"), texts["petitions.title"])],
            main: """
                <div class="wide"><h1>\(texts("petitions.status.title", ["kind": kind]))</h1>
                \(when: isNew, Alert.box(.done, "<p>\(texts["petitions.received"])</p>", texts: texts, isNew: true))\
                <p>\(texts["petitions.code.yours"])<br><strong class="folio">\(petition.code.description)</strong></p>
                <p>\(PetitionClock(texts: texts, today: today).tag(petition)) \(PetitionClock(texts: texts, today: today).sentence(petition))</p>
                <h2>\(texts["petitions.steps"])</h2>
                \(Timeline.line(steps(petition), texts: texts))
                \(when: petition.isLate(on: today), late)\
                \(with: answer, { "<h2>\(texts["petitions.answer.title"])</h2>\n\(paragraphs($0))" })\
                \(when: answer != nil, rated(petition, rating))\
                \(when: answer == nil, "<p class=\"quiet\">\(texts("petitions.term", ["days": "\(term.days)"]))</p>")
                </div>
                """)
    }

    private var late: HTML {
        Alert.box(.attention, "<p>\(texts["petitions.late"])</p>\n", texts: texts)
    }

    private func rated(_ petition: Petition, _ rating: Part) -> HTML {
        if let grade = petition.satisfaction { return "<p>\(texts("petitions.rated", ["grade": "\(grade)"]))</p>\n" }
        return "<h2>\(texts["petitions.rate.title"])</h2>\n\(rating.html)"
    }

    private func steps(_ petition: Petition) -> [Timeline.Entry] {
        let day = { (instant: Instant) in texts.short(Day(of: instant)) }
        let isTaken = petition.state != .received
        let isAnswered = petition.state == .answered
        return [
            .init(isTaken ? .past : .now, texts["petitions.step.received"], time: day(petition.received)),
            .init(isAnswered ? .past : isTaken ? .now : .toCome, texts["petitions.step.taken"]),
            .init(
                isAnswered ? .past : .toCome, texts["petitions.step.answered"],
                time: petition.answered.map(day) ?? texts("petitions.step.until", ["day": texts.short(petition.due)])),
        ]
    }

    func paragraphs(_ text: String) -> HTML {
        "\(each: text.split(separator: "\n", omittingEmptySubsequences: true), { "<p>\(String($0))</p>\n" })"
    }
}

/// The clock of a petition in words, never by colour alone.
struct PetitionClock {
    let texts: Texts
    let today: Day

    func tag(_ petition: Petition) -> HTML {
        if petition.state == .answered { return Tag.label(texts["petitions.state.answered"], .done) }
        if petition.isLate(on: today) { return Tag.label(texts["petitions.state.late"], .failed) }
        switch petition.state {
        case .received: return Tag.label(texts["petitions.state.received"], .info)
        case .taken: return Tag.label(texts["petitions.state.taken"], .info)
        default: return Tag.label(texts["petitions.state.drafted"], .info)
        }
    }

    func sentence(_ petition: Petition) -> String {
        if let answered = petition.answered { return texts("petitions.clock.answered", ["day": texts.short(Day(of: answered))]) }
        let key: TextKey = petition.isLate(on: today) ? "petitions.clock.late" : "petitions.clock.until"
        return texts(key, ["day": texts.short(petition.due)])
    }
}
