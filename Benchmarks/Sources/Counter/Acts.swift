import Civic
import Hummingbird
import Logging
import Storage
import Synchronization
import Web

/// The acts that are measured, each a route.
final class Acts: Sendable {
    let worker: Worker
    private let database: Database
    private let disclosures: DisclosureDesk
    private let people: PeopleDesk
    private let done = Tally()
    private let rosa: PersonID

    private static let agent = Actor(
        .system(9), assurance: .verified, roles: [Role("counter", [.readPersons])], scope: Scope(sensitivities: [.ordinary]))
    private static let nothing: Job.Kind = "nothing"

    init(_ database: Database, keyring: Keyring, log: Logger) async throws {
        let people = PeopleDesk(keyring: keyring)
        self.database = database
        self.people = people
        disclosures = DisclosureDesk(database, keyring: keyring)
        rosa = try await database.write { transaction in
            let name = PersonName(given: "Rosa", first: "Soto")
            return try people.register(Registration(name: name, birth: Day(iso: "1951-02-28")), by: Self.agent, transaction)
        }
        let done = done
        worker = Worker(database, keyring: keyring, works: [Self.nothing: { _ in done.add() }], log: log)
    }

    private final class Tally: Sendable {
        private let number = Mutex(0)
        var count: Int { number.withLock { $0 } }
        func add() { number.withLock { $0 += 1 } }
    }

    func mount(on router: WebRouter) {
        // A row of one's own: what every other act is held against.
        router.post("/acts") { [self] _, _ in
            try await database.write { transaction in
                try transaction.execute(
                    "INSERT INTO mark (id, at, word) VALUES (\(try transaction.newID()), \(transaction.now), \("one of many"))")
            }
            return "done"
        }
        // The same row, and the contact and the audit's entry that every act of the product leaves.
        router.post("/records") { [self] _, _ in
            try await database.write { transaction in
                try transaction.execute(
                    "INSERT INTO mark (id, at, word) VALUES (\(try transaction.newID()), \(transaction.now), \("one of many"))")
                try transaction.record(Event("counter.marked", contact: Interaction(.page, .web, .transaction)), by: Self.agent)
            }
            return "done"
        }
        // A trace that is committed, then the name of a person opened under it.
        router.post("/disclosures") { [self] _, _ in
            let disclosure = try await disclosures.open([.name], of: [rosa], for: "measurement", by: Self.agent)
            let (people, rosa) = (people, rosa)
            guard let name = try await database.read({ try people.person(rosa, $0)?.name }) else { throw Failure.notFound }
            return "\(try disclosure.open(name).count)"
        }
        // A job that does nothing.
        router.post("/jobs") { [self] _, _ in
            try await database.write { _ = try $0.enqueue(Job(Self.nothing)) }
            return "made"
        }
        router.get("/jobs") { [self] _, _ in "\(done.count)" }
        router.post("/news") { [self] _, _ in
            try await database.write { $0.announce("mark") }
            return "told"
        }
    }
}
