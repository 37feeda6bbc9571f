import Civic
import Foundation
import Storage

/// The lists of a sheet that nobody filters on, kept as JSON in one column.
struct SheetBody: Codable {
    let evidence: [SheetNumber.Evidence]
    let alsoKnownAs: [String]
    let requirements: [String]
    let documents: [String]?
    let eligibility: String?
    let steps: Steps
    let inPersonAt: [String]
    let legalBasis: [String]
    let sources: [Source]
    let answer: StatedTerm?
    let period: StatedTerm?
    let validity: StatedTerm?
    let collection: StatedTerm?
    /// nil is ordinary.
    let sensitivity: SensitivityName?

    init(_ sheet: ServiceSheet) {
        evidence = sheet.number.evidence
        alsoKnownAs = sheet.alsoKnownAs
        requirements = sheet.requirements
        documents = sheet.documents
        eligibility = sheet.eligibility
        steps = sheet.steps
        inPersonAt = sheet.inPersonAt
        legalBasis = sheet.legalBasis
        sources = sheet.sources
        answer = sheet.answer
        period = sheet.period
        validity = sheet.validity
        collection = sheet.collection
        sensitivity = sheet.sensitivity == .ordinary ? nil : sheet.sensitivity
    }

    init(json: String) throws {
        self = try JSONDecoder().decode(SheetBody.self, from: Data(json.utf8))
    }

    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
