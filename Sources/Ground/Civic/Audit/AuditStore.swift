import Storage

/// The rows of the audit. They are only ever added.
struct AuditStore: Sendable {
    @discardableResult
    func insert(_ entry: AuditEntry, _ transaction: Transaction) throws -> Int64 {
        try transaction.enter()
        let id = try transaction.newID()
        let actor = entry.actor.stored
        let fields = entry.fields.isEmpty ? nil : entry.fields.map(\.description).sorted().joined(separator: " ")
        try transaction.execute(
            """
            INSERT INTO audit (id, act, at, actor_kind, actor, assurance, verb, subject, object_kind, object, interaction, fields, purpose, detail)
            VALUES (\(id), \(transaction.act.number), \(transaction.now), \(actor.kind), \(actor.id), \(entry.actor.assurance.rawValue),
                \(entry.verb.description), \(entry.subject), \(entry.object?.kind), \(entry.object?.id), \(entry.interaction), \(fields),
                \(entry.purpose), \(entry.detail))
            """)
        try transaction.execute("INSERT INTO unsealed (id) VALUES (\(id))")
        return id
    }

    /// The rows with these ids, each as the bytes that are sealed, in the order of the ids. A row that is not there is left out.
    func sealable(_ ids: [Int64], _ snapshot: Snapshot) throws -> [(id: Int64, bytes: [UInt8])] {
        var found: [Int64: [UInt8]] = [:]
        try snapshot.each(
            """
            SELECT id, act, at, actor_kind, actor, assurance, verb, subject, object_kind, object, interaction, fields, purpose, detail
            FROM audit WHERE id IN (\(list: ids))
            """
        ) { row in found[try row["id"]] = SealedForm.bytes(of: row) }
        return ids.compactMap { id in found[id].map { (id, $0) } }
    }

    /// Takes up to `limit` entries that no seal covers yet.
    func takeUnsealed(_ limit: Int, _ transaction: Transaction) throws -> [Int64] {
        let ids = try transaction.all("SELECT id FROM unsealed ORDER BY id LIMIT \(limit)") { try $0["id"] as Int64 }
        for id in ids { try transaction.execute("DELETE FROM unsealed WHERE id = \(id)") }
        return ids
    }

    func lastSeal(_ snapshot: Snapshot) throws -> Seal? {
        try snapshot.first("SELECT id, at, entries, members, previous, head FROM audit_seal ORDER BY id DESC LIMIT 1").map(seal)
    }

    func seals(after number: Int64, limit: Int, _ snapshot: Snapshot) throws -> [Seal] {
        try snapshot.all(
            "SELECT id, at, entries, members, previous, head FROM audit_seal WHERE id > \(number) ORDER BY id LIMIT \(limit)", seal)
    }

    func insert(_ seal: Seal, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO audit_seal (id, at, entries, members, previous, head)
            VALUES (\(seal.number), \(seal.at), \(seal.members.count), \(seal.memberBytes), \(seal.previous), \(seal.head))
            """)
    }

    func counts(_ snapshot: Snapshot) throws -> (entries: Int, unsealed: Int) {
        (try snapshot.value("SELECT COUNT(*) AS n FROM audit") ?? 0, try snapshot.value("SELECT COUNT(*) AS n FROM unsealed") ?? 0)
    }

    private func seal(_ row: Row) throws -> Seal {
        guard
            let seal = Seal(
                number: try row["id"], at: try row["at"], memberBytes: try row["members"], previous: try row["previous"],
                head: try row["head"])
        else { throw StorageFault(.shape, "a seal of the audit holds half an id") }
        return seal
    }
}
