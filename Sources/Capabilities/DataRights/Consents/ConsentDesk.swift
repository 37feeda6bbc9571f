import Civic
import Ports
import Storage

/// Where a person says yes and takes it back.
public struct ConsentDesk: Sendable {
    /// What needs a yes, by the activity of the register.
    enum Purpose: String, CaseIterable, Sendable {
        case offers = "ofertas"

        var title: TextKey {
            switch self {
            case .offers: "consents.offers"
            }
        }

        /// The words that are said yes to, just as they stand.
        var words: TextKey {
            switch self {
            case .offers: "consents.offers.words"
            }
        }
    }

    let database: Database
    let store = ConsentStore()
    private let blocks = BlockStore()

    public init(_ database: Database) { self.database = database }

    func give(_ purpose: Purpose, _ texts: Texts, once: OnceKey, by actor: Actor, _ person: PersonID) async throws {
        let words = texts[purpose.words]
        _ = try await database.write(once: once) { transaction in
            guard try store.give(purpose.rawValue, words: words, language: texts.language, by: person, transaction) else { return false }
            try transaction.record(Event("consent.given", subject: person), by: actor)
            return true
        }
    }

    func withdraw(_ purpose: Purpose, once: OnceKey, by actor: Actor, _ person: PersonID) async throws {
        _ = try await database.write(once: once) { transaction in
            guard try store.withdraw(purpose.rawValue, of: person, transaction) else { return false }
            try transaction.record(Event("consent.withdrawn", subject: person), by: actor)
            return true
        }
    }

    /// A yes that stands, for a purpose that does not rest.
    public func isGiven(_ person: PersonID, _ purpose: String, _ snapshot: Snapshot) throws -> Bool {
        try store.isGiven(person, purpose, snapshot) && !blocks.isBlocked(person, purpose, snapshot)
    }

    /// Those who said yes and whose use does not rest, by their number, after one of them.
    public func given(_ purpose: String, after: Int64, limit: Int, _ snapshot: Snapshot) throws -> [PersonID] {
        try store.given(purpose, after: after, limit: limit, snapshot).filter { try !blocks.isBlocked($0, purpose, snapshot) }
    }
}
