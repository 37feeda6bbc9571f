import Definitions
import Civic
import Yams

extension Fields {
    /// A time that is stated in words, with what can be reckoned with. Words alone are enough.
    func statedTerm(_ key: String) -> StatedTerm? {
        guard let fields = optionalFields(key) else { return nil }
        func term(_ key: String) -> Term? {
            guard let text = fields.optionalText(key) else { return nil }
            let term = Term(written: text)
            if term == nil { fields.complain(key, "must be a term like '3 days', '20 business days', '9 months' or '10 years'") }
            return term
        }
        let text = fields.text("text")
        let (within, prolonged) = (term("within"), term("prolonged"))
        let isLegal = fields.node("legal") != nil ? fields.flag("legal") ?? false : false
        let since = fields.optionalText("since")
        let (from, to) = (fields.optionalDay("from"), fields.optionalDay("to"))
        if let from, let to, to < from { fields.complain("to", "is before 'from'") }
        if prolonged != nil, within == nil { fields.complain("prolonged", "needs the term that it prolongs: within") }
        fields.close()
        return text.map {
            StatedTerm($0, within: within, prolonged: prolonged, isLegal: isLegal, since: since, from: from, to: to)
        }
    }
}
