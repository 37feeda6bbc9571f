import Ports
import Storage

/// What a sheet is, in short.
struct FactStore {
    func facts(_ sheets: Set<Int64>, _ snapshot: Snapshot) throws -> [Int64: ProductFacts.Fact] {
        sheets.isEmpty ? [:] : try select("sheet.id IN (\(list: sheets.sorted()))", snapshot)
    }

    func all(_ snapshot: Snapshot) throws -> [Int64: ProductFacts.Fact] { try select("sheet.id > 0", snapshot) }

    func numbers(_ slugs: Set<String>, _ snapshot: Snapshot) throws -> [String: Int64] {
        guard !slugs.isEmpty else { return [:] }
        let rows = try snapshot.all("SELECT slug, id FROM sheet WHERE slug IN (\(list: slugs.sorted())) AND id > 0")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["slug"], try $0["id"]) })
    }

    func cost(_ slug: String, _ snapshot: Snapshot) throws -> SheetCosts.Cost? {
        try snapshot.first("SELECT price, cost FROM sheet WHERE slug = \(slug) AND id > 0").map { row in
            SheetCosts.Cost(isFree: try row["price"] as Int64? == 0, text: try row["cost"])
        }
    }

    private func select(_ which: SQL, _ snapshot: Snapshot) throws -> [Int64: ProductFacts.Fact] {
        let rows = try snapshot.all(
            """
            SELECT sheet.id AS id, title, institution.code AS institution, body FROM sheet JOIN institution ON institution.id = sheet.institution
            WHERE \(which)
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
    /// Which numbers the sheets of some names have.
    public var numbers: SheetNumbers {
        SheetNumbers { slugs in try await reading { try FactStore().numbers(slugs, $0) } }
    }

    /// What the sheets cost.
    public var costs: SheetCosts {
        SheetCosts { slug in try await reading { try FactStore().cost(slug, $0) } }
    }

    /// What products are, for whoever shows the matters of a person.
    public var productFacts: ProductFacts {
        ProductFacts(
            facts: { sheets in try await reading { try FactStore().facts(sheets, $0) } }, all: { try await reading(FactStore().all) })
    }
}
