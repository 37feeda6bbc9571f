import Storage

extension LeaveDesk {
    /// Ends every leave to open this person, and every leave that this person holds, and gives back which: they may be resumed.
    public func suspendAll(of person: PersonID, by actor: Actor, _ transaction: Transaction) throws -> [Int64] {
        let open = try LeaveStore().open(about: person, transaction).map(\.id)
        try endAll(of: person, by: actor, transaction)
        return open
    }

    /// Goes on with leaves that were ended by mistake: each until the moment that it had.
    public func resume(_ leaves: [Int64], by actor: Actor, _ transaction: Transaction) throws {
        for leave in leaves {
            guard let subject = try LeaveStore().resume(leave, transaction) else { continue }
            try transaction.record(Event("leave.resumed", object: AuditEntry.Object("leave", leave), subject: subject), by: actor)
        }
    }
}
