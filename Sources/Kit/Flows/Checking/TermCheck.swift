import Definitions

/// Whether the days that it says are days that there can be.
extension ServiceCheck {
    /// A year of business days: no case may take longer than six months (Ley 19.880, art. 27), where no other law says so.
    private static let longest = 1...250
    /// Ten years.
    private static let valid = 1...3_660

    var terms: [FileDefect] {
        var defects: [FileDefect] = []
        func expect(_ place: String, _ days: Int?, _ range: ClosedRange<Int>, _ what: String) {
            guard let days, !range.contains(days) else { return }
            defects.append(defect(place, "\(days) \(what): it is between \(range.lowerBound) and \(range.upperBound)"))
        }
        for (index, stage) in service.stages.enumerated() {
            let place = "stages[\(index + 1)]"
            expect(place + ".business_days", stage.businessDays, Self.longest, "business days is no term")
            if let longer = stage.longer {
                guard let days = stage.businessDays else {
                    defects.append(defect(place + ".extension", "puts a term off, and there is none: 'business_days' is missing"))
                    continue
                }
                // Ley 19.880, art. 26, has half of it; other laws may say more, and none more than the term itself.
                expect(place + ".extension", longer, 1...max(1, days), "business days can't be added to a term of \(days)")
            }
        }
        expect("life.business_days", service.life?.businessDays, Self.longest, "business days is no term")
        for (index, document) in service.documents.enumerated() {
            expect("documents[\(index + 1)].days", document.days, Self.valid, "days is no time for which a paper can be valid")
        }
        return defects
    }
}
