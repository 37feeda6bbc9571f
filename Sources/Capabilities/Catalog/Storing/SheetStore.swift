import Civic
import Foundation
import Storage

/// The sheets with everything that hangs on them.
struct SheetStore {
    func sheet(_ number: Int, _ snapshot: Snapshot) throws -> ServiceSheet? {
        try sheets(where: "sheet.id = \(number)", snapshot).first
    }

    func all(_ snapshot: Snapshot) throws -> [ServiceSheet] {
        try sheets(where: "1 = 1", snapshot)
    }

    private func sheets(where condition: SQL, _ snapshot: Snapshot) throws -> [ServiceSheet] {
        let topics = try slugs(
            "SELECT sheet, theme.slug AS slug, sheet_theme.ordinal AS ordinal FROM sheet_theme JOIN theme ON theme.id = sheet_theme.theme",
            where: condition, snapshot)
        let lifeEvents = try slugs(
            """
            SELECT sheet, life_event.slug AS slug, sheet_life_event.ordinal AS ordinal
            FROM sheet_life_event JOIN life_event ON life_event.id = sheet_life_event.life_event
            """, where: condition, snapshot)
        let amounts = try AmountStore().amounts(where: condition, snapshot)
        let replacements = try WithdrawalStore().replacements(snapshot)
        return try snapshot.all(
            """
            SELECT sheet.id AS id, is_public, slug, title, institution.code AS institution, kind, status, confidence, checked, summary,
                audience, online, price, price_reported, cost, good_to_know, remark, body
            FROM sheet JOIN institution ON institution.id = sheet.institution WHERE \(condition) ORDER BY sheet.id
            """
        ) { row in
            let number: Int = try row["id"]
            let body = try SheetBody(json: try row["body"])
            let price: Int64? = try row["price"]
            let reported: Int? = try row["price_reported"]
            return ServiceSheet(
                number: SheetNumber(value: number, isPublic: try row["is_public"], evidence: body.evidence), slug: try row["slug"],
                title: try row["title"], alsoKnownAs: body.alsoKnownAs, institution: try row["institution"], kind: try row.word("kind"),
                status: try row.word("status"), confidence: try row.word("confidence"), checked: Day(number: try row["checked"]),
                topics: topics[number] ?? [], lifeEvents: lifeEvents[number] ?? [], summary: try row["summary"],
                audience: try row["audience"], eligibility: body.eligibility, requirements: body.requirements,
                documents: body.documents ?? [], steps: body.steps, inPersonAt: body.inPersonAt,
                online: try row["online"],
                cost: Cost(price: price.map(Pesos.init), reported: reported.map { Day(number: $0) }, text: try row["cost"]),
                answer: body.answer, period: body.period, validity: body.validity, collection: body.collection,
                amounts: amounts[number] ?? [], legalBasis: body.legalBasis, goodToKnow: try row["good_to_know"],
                remark: try row["remark"], sources: body.sources, replacedBy: replacements[number],
                sensitivity: body.sensitivity ?? .ordinary)
        }
    }

    private func slugs(_ links: SQL, where condition: SQL, _ snapshot: Snapshot) throws -> [Int: [String]] {
        try snapshot.all("\(links) WHERE sheet IN (SELECT sheet.id FROM sheet WHERE \(condition)) ORDER BY 1, 3")
            .reduce(into: [:]) { found, row in found[try row["sheet"], default: []].append(try row["slug"]) }
    }

    /// Writes what differs and nothing else. The lists that sheets refer to are there already.
    func replace(_ new: [ServiceSheet], _ transaction: Transaction) throws -> Difference<ServiceSheet> {
        let difference = Difference(from: try all(transaction), to: new, by: \.number.value)
        let touched = (difference.changed + difference.removed).map(\.number.value)
        try transaction.execute("DELETE FROM sheet_theme WHERE sheet IN (\(list: touched))")
        try transaction.execute("DELETE FROM sheet_life_event WHERE sheet IN (\(list: touched))")
        try transaction.execute("DELETE FROM sheet_amount WHERE sheet IN (\(list: touched))")
        try transaction.execute("DELETE FROM sheet_series WHERE sheet IN (\(list: touched))")
        try WithdrawalStore().forgetReplacements(of: touched, transaction)
        try transaction.execute("DELETE FROM sheet WHERE id IN (\(list: difference.removed.map(\.number.value)))")
        // Two sheets may have exchanged their names: let go of the old ones before the new ones are taken.
        try transaction.execute(
            "UPDATE sheet SET slug = '~' || CAST(id AS TEXT) WHERE id IN (\(list: difference.changed.map(\.number.value)))")
        let written = difference.added + difference.changed
        for sheet in written { try save(sheet, transaction) }
        // A sheet may name one that comes after it: all of them are there by now.
        for sheet in written { try WithdrawalStore().replace(sheet, transaction) }
        return difference
    }

    private func save(_ sheet: ServiceSheet, _ transaction: Transaction) throws {
        let number = sheet.number.value
        try transaction.execute(
            """
            INSERT INTO sheet (id, is_public, slug, title, institution, kind, status, confidence, checked, summary, audience, online, price,
                price_reported, cost, good_to_know, remark, body)
            SELECT \(number), \(sheet.number.isPublic), \(sheet.slug), \(sheet.title), id, \(sheet.kind.rawValue), \(sheet.status.rawValue),
                \(sheet.confidence.rawValue), \(sheet.checked.number), \(sheet.summary), \(sheet.audience), \(sheet.online),
                \(sheet.cost.price?.amount), \(sheet.cost.reported?.number), \(sheet.cost.text), \(sheet.goodToKnow), \(sheet.remark),
                \(try SheetBody(sheet).json)
            FROM institution WHERE code = \(sheet.institution)
            ON CONFLICT (id) DO UPDATE SET is_public = excluded.is_public, slug = excluded.slug, title = excluded.title,
                institution = excluded.institution, kind = excluded.kind, status = excluded.status, confidence = excluded.confidence,
                checked = excluded.checked, summary = excluded.summary, audience = excluded.audience, online = excluded.online,
                price = excluded.price, price_reported = excluded.price_reported, cost = excluded.cost,
                good_to_know = excluded.good_to_know, remark = excluded.remark, body = excluded.body
            """)
        for (ordinal, slug) in sheet.topics.enumerated() {
            try transaction.execute(
                "INSERT INTO sheet_theme (sheet, theme, ordinal) SELECT \(number), id, \(ordinal) FROM theme WHERE slug = \(slug)")
        }
        for (ordinal, slug) in sheet.lifeEvents.enumerated() {
            try transaction.execute(
                "INSERT INTO sheet_life_event (sheet, life_event, ordinal) SELECT \(number), id, \(ordinal) FROM life_event WHERE slug = \(slug)"
            )
        }
        try AmountStore().save(sheet.amounts, of: number, transaction)
    }
}
