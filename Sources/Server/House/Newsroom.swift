import Civic
import Hummingbird
import Portal
import Web

/// What open pages are told as it happens, and who watches for it.
struct Newsroom: Sendable {
    let status: Broadcast
    private let watch: StatusNews

    init(_ house: House) {
        let news = StatusNews(house.statusReport, house.database, clock: house.clock)
        status = Broadcast(StatusNews.topic, house.database, capacity: house.settings.limits.listeners, log: house.log) {
            await news.event()
        }
        watch = news
    }

    func mount(on router: WebRouter) {
        status.mount("/estado/vivo", on: router)
    }

    /// Until cancelled.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await status.run() }
            group.addTask { await watch.watch() }
        }
    }
}
