import Storage

/// Who attends which queue of cases.
struct QueueStore: Sendable {
    func all(_ snapshot: Snapshot) throws -> [(owner: String, staff: Int64)] {
        try snapshot.all("SELECT owner, staff FROM procedure_queue ORDER BY owner, staff") { (try $0["owner"], try $0["staff"]) }
    }

    func set(_ owners: Set<String>, of staff: Int64, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM procedure_queue WHERE staff = \(staff)")
        for owner in owners.sorted() {
            let id = try transaction.newID()
            try transaction.execute(
                "INSERT INTO procedure_queue (id, owner, staff, since) VALUES (\(id), \(owner), \(staff), \(transaction.now))")
        }
    }
}
