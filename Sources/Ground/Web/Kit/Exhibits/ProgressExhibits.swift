import Civic
import Markup

extension Family {
    static func progress(_ texts: Texts) -> Family {
        Family(
            slug: "avance", title: "kit.progress.title", summary: "kit.progress.summary",
            exhibits: [
                Exhibit(
                    id: "pasos", title: "kit.steps.title", use: "kit.steps.use", avoid: "kit.steps.avoid", access: "kit.steps.access",
                    specimen: StepList.list([
                        HTML(text: texts["kit.sample.step.papers"]), HTML(text: texts["kit.sample.step.form"]),
                        HTML(text: texts["kit.sample.step.wait"]),
                    ])),
                Exhibit(
                    id: "arcos", title: "kit.arches.title", use: "kit.arches.use", avoid: "kit.arches.avoid", access: "kit.arches.access",
                    specimen: Arches.progress((1...4).map { texts.item($0, of: "kit.sample.arches") }, done: 1, texts: texts)),
                Exhibit(
                    id: "linea", title: "kit.timeline.title", use: "kit.timeline.use", avoid: "kit.timeline.avoid",
                    access: "kit.timeline.access",
                    specimen: Timeline.line(
                        [
                            .init(.past, texts["kit.sample.time.received"], time: texts["kit.sample.time.received.day"]),
                            .init(.now, texts["kit.sample.time.review"], "<p>\(texts["kit.sample.time.review.text"])</p>\n"),
                            .init(.toCome, texts["kit.sample.time.answer"], time: texts["kit.sample.time.answer.day"]),
                        ], texts: texts)),
                Exhibit(
                    id: "numero", title: "kit.ticket.title", use: "kit.ticket.use", avoid: "kit.ticket.avoid", access: "kit.ticket.access",
                    specimen: TicketSlip.slip(
                        call: "B 047", point: texts["kit.sample.point"], wait: "<p>\(texts["kit.sample.ahead"])</p>", texts: texts)),
            ])
    }
}
