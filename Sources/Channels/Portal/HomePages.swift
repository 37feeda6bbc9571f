import Hummingbird
import Ports
import Web

/// The portal's own page: the home.
public struct HomePages: Sendable {
    private let pages: Pages
    private let shelves: TopicShelves
    private let script: String?

    /// `script` is the address of the module that suggests while one types.
    public init(_ pages: Pages, shelves: TopicShelves, script: String? = nil) {
        self.pages = pages
        self.shelves = shelves
        self.script = script
    }

    public func mount(on router: PageRoutes) {
        router.get("/") { request, context in
            try await pages.show(request, context, topics: shelves.topics) {
                let (groups, sheets) = try await shelves.now()
                return HomeView(texts: pages.texts, groups: groups, sheets: sheets, script: script).page
            }
        }
    }
}
