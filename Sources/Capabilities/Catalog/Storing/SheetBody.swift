import Civic
import Foundation
import Storage

/// The lists of a sheet that nobody filters on, kept as JSON in one column.
struct SheetBody: Codable {
    let evidence: [SheetNumber.Evidence]
    let alsoKnownAs: [String]
    let requirements: [String]
    let steps: Steps
    let inPersonAt: [String]
    let legalBasis: [String]
    let sources: [Source]

    init(_ sheet: ServiceSheet) {
        evidence = sheet.number.evidence
        alsoKnownAs = sheet.alsoKnownAs
        requirements = sheet.requirements
        steps = sheet.steps
        inPersonAt = sheet.inPersonAt
        legalBasis = sheet.legalBasis
        sources = sheet.sources
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
