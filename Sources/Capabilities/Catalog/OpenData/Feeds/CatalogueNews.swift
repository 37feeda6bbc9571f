import Civic
import Ports

extension OpenDataDesk {
    /// What changed in the catalogue while somebody of the staff was away: amounts one by one, many sheets as a number.
    nonisolated public var news: DeskNews {
        DeskNews { moment, _, texts in
            let first = Day(of: moment)
            let changes = try await self.catalogue().changes.filter { $0.day >= first }
            let amounts = changes.filter(\.isAmount).map { change in
                DeskNews.Item("\(change.title): \(change.sentence(texts))", path: change.path)
            }
            let revised = changes.filter { !$0.isAmount }
            let sheets =
                revised.count > 5
                ? [DeskNews.Item(texts("changes.revised.count", count: revised.count), path: "/cambios")]
                : revised.map { DeskNews.Item("\($0.title): \(texts["changes.revised"])", path: $0.path) }
            return Array((amounts + sheets).prefix(12))
        }
    }
}
