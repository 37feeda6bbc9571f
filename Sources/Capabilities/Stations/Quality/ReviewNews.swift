import Civic
import Ports

extension ReviewDesk {
    /// Attentions of one's own that were looked at meanwhile, and those of others that wait for an answer.
    public var news: DeskNews {
        DeskNews { moment, actor, texts in
            var items: [DeskNews.Item] = []
            if actor.maySomewhere(.openStation) {
                let looks = try await own(actor).count { $0.review.drawn >= moment }
                if looks > 0 { items.append(.init(texts("quality.news.own", count: looks), path: "/mesa/puesto/revisiones")) }
            }
            if actor.maySomewhere(.overseeStations) {
                let contested = try await contested(by: actor).count
                if contested > 0 {
                    items.append(.init(texts("quality.news.contested", count: contested), path: "/mesa/supervision/calidad"))
                }
            }
            return items
        }
    }
}
