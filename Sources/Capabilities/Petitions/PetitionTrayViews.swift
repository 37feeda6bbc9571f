import Civic
import Markup
import Web

/// The pages of those who answer.
struct PetitionTrayViews {
    let texts: Texts
    let today: Day

    private var trail: [Link] { [Link(texts.address("/mesa"), texts["desk.title"])] }
    private var inside: [Link] { trail + [Link(texts.address("/mesa/solicitudes"), texts["petitions.tray.title"])] }
    private var clock: PetitionClock { PetitionClock(texts: texts, today: today) }

    func tray(_ petitions: [Petition], mine: Int64, isReview: Bool = false) -> Page {
        let (title, lead): (TextKey, TextKey) =
            isReview ? ("petitions.review.title", "petitions.review.lead") : ("petitions.tray.title", "petitions.tray.lead")
        return Page(
            title: texts[title], path: isReview ? "/mesa/solicitudes/revisar" : "/mesa/solicitudes", trail: isReview ? inside : trail,
            main: """
                <div class="wide"><h1>\(texts[title])</h1>
                <p class="lead">\(texts[lead])</p>
                \(when: !isReview, "<p><a class=\"button second\" href=\"\(texts.address("/mesa/solicitudes/nueva"))\">\(texts["petitions.new"])</a></p>")
                \(petitions.isEmpty ? EmptyState.box(texts["petitions.tray.none"], "<p>\(texts["petitions.tray.none.next"])</p>") : table(petitions, mine))</div>
                """)
    }

    private func table(_ petitions: [Petition], _ mine: Int64) -> HTML {
        DataTable.framed(
            id: "bandeja", caption: texts("petitions.tray.caption", count: petitions.count),
            columns: [
                .init(texts["petitions.code"]), .init(texts["petitions.kind"]), .init(texts["petitions.tray.clock"]),
                .init(texts["petitions.tray.received"]), .init(texts["petitions.tray.whose"]),
            ],
            rows: petitions.map { petition in
                [
                    "<a href=\"\(texts.address("/mesa/solicitudes/\(petition.code.plain)"))\">\(petition.code.description)</a>",
                    HTML(text: texts[PetitionForms.word(petition.kind)]), "\(clock.tag(petition)) \(clock.sentence(petition))",
                    HTML(text: texts.short(Day(of: petition.received))),
                    HTML(
                        text: texts[
                            petition.holder == nil
                                ? "petitions.tray.free" : petition.holder == mine ? "petitions.tray.mine" : "petitions.tray.other"]),
                ]
            }, stacked: true)
    }

    func new(_ form: HTML) -> Page {
        Page(
            title: texts["petitions.new"], path: "/mesa/solicitudes/nueva", trail: inside,
            main: """
                <div class="wide"><h1>\(texts["petitions.new"])</h1>
                <p class="lead">\(texts["petitions.new.lead"])</p>
                \(form)</div>
                """)
    }

    func receipt(_ petition: Petition) -> Page {
        Page(
            title: texts["petitions.receipt.title"], trail: inside,
            main: """
                <div class="wide"><h1>\(texts["petitions.receipt.title"])</h1>
                <p class="lead">\(texts["petitions.receipt.lead"])</p>
                <p><strong class="folio">\(petition.code.description)</strong></p>
                <p>\(clock.sentence(petition))</p>
                <p><a href="\(texts.address("/mesa/solicitudes"))">\(texts["petitions.tray.title"])</a></p></div>
                """)
    }

    func page(_ reading: PetitionDesk.Reading, term: PetitionTerms.Row, acting: HTML) -> Page {
        let petition = reading.petition
        let title = texts("petitions.page.title", ["kind": texts[PetitionForms.word(petition.kind)], "code": petition.code.description])
        let citizen = PetitionViews(texts: texts, today: today)
        return Page(
            title: title, trail: inside,
            main: """
                <div class="wide"><h1>\(title)</h1>
                <p>\(clock.tag(petition)) \(clock.sentence(petition))</p>
                <h2>\(texts["petitions.page.words"])</h2>
                \(citizen.paragraphs(reading.words))
                \(with: reading.contact, { "<p><strong>\(texts["petitions.page.contact"])</strong> \($0)</p>" })
                \(with: reading.answer ?? reading.draft, { "<h2>\(texts[reading.answer == nil ? "petitions.page.draft" : "petitions.answer.title"])</h2>\n\(citizen.paragraphs($0))" })
                \(acting)
                \(when: petition.isLate(on: today), "<p>\(texts["petitions.page.late"])</p>\n")\
                <p class="quiet">\(texts("petitions.page.term", ["days": "\(term.days)", "source": term.source]))</p>
                <p class="quiet">\(texts["petitions.page.traced"])</p></div>
                """)
    }
}
