import Hummingbird
import Ports
import Web

/// The portal's own page: the home.
public struct HomePages: Sendable {
    private let pages: Pages
    private let shelves: HomeShelves
    private let script: String?

    /// `script` is the address of the module that suggests while one types.
    public init(_ pages: Pages, shelves: HomeShelves, script: String? = nil) {
        self.pages = pages
        self.shelves = shelves
        self.script = script
    }

    public func mount(on router: PageRoutes) {
        router.get("/") { request, context in
            try await pages.show(request, context, topics: shelves.topics) {
                HomeView(texts: pages.texts, shelves: try await shelves.now(), script: script).page
            }
        }
    }
}
