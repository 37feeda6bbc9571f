import Civic
import Ports

extension OwnFigureDesk {
    /// Figures that agents contested and that wait for a decision.
    public var news: DeskNews {
        DeskNews { _, actor, texts in
            guard actor.maySomewhere(.overseeStations) else { return [] }
            let waiting = try await waiting(for: actor)
            return waiting == 0 ? [] : [DeskNews.Item(texts("ownFigures.news", count: waiting), path: "/mesa/supervision/cifras")]
        }
    }
}
