import Civic
import Foundation
import Papers

extension DocumentDesk {
    /// The PDF of a paper: the same bytes each time. `base` is how people reach the site.
    func pdf(_ document: IssuedDocument, _ text: String, base: String) throws -> [UInt8] {
        let body = try JSONDecoder().decode(DocumentBody.self, from: Data(text.utf8))
        let address = "\(base)/verificar/\(document.code.plain)"
        let signed = IssuedDocument.signed(
            document.code, document.kind, document.digest, issued: document.issued, expires: document.expires)
        let validity = document.expires.map { texts("procedures.paper.until", ["day": texts.long($0)]) } ?? ""
        return try PaperWriter.pdf(
            Paper(
                language: "es-CL", issuer: body.issuer, title: body.title, lines: body.lines.map { .init($0.label, $0.value) },
                paragraphs: body.paragraphs.map { .init(Paper.Paragraph.Kind($0.kind), $0.text) },
                verification: texts("procedures.paper.verify", ["address": address, "code": document.code.description]) + " " + validity,
                code: "\(address)#\(signed)|\(document.signature)",
                content: SealedPaper(signed: signed, signature: document.signature, body: text).line,
                warning: body.isAssumed
                    ? texts["procedures.paper.assumed"] : isDemonstration ? texts["procedures.paper.demonstration"] : nil,
                moment: texts.isoMoment(document.issued)
            ) { [texts] sheet, all in
                texts("procedures.paper.foot", ["sheet": "\(sheet)", "all": "\(all)", "code": document.code.description])
            })
    }
}

extension Paper.Paragraph.Kind {
    fileprivate init(_ kind: DocumentBody.Paragraph.Kind) {
        self =
            switch kind {
            case .text: .text
            case .strong: .strong
            case .detail: .detail
            case .part: .part
            case .point: .point
            }
    }
}

extension Texts {
    /// RFC 3339, in UTC.
    fileprivate func isoMoment(_ instant: Instant) -> String {
        let seconds = instant.milliseconds / 1_000 % 86_400
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return
            "\(Day(number: Int(instant.milliseconds / 86_400_000)).iso)T\(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))Z"
    }
}
