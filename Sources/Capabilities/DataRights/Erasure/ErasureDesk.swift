import Civic
import Ports
import Storage

/// Erases persons, or what one activity keeps of them: at the end of a term, on request, and again after a restore. Always the same way: every
/// room erases what it keeps, then the person's links and key go, in one act.
public struct ErasureDesk: Sendable {
    /// The part that stands for the whole person.
    public static let wholePerson = "person"

    let database: Database
    let clock: Clock
    let register: ProcessingRegister
    let people: PeopleDesk
    let requests: RequestStore
    let store = ErasureStore()
    private let held: [HeldData]
    /// By the audit: a job of the house.
    static let actor = Actor(.system(Self.job), assurance: .verified)
    private static let job: Int64 = 21_719

    public init(_ database: Database, keyring: Keyring, clock: Clock, register: ProcessingRegister, held: [HeldData]) {
        self.database = database
        self.clock = clock
        self.register = register
        self.held = held
        people = PeopleDesk(keyring: keyring)
        requests = RequestStore(keyring: keyring)
    }

    /// In one act; gives back how many rows were touched. Nothing when the person was erased before, or there is nothing of that part.
    func erase(_ person: PersonID, part: String, _ transaction: Transaction) throws -> Int {
        guard let known = try people.person(person, transaction), !known.isErased else { return 0 }
        let isWhole = part == Self.wholePerson
        let names = register.activity(part)?.holds ?? []
        let touched = try held.filter { isWhole || names.contains($0.name) }.reduce(0) { try $0 + $1.erase(person, transaction) }
        if isWhole {
            try people.erase(person, by: Self.actor, transaction)
        } else if touched > 0 {
            try transaction.record(Event("person.partErased", subject: person), by: Self.actor)
        } else {
            return 0
        }
        try store.insert(person, part, transaction)
        return touched + (isWhole ? 1 : 0)
    }

    /// Everything that was erased after a moment: what a copy of that moment would bring back.
    public static func erasures(after moment: Instant, in database: Database, keyring: Keyring) async throws -> [Erasure] {
        let whole = try await database.read { try PeopleDesk(keyring: keyring).erased(after: moment, $0) }
        // A database of before this record has persons alone.
        let parts = (try? await database.read { try ErasureStore().after(moment, $0) }) ?? []
        return parts.filter { $0.part != wholePerson }.map { Erasure(person: $0.person, part: $0.part, at: $0.at) }
            + whole.map { Erasure(person: $0.person, part: wholePerson, at: $0.at) }
    }

    /// Does again what a restored copy does not know, and gives back how many persons or parts there were.
    public func reapply(_ erasures: [Erasure]) async throws -> Int {
        var done = 0
        for erasure in erasures {
            done += try await database.write { try erase(erasure.person, part: erasure.part, $0) } > 0 ? 1 : 0
        }
        return done
    }

    /// A person, or a part of what was kept of them, by ids alone.
    public struct Erasure: Sendable, Hashable {
        public let person: PersonID
        public let part: String
        public let at: Instant

        public init(person: PersonID, part: String, at: Instant) {
            self.person = person
            self.part = part
            self.at = at
        }
    }
}
