import Storage

extension PeopleDesk {
    /// Who looked at the person's data or changed it, the newest first. `before` is the id of the last line that was read already; `verb`
    /// leaves out all others.
    public func traces(
        of person: PersonID, before: Int64? = nil, verb: AuditEntry.Verb? = nil, limit: Int, _ snapshot: Snapshot
    ) throws -> [Trace] {
        try TraceStore().traces(of: person, TraceFilter(verb: verb), before: before, limit: limit, snapshot)
    }

    /// The same by a filter, after leaving out `offset` lines.
    public func traces(
        of person: PersonID, _ filter: TraceFilter, before: Int64? = nil, offset: Int = 0, limit: Int, _ snapshot: Snapshot
    ) throws -> [Trace] {
        try TraceStore().traces(of: person, filter, before: before, offset: offset, limit: limit, snapshot)
    }

    /// One line of the person's trace; nil when it is somebody else's, or nobody's.
    public func trace(_ id: Int64, of person: PersonID, _ snapshot: Snapshot) throws -> Trace? {
        try TraceStore().trace(id, of: person, snapshot)
    }

    /// How many lines a filter has.
    public func traceCount(of person: PersonID, _ filter: TraceFilter, _ snapshot: Snapshot) throws -> Int {
        try TraceStore().count(of: person, filter, snapshot)
    }

    /// Since when this installation writes traces; nil before its first act.
    public func tracesBegan(_ snapshot: Snapshot) throws -> Instant? {
        try TraceStore().beginning(snapshot)
    }
}
