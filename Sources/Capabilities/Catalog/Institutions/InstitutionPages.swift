import Civic
import Hummingbird
import Web

/// `/instituciones`: who answers for what.
public struct InstitutionPages: Sendable {
    private let pages: Pages
    private let desk: SheetDesk

    public init(_ pages: Pages, desk: SheetDesk) {
        self.pages = pages
        self.desk = desk
    }

    public func mount(on router: PageRoutes) {
        router.get("/instituciones") { request, context in
            try await pages.show(request, context, topics: [SheetDesk.topic]) {
                InstitutionViews(texts: pages.texts).index(try await desk.institutions())
            }
        }
        router.get("/instituciones/:institution") { request, context in
            let key = try context.parameters.require("institution").prefix { $0 != "-" }
            let path = request.uri.path
            do {
                return try await pages.show(request, context, topics: [SheetDesk.topic]) {
                    guard let found = try await desk.institution(String(key)), !found.sheets.isEmpty else { throw Failure.notFound }
                    let address = pages.texts.address(found.institution.path)
                    guard address == path else { throw SheetPages.OtherAddress(path: address) }
                    return InstitutionViews(texts: pages.texts).shelf(found.institution, found.sheets)
                }
            } catch let other as SheetPages.OtherAddress {
                return .redirect(to: other.path, type: .permanent)
            }
        }
    }
}

extension Institution {
    /// `/instituciones/ips-instituto-de-prevision-social`
    var path: String { "/instituciones/" + ([key.lowercased()] + name.foldedWords).joined(separator: "-") }
}
