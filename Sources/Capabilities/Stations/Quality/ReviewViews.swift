import Civic
import Markup
import Web

/// Reviews, for whoever oversees and for whoever attended.
struct ReviewViews {
    let texts: Texts
    let checklist: DatedWords
    let names: RecordNames
    let products: [Int64: String]
    let points: [Int64: String]

    func overseer(_ contested: [ReviewDesk.Reading], draw: HTML, isEmpty: Bool) -> Page {
        page(
            "quality.title", "/mesa/supervision/calidad", "quality.draw.lead", trail: above,
            """
            \(when: isEmpty, Alert.box(.info, "<p>\(texts["quality.nothing"]). \(texts["quality.nothing.advice"])</p>\n", texts: texts, isNew: true))\
            \(draw)
            <h2>\(texts["quality.contested"])</h2>
            \(contested.isEmpty ? "<p>\(texts["quality.contested.none"])</p>" : table(contested))
            """)
    }

    func review(_ reading: ReviewDesk.Reading, acting: HTML) -> Page {
        page(
            "quality.review", nil, "quality.review.lead",
            trail: above + [Link(texts.address("/mesa/supervision/calidad"), texts["quality.title"])],
            """
            \(facts(reading.contact))
            \(when: !reading.review.marks.isEmpty, marks(reading.review))\
            \(with: reading.words, { "<h2>\(texts["quality.contest.said"])</h2>\n<blockquote><p>\($0)</p></blockquote>\n" })\
            \(acting)
            """)
    }

    func own(_ readings: [ReviewDesk.Reading]) -> Page {
        page(
            "quality.own", "/mesa/puesto/revisiones", "quality.own.lead",
            trail: [Link(texts.address("/mesa"), texts["desk.title"]), Link(texts.address("/mesa/puesto"), texts["stations.title"])],
            readings.isEmpty
                ? EmptyState.box(texts["quality.own.none"], "<p>\(texts["quality.own.none.next"])</p>")
                : "\(each: readings, { own($0) })")
    }

    func contesting(_ reading: ReviewDesk.Reading, form: HTML) -> Page {
        page(
            "quality.contest", nil, "quality.contest.lead",
            trail: [
                Link(texts.address("/mesa"), texts["desk.title"]), Link(texts.address("/mesa/puesto/revisiones"), texts["quality.own"]),
            ],
            """
            \(facts(reading.contact))
            \(marks(reading.review))
            \(when: reading.review.standing == .stands, form)
            """)
    }

    private func own(_ reading: ReviewDesk.Reading) -> HTML {
        let review = reading.review
        return """
            <section aria-labelledby="revision-\(review.id)"><h2 id="revision-\(review.id)">\(texts("quality.of", ["moment": moment(reading.contact.at)]))</h2>
            <p>\(Tag.label(texts[Self.word(review.standing)], Self.tone(review.standing)))</p>
            \(facts(reading.contact))
            \(marks(review))
            \(when: review.standing == .stands, "<p><a href=\"\(texts.address("/mesa/puesto/revisiones/\(review.id)"))\">\(texts["quality.contest"])</a></p>\n")</section>

            """
    }

    /// What was typed up, and no more: with whom it was is nobody's matter here.
    private func facts(_ contact: PastContact) -> HTML {
        AnswerList.list(
            [
                .init(texts["quality.when"], HTML(text: moment(contact.at))),
                .init(texts["stations.channel"], HTML(text: names.channel(contact.channel.number))),
                .init(texts["stations.where"], HTML(text: contact.point.map { points[$0] ?? "\($0)" } ?? texts["stations.place.afar"])),
                .init(
                    texts["quality.product"],
                    "<span\(texts.lang())>\(contact.product.map { products[$0] ?? "\($0)" } ?? texts["quality.product.none"])</span>"),
                .init(texts["quality.deed"], HTML(text: names.deed(contact.deed.number))),
                .init(texts["quality.outcome"], HTML(text: names.outcome(contact.outcome.number))),
                .init(texts["quality.duration"], HTML(text: contact.duration.map { StationWords.time($0, texts) } ?? "–")),
            ], texts: texts)
    }

    private func marks(_ review: Review) -> HTML {
        let rows = review.marks.sorted { $0.key < $1.key }.map { code, mark in
            AnswerList.Row(
                checklist.word(code, texts), Tag.label(texts[Self.word(mark)], mark == .met ? .done : mark == .unmet ? .attention : nil))
        }
        return AnswerList.list(rows, texts: texts)
    }

    private func table(_ readings: [ReviewDesk.Reading]) -> HTML {
        DataTable.framed(
            id: "objetadas", caption: texts["quality.contested"],
            columns: [.init(texts["quality.when"]), .init(texts["stations.where"]), .init(texts["quality.product"])],
            rows: readings.map { reading in
                [
                    "<a href=\"\(texts.address("/mesa/supervision/calidad/\(reading.review.id)"))\">\(moment(reading.contact.at))</a>",
                    HTML(text: reading.contact.point.map { points[$0] ?? "\($0)" } ?? texts["stations.place.afar"]),
                    HTML(text: reading.contact.product.map { products[$0] ?? "\($0)" } ?? texts["quality.product.none"]),
                ]
            }, stacked: true, isTitled: true)
    }

    private var above: [Link] {
        [Link(texts.address("/mesa"), texts["desk.title"]), Link(texts.address("/mesa/supervision"), texts["oversight.title"])]
    }

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

    private static func word(_ mark: Review.Mark) -> TextKey {
        switch mark {
        case .met: "quality.mark.met"
        case .unmet: "quality.mark.unmet"
        case .beside: "quality.mark.beside"
        }
    }

    private static func word(_ standing: Review.Standing) -> TextKey {
        switch standing {
        case .drawn, .stands: "quality.standing.stands"
        case .contested: "quality.standing.contested"
        case .kept: "quality.standing.kept"
        case .withdrawn: "quality.standing.withdrawn"
        }
    }

    private static func tone(_ standing: Review.Standing) -> Tone? {
        switch standing {
        case .drawn, .stands, .kept: nil
        case .contested: .attention
        case .withdrawn: .done
        }
    }
}
