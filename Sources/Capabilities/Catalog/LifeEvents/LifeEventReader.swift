import Definitions
import Civic
import Yams

extension ListReader {
    /// `sheets` are the slugs that a step may name; nil when they could not be read.
    func lifeEvents(_ text: String, sheets: Set<String>?) -> [LifeEvent]? {
        var seen: Set<String> = []
        return entries(text)?.compactMap { fields in
            let (slug, title) = (slug(fields, "slug", &seen), fields.text("title"))
            let evidence = fields.word("evidence", LifeEvent.Evidence.self)
            let (remark, lead, question) = (fields.optionalText("remark"), fields.optionalText("lead"), fields.optionalText("question"))
            let said = fields.texts("said")
            let steps = LifeEvent.Stage.allCases.flatMap { stage in
                fields.list(stage.rawValue).compactMap { step($0, stage, sheets) }
            }
            if question == nil, let at = steps.firstIndex(where: { $0.by?.within != nil }) {
                fields.complain("question", "is missing: step \(at + 1) has a term, and people must be asked from which day it runs")
            }
            fields.close()
            guard let slug, let title, let evidence else { return nil }
            return LifeEvent(
                slug: slug, title: title, evidence: evidence, remark: remark, said: said, lead: lead, question: question, steps: steps)
        }
    }

    private func step(_ fields: Fields, _ stage: LifeEvent.Stage, _ sheets: Set<String>?) -> LifeEvent.Step? {
        let (does, note, sheet) = (fields.text("does"), fields.optionalText("note"), fields.optionalText("sheet"))
        if let sheet, let sheets, !sheets.contains(sheet) { fields.complain("sheet", "there is no sheets/\(sheet).yaml") }
        let by = fields.statedTerm("by")
        fields.close()
        return does.map { LifeEvent.Step(stage: stage, does: $0, note: note, sheet: sheet, by: by) }
    }
}
