import Civic
import Flows

extension Document {
    /// Papers that every service has, beside those of its definition.
    enum OfHouse: String {
        /// A term passed, and nothing was decided (Ley 19.880, art. 65).
        case lateness = "silencio"
        /// Something was signed about a benefit.
        case measure = "medida"
        /// A case was passed to another institution.
        case referral = "derivacion"

        var title: TextKey {
            switch self {
            case .lateness: "procedures.silence.paper"
            case .measure: "procedures.measure.paper"
            case .referral: "procedures.refer.paper"
            }
        }

        func document(_ kind: Document.Kind, _ texts: Texts) -> Document {
            Document(id: rawValue, kind: kind, title: Words(["es": texts[title]]), body: [], days: nil)
        }
    }
}

extension IssuedDocument {
    /// What it is called.
    func title(_ service: Service?, _ texts: Texts) -> String {
        if let named = service?.documents.first(where: { $0.id == document }) { return named.title.said(in: texts.language).text }
        return Document.OfHouse(rawValue: document).map { texts[$0.title] } ?? document
    }

    /// How it is said that it was given: in Spanish a certificate is a masculine word, and the others are not.
    var issuedWords: TextKey {
        kind == Document.Kind.certificate.rawValue && document != Document.OfHouse.referral.rawValue
            ? "procedures.papers.issued.certificate" : "procedures.papers.issued"
    }
}
