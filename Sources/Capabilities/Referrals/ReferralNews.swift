import Civic
import Ports
import Storage

extension ReferralDesk {
    /// How many wait to be taken by this actor.
    public func waitingCount(for actor: Actor) async throws -> Int {
        let trays = try Self.trays(of: actor)
        return try await database.read { try store.count(trays.mine, $0).count }
    }

    /// What waits in the trays that somebody oversees.
    public var wait: DeskWait {
        DeskWait(title: "referrals.title", path: "/mesa/derivaciones", permission: .moveReferrals) { actor in
            let tray = try Self.sorted(by: actor)
            return try await database.read { try store.count(tray, $0) }
        }
    }

    /// What came to one's trays meanwhile, and what one took and did not end.
    public var news: DeskNews {
        DeskNews { moment, actor, texts in
            guard let trays = try? Self.trays(of: actor) else { return [] }
            let (new, held) = try await database.read {
                (try store.count(trays.mine, since: moment, $0).count, try store.count(trays.held, $0).count)
            }
            let path = "/mesa/derivaciones"
            return (new > 0 ? [DeskNews.Item(texts("referrals.news.new", count: new), path: path)] : [])
                + (held > 0 ? [DeskNews.Item(texts("referrals.news.held", count: held), path: path)] : [])
        }
    }
}
