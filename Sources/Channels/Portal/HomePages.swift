import Hummingbird
import Ports
import Web

/// The portal's own page: the home.
public struct HomePages: Sendable {
    private let pages: Pages
    private let shelves: HomeShelves

    public init(_ pages: Pages, shelves: HomeShelves) {
        self.pages = pages
        self.shelves = shelves
    }

    public func mount(on router: PageRoutes) {
        router.get("/") { request, context in
            try await pages.show(request, context, topics: shelves.topics) {
                HomeView(texts: pages.texts, shelves: try await shelves.now()).page
            }
        }
    }
}
