import Civic
import Hummingbird
import Web

/// What people read of the open data, in each language: what there is, and what changed.
public struct DeveloperPages: Sendable {
    private let pages: Pages
    private let shelf: OpenDataShelf
    private let script: String

    /// `script` is the program of the documentation that loads all sheets.
    public init(_ pages: Pages, shelf: OpenDataShelf, script: String) {
        self.pages = pages
        self.shelf = shelf
        self.script = script
    }

    public func mount(on router: PageRoutes) {
        router.get("/datos") { request, context in
            try await pages.show(request, context, topics: []) {
                OpenDataView(texts: pages.texts, script: script, base: shelf.base).page
            }
        }
        router.get("/cambios") { request, context in
            try await pages.show(request, context, topics: OpenDataShelf.topics) {
                ChangesView(texts: pages.texts, source: pages.source, changes: try await shelf.desk.catalogue().changes).page
            }
        }
    }
}
