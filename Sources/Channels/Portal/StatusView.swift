import Civic
import Markup
import Ports
import Web

/// How the house does, each part with a word, a shape and a sentence.
struct StatusView {
    let texts: Texts
    let reading: StatusReading
    let script: String

    var page: Page {
        Page(
            title: texts["status.title"], summary: texts["status.lead"], path: "/estado", scripts: [script],
            main: """
                <div class="wide"><h1>\(texts["status.title"])</h1>
                <p class="lead">\(reading.isWell ? texts["status.well"] : texts["status.unwell"])</p>
                <ul class="cards status" aria-live="polite">
                \(row(.done, texts["status.server"], texts["status.works"], texts("status.server.text", ["moment": moment(reading.since)])))\
                \(database)\(catalogue)\(jobs)\(audit)</ul>
                <p class="quiet">\(texts("status.now", ["moment": moment(reading.now)]))</p>
                <p>\(texts["status.trouble"]) <a href="tel:101">101</a>.</p></div>
                """)
    }

    private var database: HTML {
        reading.isDatabaseThere
            ? row(.done, texts["status.database"], texts["status.works"], texts["status.database.text"])
            : row(.failed, texts["status.database"], texts["status.fails"], texts["status.database.down"])
    }

    private var catalogue: HTML {
        guard let catalogue = reading.catalogue else {
            return row(.failed, texts["status.catalogue"], texts["status.fails"], texts["status.unanswered"])
        }
        guard catalogue.sheets > 0 else {
            return row(.attention, texts["status.catalogue"], texts["status.look"], texts["status.catalogue.empty"])
        }
        let (sheets, points) = (texts("status.sheets", count: catalogue.sheets), texts("status.points", count: catalogue.points))
        let day = catalogue.revised.flatMap { Day(iso: $0) }
        return row(
            .done, texts["status.catalogue"], texts["status.works"],
            texts("status.catalogue.text", ["sheets": sheets, "points": points, "day": day.map(texts.short) ?? ""]))
    }

    private var jobs: HTML {
        guard let jobs = reading.jobs else {
            return row(.failed, texts["status.jobs"], texts["status.fails"], texts["status.unanswered"])
        }
        let isWell = jobs.late == 0 && jobs.dead == 0
        let told = [
            jobs.waiting > 0 ? texts("status.jobs.waiting", count: jobs.waiting) : nil,
            jobs.late > 0 ? texts("status.jobs.late", count: jobs.late) : nil,
            jobs.dead > 0 ? texts("status.jobs.dead", count: jobs.dead) : nil,
        ].compactMap(\.self)
        let sentence = told.isEmpty ? texts["status.jobs.none"] : told.joined(separator: " ")
        return row(isWell ? .done : .attention, texts["status.jobs"], isWell ? texts["status.works"] : texts["status.look"], sentence)
    }

    private var audit: HTML {
        guard reading.auditAnswers else {
            return row(.failed, texts["status.audit"], texts["status.fails"], texts["status.unanswered"])
        }
        guard let check = reading.auditCheck else {
            return row(.attention, texts["status.audit"], texts["status.pending"], texts["status.audit.never"])
        }
        let moment = ["moment": moment(Instant(milliseconds: check.at))]
        return check.isWhole
            ? row(.done, texts["status.audit"], texts["status.works"], texts("status.audit.whole", moment))
            : row(.failed, texts["status.audit"], texts["status.fails"], texts("status.audit.broken", moment))
    }

    private func row(_ tone: Tone, _ name: String, _ word: String, _ sentence: String) -> HTML {
        let sign =
            switch tone {
            case .done: ArchSign.open
            case .attention, .info: ArchSign.dashed
            case .failed: ArchSign.shut
            }
        return "<li><h2>\(name)</h2><p>\(Tag.label(word, tone, sign: sign))</p><p>\(sentence)</p></li>\n"
    }

    private func moment(_ instant: Instant) -> String {
        texts("status.moment", ["day": texts.long(Day(of: instant)), "hour": texts.hour(instant)])
    }
}
