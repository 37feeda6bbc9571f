import Definitions
import Civic

/// Reads `points-of-service.csv` against the comunas of `territory/communes.csv`.
struct PointReader {
    static let columns = [
        "number", "kind", "name", "address", "cut", "week", "hours", "phone", "evidence", "confidence", "seen", "source", "url", "note",
    ]

    /// The comunas that there are; nil when their table could not be read, and nothing is held against it.
    let communes: Set<CommuneCode>?
    let defects: DefectList

    func points(_ text: String) -> [PointOfService]? {
        guard let table = CommaTable(text, columns: Self.columns, defects) else { return nil }
        var numbers: Set<Int> = []
        return table.rows.compactMap { row in
            let fields = PointFields(row: row, defects: defects)
            let number = fields.number
            if let number, !numbers.insert(number).inserted { fields.complain("number", "\(number) is there twice") }
            let kind = fields.word("kind", PointOfService.Kind.self)
            let evidence = fields.word("evidence", PointOfService.Evidence.self)
            let confidence = fields.word("confidence", PointOfService.Confidence.self)
            let (name, source) = (fields.text("name"), fields.text("source"))
            let week = fields.value("week", "must be hours like 1-5 08:30-14:00") { WeeklyHours($0) }
            let seen = fields.seen
            let phone = fields.value("phone", "must be a number with nothing else, like 600 370 2000") { isPhone($0) ? $0 : nil }
            let url = fields.url
            let commune = fields.commune(of: communes)
            guard let number, let kind, let evidence, let confidence, let name, let source else { return nil }
            if kind.isNational != (row.values["cut"] ?? "").isEmpty {
                fields.complain("cut", kind.isNational ? "must be empty: it is reached from anywhere" : "is empty")
            }
            if evidence == .inferred, confidence != .low { fields.complain("confidence", "must be low: nobody saw it") }
            let usual = kind.usualPlace.map { [OfferedService(.place($0))] } ?? []
            return PointOfService(
                number: number, kind: kind, name: name, address: fields.optional("address"), commune: commune, week: week,
                hours: fields.optional("hours"), phone: phone, evidence: evidence, confidence: confidence, seen: seen, source: source,
                url: url, note: fields.optional("note"), services: usual)
        }
    }

    private func isPhone(_ text: String) -> Bool {
        let digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
        return digits.allSatisfy { $0 == " " || ("0"..."9").contains($0) } && digits.first != " " && digits.last != " "
            && (3...15).contains(digits.count { $0 != " " })
    }

    /// The codes in `territory/communes.csv`, whose whole content `Territory` checks.
    static func communes(_ text: String, _ defects: DefectList) -> Set<CommuneCode>? {
        let records = CommaSeparated.records(text)
        guard let column = records.first?.values.firstIndex(of: "cut") else {
            defects.add("the first line has no column cut", line: 1, column: 1)
            return nil
        }
        return Set(
            records.dropFirst().compactMap { record in
                let code = record.values.indices.contains(column) ? CommuneCode(record.values[column]) : nil
                if code == nil { defects.add("is no code of a comuna", field: "cut", line: record.line, column: 1) }
                return code
            })
    }
}
