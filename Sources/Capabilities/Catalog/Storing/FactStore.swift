import Ports
import Storage

/// What a sheet is, in short.
struct FactStore {
    func facts(_ sheets: Set<Int64>, _ snapshot: Snapshot) throws -> [Int64: ProductFacts.Fact] {
        if sheets.isEmpty { return [:] }
        let rows = try snapshot.all(
            """
            SELECT sheet.id AS id, title, institution.code AS institution, body FROM sheet JOIN institution ON institution.id = sheet.institution
            WHERE sheet.id IN (\(list: sheets.sorted()))
            """)
        return try Dictionary(
            uniqueKeysWithValues: rows.map { row in
                let body = try SheetBody(json: try row["body"])
                return (
                    try row["id"],
                    ProductFacts.Fact(
                        title: try row["title"], institution: try row["institution"],
                        sensitivity: (body.sensitivity ?? .ordinary).sensitivity)
                )
            })
    }
}

extension SheetDesk {
    /// What products are, for whoever shows the matters of a person.
    public var productFacts: ProductFacts {
        ProductFacts { sheets in try await reading { try FactStore().facts(sheets, $0) } }
    }
}
