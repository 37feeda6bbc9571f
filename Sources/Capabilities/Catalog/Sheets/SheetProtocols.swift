import Civic
import Ports

extension SheetDesk {
    /// What an agent does and says about a product, with the values of the day in its sentences.
    public func protocols(_ texts: Texts, clock: Clock) -> Protocols {
        Protocols { number in
            guard let reading = try await sheet(Int(number)) else { return nil }
            let sheet = reading.sheet
            let sentences = FilledSentences(texts: texts, parameters: reading.parameters, day: clock.today)
            let atDesk =
                sheet.steps[.branch].isEmpty ? sheet.steps[.phone].isEmpty ? sheet.steps[.web] : sheet.steps[.phone] : sheet.steps[.branch]
            return Protocols.Reading(
                title: sheet.title, path: sheet.path, summary: sheet.summary, eligibility: sheet.eligibility,
                papers: sheet.documents.map(sentences.dated), requirements: sheet.requirements.map(sentences.dated),
                steps: atDesk.map(sentences.dated), goodToKnow: sheet.goodToKnow.map(sentences.dated))
        }
    }
}
