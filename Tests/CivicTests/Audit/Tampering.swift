import Civic
import Storage

/// What somebody with the database in hand could do to the audit.
enum Tampering: CaseIterable {
    case changeActor, changeTime, changeVerb, changeDetail, deleteEntry, deleteEntryAndForgetIt, swapEntries, addEntry, hideAsUnsealed
    case changeSeal, deleteSeal, swapSeals, cutTheEnd, dropMember

    private struct Undone: Error {
        let faults: [String]
    }

    /// The faults that the check finds after this edit, which is then undone.
    func faults(_ seed: UInt64, _ database: Database, _ check: AuditCheck, anchor: String) async throws -> [String] {
        do {
            try await database.write { transaction in
                try apply(seed, transaction)
                throw Undone(faults: try check.report(on: transaction, anchor: anchor).faults)
            }
            return []
        } catch let undone as Undone {
            return undone.faults
        }
    }

    private func apply(_ seed: UInt64, _ transaction: Transaction) throws {
        let ids = try transaction.all("SELECT id FROM audit ORDER BY id") { try $0["id"] as Int64 }
        let id = ids[Int(seed % UInt64(ids.count))]
        let other = ids[(Int(seed % UInt64(ids.count)) + 1 + Int(seed / 64 % UInt64(ids.count - 1))) % ids.count]
        let seals = try transaction.all("SELECT id FROM audit_seal ORDER BY id") { try $0["id"] as Int64 }
        let seal = seals[Int(seed / 7 % UInt64(seals.count))]
        let change = Int64(seed % 1_000_000) + 1
        switch self {
        case .changeActor: try transaction.execute("UPDATE audit SET actor = actor + \(change) WHERE id = \(id)")
        case .changeTime: try transaction.execute("UPDATE audit SET at = at - \(change) WHERE id = \(id)")
        case .changeVerb: try transaction.execute("UPDATE audit SET verb = \("other.\(change)") WHERE id = \(id)")
        case .changeDetail:
            try transaction.execute("UPDATE audit SET detail = \([UInt8(truncatingIfNeeded: seed)] + [9, 9]) WHERE id = \(id)")
        case .deleteEntry: try transaction.execute("DELETE FROM audit WHERE id = \(id)")
        case .deleteEntryAndForgetIt:
            try transaction.execute("DELETE FROM audit WHERE id = \(id)")
            try transaction.execute("UPDATE audit_seal SET entries = entries - 1, members = substr(members, 9) WHERE id = \(seal)")
        case .swapEntries:
            try transaction.execute("UPDATE audit SET id = -1 WHERE id = \(id)")
            try transaction.execute("UPDATE audit SET id = \(id) WHERE id = \(other)")
            try transaction.execute("UPDATE audit SET id = \(other) WHERE id = -1")
        case .addEntry:
            try transaction.execute(
                """
                INSERT INTO audit (id, act, at, actor_kind, assurance, verb)
                SELECT \(id + 1), act, at, actor_kind, assurance, verb FROM audit WHERE id = \(id)
                ON CONFLICT DO NOTHING
                """)
            try transaction.execute(
                "INSERT INTO audit (id, act, at, actor_kind, assurance, verb) SELECT -2, act, at, actor_kind, assurance, verb FROM audit WHERE id = \(id)"
            )
        case .hideAsUnsealed:
            try transaction.execute("DELETE FROM audit WHERE id = \(id)")
            try transaction.execute(
                "INSERT INTO audit (id, act, at, actor_kind, assurance, verb) SELECT -3, act, at, actor_kind, assurance, verb FROM audit WHERE id = \(other)"
            )
            try transaction.execute("INSERT INTO unsealed (id) VALUES (-3)")
        case .changeSeal:
            try transaction.execute("UPDATE audit_seal SET at = at + \(change) WHERE id = \(seal)")
        case .deleteSeal: try transaction.execute("DELETE FROM audit_seal WHERE id = \(seal)")
        case .swapSeals:
            let next = seal == seals.count ? 1 : seal + 1
            try transaction.execute("UPDATE audit_seal SET id = 1000 WHERE id = \(seal)")
            try transaction.execute("UPDATE audit_seal SET id = \(seal) WHERE id = \(next)")
            try transaction.execute("UPDATE audit_seal SET id = \(next) WHERE id = 1000")
        case .cutTheEnd:
            // A chain cut clean: its entries are gone with their seals, and only the kept head tells.
            let cut = try transaction.all("SELECT members FROM audit_seal WHERE id >= \(seal)") { try $0["members"] as [UInt8] }
            for members in cut {
                for start in stride(from: 0, to: members.count, by: 8) {
                    let member = members[start..<start + 8].reduce(Int64(0)) { $0 << 8 | Int64($1) }
                    try transaction.execute("DELETE FROM audit WHERE id = \(member)")
                }
            }
            try transaction.execute("DELETE FROM audit_seal WHERE id >= \(seal)")
        case .dropMember:
            try transaction.execute("UPDATE audit_seal SET entries = entries - 1, members = substr(members, 9) WHERE id = \(seal)")
        }
    }
}
