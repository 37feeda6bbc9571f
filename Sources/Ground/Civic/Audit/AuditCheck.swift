import Storage

/// Reads the whole audit against its seals.
public struct AuditCheck: Sendable {
    /// What it found.
    public struct Report: Sendable, Equatable {
        /// One sentence each; empty when everything is as it was sealed.
        public var faults: [String] = []
        public var seals = 0
        public var entries = 0
        public var unsealed = 0
        /// The head of the last seal, to be kept outside; nil when there is none.
        public var head: String?
    }

    let database: Database
    private let keyring: Keyring
    private let store = AuditStore()

    public init(_ database: Database, keyring: Keyring) {
        self.database = database
        self.keyring = keyring
    }

    /// Every fault of the chain. `anchor` is a head that was kept: it must be that of some seal, so that a chain cut short before it, or
    /// made anew, shows.
    public func run(anchor: String? = nil) async throws -> Report {
        try await database.read { try report(on: $0, anchor: anchor) }
    }

    /// The same on a snapshot that is open already.
    public func report(on snapshot: Snapshot, anchor: String? = nil) throws -> Report {
        var report = Report()
        var last: Seal?
        var isAnchored = anchor == nil
        while true {
            let seals = try store.seals(after: last?.number ?? 0, limit: 100, snapshot)
            if seals.isEmpty { break }
            for seal in seals {
                try check(seal, after: last, &report, snapshot)
                if seal.headText == anchor?.lowercased() { isAnchored = true }
                report.seals += 1
                report.entries += seal.members.count
                last = seal
            }
        }
        let counts = try store.counts(snapshot)
        report.unsealed = counts.unsealed
        if counts.entries != report.entries + counts.unsealed {
            report.faults.append(
                "the audit has \(counts.entries) entries; \(report.entries) are sealed and \(counts.unsealed) wait to be")
        }
        if let anchor, !isAnchored {
            report.faults.append("no seal has the head \(anchor): the end of the chain was cut, or it was made anew")
        }
        report.head = last?.headText
        return report
    }

    private func check(_ seal: Seal, after last: Seal?, _ report: inout Report, _ snapshot: Snapshot) throws {
        if seal.number != (last?.number ?? 0) + 1 || seal.previous != (last?.head ?? Seal.origin) {
            report.faults.append("seal \(seal.number) does not follow the one before it: a seal is missing, or in another place")
        }
        let entries = try store.sealable(seal.members, snapshot)
        if entries.count != seal.members.count {
            report.faults.append("seal \(seal.number) covers \(seal.members.count) entries, and \(entries.count) are there")
        } else if !seal.holds(entries, keyring: keyring) {
            report.faults.append("what seal \(seal.number) covers is not what was sealed, or its key is not among the keys given")
        }
    }
}
