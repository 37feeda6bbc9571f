import Civic
import Markup

/// A component as the kit shows it: live, with the markup of the very same value, when to use it and how it is used without eyes or
/// mouse.
struct Exhibit: Sendable {
    let id: String
    let title: TextKey
    let use: TextKey
    let avoid: TextKey
    let access: TextKey
    let specimen: HTML
}

/// The components of one page of the kit.
struct Family: Sendable {
    let slug: String
    let title: TextKey
    let summary: TextKey
    let exhibits: [Exhibit]

    var path: String { "/kit/" + slug }

    /// In the order in which one builds a page.
    static func all(_ texts: Texts) -> [Family] {
        [.moving(texts), .forms(texts), .messages(texts), .showing(texts), .progress(texts)]
    }
}
