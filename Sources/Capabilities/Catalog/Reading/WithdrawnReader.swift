import Definitions
import Civic
import Yams

extension ListReader {
    /// The sheets that are no longer there. `owners` says which file has a number; nil when sheets could not be read.
    func withdrawn(_ text: String, owners: [Int: String]?) -> [WithdrawnSheet]? {
        var seen: Set<Int> = []
        return entries(text)?.compactMap { fields in
            let (number, title, day) = (fields.integer("number"), fields.text("title"), fields.day("day"))
            let (reason, replacedBy) = (fields.optionalText("reason"), fields.optionalInteger("replacedBy"))
            if let number {
                if !(1...SheetNumber.own.upperBound).contains(number) { fields.complain("number", "is no number of a sheet") }
                if !seen.insert(number).inserted { fields.complain("number", "\(number) is there twice") }
                if let owner = owners?[number] { fields.complain("number", "\(number) is still the number of \(owner)") }
            }
            if let replacedBy, let owners, owners[replacedBy] == nil { fields.complain("replacedBy", "no sheet has this number") }
            fields.close()
            guard let number, let title, let day else { return nil }
            return WithdrawnSheet(number: number, title: title, day: day, reason: reason, replacedBy: replacedBy)
        }
    }
}
