import Civic
import Storage

/// Takes what the family register delivers. A delivery that is loaded again, or after it stopped half way, changes nothing twice.
public struct FamilyLoad: Sendable {
    /// What a load did, in numbers alone.
    public struct Report: Sendable, Hashable {
        public internal(set) var told = 0
        public internal(set) var unchanged = 0
        public internal(set) var barred = 0
        public internal(set) var restored = 0
        /// Children whom the house did not know.
        public internal(set) var registered = 0
        /// Lines whose parent the house does not know: nothing is kept of persons who never came.
        public internal(set) var unknown = 0
        public internal(set) var rejects: [Reject] = []
    }

    /// A line that was not taken, and what is wrong with it. It names nobody.
    public struct Reject: Sendable, Hashable {
        public let line: Int
        public let problem: String
    }

    private static let actor = Actor(.system(7), assurance: .verified)
    private static let batch = 100

    private let database: Database
    private let people: PeopleDesk
    private let numbers: VerifiedNumbers
    private let family: FamilyDesk
    private let clock: Clock

    public init(_ database: Database, keyring: Keyring, family: FamilyDesk, clock: Clock) {
        self.database = database
        people = PeopleDesk(keyring: keyring)
        numbers = VerifiedNumbers(keyring: keyring)
        self.family = family
        self.clock = clock
    }

    /// Loads the text of a delivery, which `source` names. When it is only tried, nothing stays written. Throws `FamilyFileFault`.
    public func load(csv text: String, source: String, isTried: Bool = false) async throws -> Report {
        let file = try FamilyFile(csv: text, today: clock.today)
        var report = Report()
        report.rejects = file.rejects
        if isTried {
            let before = report
            do {
                return try await database.write { transaction in throw Tried(try take(file.ties[...], source, before, transaction)) }
            } catch let tried as Tried {
                return tried.report
            }
        }
        for start in stride(from: 0, to: file.ties.count, by: Self.batch) {
            let (part, before) = (file.ties[start..<min(start + Self.batch, file.ties.count)], report)
            report = try await database.write { try take(part, source, before, $0) }
        }
        report.rejects.sort { $0.line < $1.line }
        return report
    }

    /// Takes everything back that was written to see what a load would do.
    private struct Tried: Error {
        let report: Report

        init(_ report: Report) { self.report = report }
    }

    private func take(
        _ ties: ArraySlice<FamilyFile.Tie>, _ source: String, _ before: Report, _ transaction: Transaction
    ) throws -> Report {
        var report = before
        for tie in ties {
            guard let parent = try holder(tie.parent, transaction) else {
                report.unknown += 1
                continue
            }
            let known = try holder(tie.child, transaction)
            let child = try known ?? register(tie, source, transaction)
            if known == nil { report.registered += 1 }
            guard child != parent else {
                report.rejects.append(Reject(line: tie.line, problem: "the child and the parent are one person here"))
                continue
            }
            let isNew = try family.tell(child, bornOn: tie.birth, of: parent, source: source, by: Self.actor, transaction)
            if isNew { report.told += 1 } else { report.unchanged += 1 }
            switch tie.court {
            case .silent: break
            case .barred: report.barred += try family.bar(child, from: parent, by: Self.actor, transaction) ? 1 : 0
            case .restored: report.restored += try family.restore(child, to: parent, by: Self.actor, transaction) ? 1 : 0
            }
        }
        return report
    }

    /// Whoever the number was verified for: to have said it is not enough to be somebody's parent.
    private func holder(_ run: RUN, _ snapshot: Snapshot) throws -> PersonID? {
        try numbers.hasHolder(.run(run), snapshot) ? people.find(.run(run), snapshot).first : nil
    }

    private func register(_ tie: FamilyFile.Tie, _ source: String, _ transaction: Transaction) throws -> PersonID {
        let child = try people.register(Registration(name: tie.name, birth: tie.birth), by: Self.actor, transaction)
        try people.add(.run(tie.child), to: child, evidence: source, by: Self.actor, transaction)
        return child
    }
}
