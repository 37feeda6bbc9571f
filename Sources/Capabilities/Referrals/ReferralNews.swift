import Civic
import Ports

extension ReferralDesk {
    /// How many wait to be taken by this actor; nil when none does.
    public func waitingCount(for actor: Actor) async throws -> Int? {
        let count = try await tray(of: actor).count { $0.referral.holder == nil }
        return count == 0 ? nil : count
    }

    /// What waits in the trays that somebody oversees.
    public var wait: DeskWait {
        DeskWait(title: "referrals.title", path: "/mesa/derivaciones", permission: .moveReferrals) { actor in
            let waiting = try await waiting(for: actor)
            return (waiting.count, waiting.map(\.referral.made).min())
        }
    }

    /// What came to one's trays meanwhile, and what one took and did not end.
    public var news: DeskNews {
        DeskNews { moment, actor, texts in
            guard case .staff(let staff) = actor.identity, actor.maySomewhere(.takeReferrals) else { return [] }
            let tray = try await tray(of: actor)
            let (new, held) = (
                tray.count { $0.referral.holder == nil && $0.referral.made >= moment }, tray.count { $0.referral.holder == staff }
            )
            let path = "/mesa/derivaciones"
            return (new > 0 ? [DeskNews.Item(texts("referrals.news.new", count: new), path: path)] : [])
                + (held > 0 ? [DeskNews.Item(texts("referrals.news.held", count: held), path: path)] : [])
        }
    }
}
