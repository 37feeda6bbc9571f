import Hummingbird
import Ports
import Web

/// The portal's own page: the home.
public struct HomePages: Sendable {
    private let pages: Pages
    private let shelves: TopicShelves

    public init(_ pages: Pages, shelves: TopicShelves) {
        self.pages = pages
        self.shelves = shelves
    }

    public func mount(on router: PageRoutes) {
        router.get("/") { request, context in
            try await pages.show(request, context, topics: shelves.topics) {
                let (groups, sheets) = try await shelves.now()
                return HomeView(texts: pages.texts, groups: groups, sheets: sheets).page
            }
        }
    }
}
