import Storage

/// The rows of parameters and of what was changed in them.
struct ParameterStore {
    /// Those with these ids, or all of them, in the order of their ids.
    func parameters(_ ids: [Parameter.ID]?, _ snapshot: Snapshot) throws -> [Parameter] {
        let condition: SQL = ids.map { "code IN (\(list: $0.map(\.description)))" } ?? "1 = 1"
        let lines = try lines(condition, snapshot)
        return try snapshot.all(
            "SELECT code, name, name_en, unit, age_from, age_to, is_assumed, basis, remark FROM parameter WHERE \(condition) ORDER BY code"
        ) { row in
            let code: String = try row["code"]
            guard let id = Parameter.ID(code), let unit = Parameter.Unit(rawValue: try row["unit"]) else {
                throw StorageFault(.shape, "a parameter's code or unit is none")
            }
            let mine = lines[code] ?? []
            return try Parameter(
                id, name: Parameter.Name(es: try row["name"], en: try row["name_en"]), unit: unit, ages: try band(row),
                isAssumed: try row["is_assumed"],
                basis: StableJSON.read(try row["basis"]), values: mine.compactMap(\.value), missing: mine.compactMap(\.absence),
                remark: try row["remark"])
        }
    }

    private func lines(_ condition: SQL, _ snapshot: Snapshot) throws -> [String: [ParameterLine]] {
        try snapshot.all(
            """
            SELECT code, from_day, to_day, parameter_value.age_from AS age_from, parameter_value.age_to AS age_to, amount, terms, sources,
                confidence, reason
            FROM parameter_value JOIN parameter ON parameter.id = parameter_value.parameter WHERE \(condition)
            """
        ).reduce(into: [:]) { found, row in
            let (to, confidence): (Int?, String?) = (try row["to_day"], try row["confidence"])
            let sources: String? = try row["sources"]
            let line = ParameterLine(
                from: Day(number: try row["from_day"]), to: to.map { Day(number: $0) }, ages: try band(row), amount: try row["amount"],
                condition: try row["terms"], sources: try sources.map { try StableJSON.read($0) },
                confidence: confidence.flatMap(Confidence.init), reason: try row["reason"])
            found[try row["code"], default: []].append(line)
        }
    }

    private func band(_ row: Row) throws -> AgeBand? {
        let (from, to): (Int?, Int?) = (try row["age_from"], try row["age_to"])
        return from.flatMap { AgeBand(from: $0, to: to) }
    }

    func save(_ head: ParameterHead, of id: Parameter.ID, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO parameter (id, code, name, name_en, unit, age_from, age_to, is_assumed, basis, remark)
            VALUES (\(try transaction.newID()), \(id.description), \(head.name.es), \(head.name.en), \(head.unit.rawValue),
                \(head.ages?.from), \(head.ages?.to), \(head.isAssumed), \(try StableJSON.text(head.basis)), \(head.remark))
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, unit = excluded.unit, age_from = excluded.age_from,
                age_to = excluded.age_to, is_assumed = excluded.is_assumed, basis = excluded.basis, remark = excluded.remark
            """)
    }

    func insert(_ line: ParameterLine, of id: Parameter.ID, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO parameter_value (id, parameter, from_day, to_day, age_from, age_to, amount, terms, sources, confidence, reason)
            SELECT \(try transaction.newID()), id, \(line.from.number), \(line.to?.number), \(line.ages?.from), \(line.ages?.to),
                \(line.amount), \(line.condition), \(try line.sources.map { try StableJSON.text($0) }), \(line.confidence?.rawValue),
                \(line.reason)
            FROM parameter WHERE code = \(id.description)
            """)
    }

    func delete(_ line: ParameterLine, of id: Parameter.ID, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            DELETE FROM parameter_value WHERE from_day = \(line.from.number) AND COALESCE(age_from, -1) = \(line.ages?.from ?? -1)
                AND parameter IN (SELECT id FROM parameter WHERE code = \(id.description))
            """)
    }

    /// When no line of it is left.
    func delete(_ id: Parameter.ID, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM parameter WHERE code = \(id.description)")
    }

    /// Keeps what stood and what stands now, and gives back the row's id, for the audit.
    func note(_ id: Parameter.ID, was: String?, became: String?, _ transaction: Transaction) throws -> Int64 {
        try transaction.enter()
        let number = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO parameter_change (id, act, code, was, became)
            VALUES (\(number), \(transaction.act.number), \(id.description), \(was), \(became))
            """)
        return number
    }
}
