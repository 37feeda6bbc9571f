import Civic
import Ports
import Storage

/// Filing for a person at a counter or on the telephone, known by the number that they say.
public struct CounterDesk: Sendable {
    private let requests: RequestDesk
    private let people: PeopleDesk

    public init(_ requests: RequestDesk, keyring: Keyring) {
        self.requests = requests
        people = PeopleDesk(keyring: keyring)
    }

    /// Files it. When the person is proven to be present at this very contact of the agent it comes from them; otherwise it waits until they
    /// show who they are. The answer is the same whether or not anybody of that number was known.
    func file(
        _ right: Right, _ purposes: [String], _ words: String?, of run: RUN, at interaction: InteractionID?, language: String,
        once: OnceKey, by actor: Actor, agent: Int64
    ) async throws -> RequestDesk.Receipt {
        guard actor.maySomewhere(.fileRights) else { throw Forbidden() }
        return try await requests.database.write(once: once) { transaction in
            if let attended = try interaction.flatMap({
                try InteractionDesk().attendance($0, of: agent, at: Instant(milliseconds: transaction.now), transaction)
            }) {
                try actor.must(.fileRights, Scope.Target(point: attended.contact.point))
            }
            let person = try person(run, by: actor, transaction)
            let isPresent =
                try interaction.map {
                    try InteractionDesk().isPresent(person, at: $0, with: agent, now: Instant(milliseconds: transaction.now), transaction)
                } ?? false
            let filed = try requests.file(
                NewRequest(
                    subject: person, right: right, purposes: purposes, words: words, isShown: isPresent, language: language,
                    filedBy: agent), within: isPresent ? interaction : nil, by: actor, transaction)
            return RequestDesk.Receipt(code: filed.code.plain)
        }
    }

    /// A receipt again: no more than whoever holds the code was given.
    func receipt(_ code: CheckedCode, by actor: Actor) async throws -> RightsRequest {
        try actor.must(.fileRights)
        return try await requests.database.read { try requests.known(code, $0) }
    }

    /// Nobody is refused for not being known: they are registered with the number as they said it.
    private func person(_ run: RUN, by actor: Actor, _ transaction: Transaction) throws -> PersonID {
        if let known = try people.find(.run(run), transaction).first { return known }
        let person = try people.register(Registration(), by: actor, transaction)
        try people.add(.run(run), to: person, by: actor, transaction)
        return person
    }
}
