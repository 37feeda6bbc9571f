import Civic
import Markup

/// Every page that a search engine may show, in each language, with where it stands in the others (sitemaps.org 0.9; the links are
/// Google's extension with `xhtml:link`).
struct Sitemap {
    let base: String
    let languages: [Texts]

    /// A page: its path without a language, and the day on which it changed, when that is known.
    struct Entry: Hashable {
        let path: String
        var changed: Day?
    }

    func document(_ entries: [Entry]) -> [UInt8] {
        XML(
            "urlset",
            ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9", "xmlns:xhtml": "http://www.w3.org/1999/xhtml"],
            entries.flatMap { entry in languages.map { url(entry, in: $0) } }
        ).document
    }

    private func url(_ entry: Entry, in texts: Texts) -> XML {
        XML("url", [:], [XML("loc", text: base + texts.address(entry.path)), entry.changed.map { XML("lastmod", text: $0.iso) }])
            .with(languages.count > 1 ? links(entry) : [])
    }

    private func links(_ entry: Entry) -> [XML] {
        let all = languages.map { ($0.language, $0.address(entry.path)) } + [("x-default", entry.path)]
        return all.map { XML("xhtml:link", ["rel": "alternate", "hreflang": $0.0, "href": base + $0.1]) }
    }
}

extension OpenCatalogue {
    /// The pages of the catalogue. Its lists changed when the last of their sheets did.
    var pages: [Sitemap.Entry] {
        func last(_ sheets: [SheetReading]) -> Day? { sheets.map(\.sheet.checked).max() }
        let topics = groups.flatMap { group -> [Sitemap.Entry] in
            let slugs = Set(group.topics.map(\.slug))
            return [.init(path: "/temas/\(group.slug)", changed: last(sheets.filter { !slugs.isDisjoint(with: $0.sheet.topics) }))]
                + group.topics.map { topic in
                    .init(path: "/temas/\(topic.slug)", changed: last(sheets.filter { $0.sheet.topics.contains(topic.slug) }))
                }
        }
        let lists = [Sitemap.Entry(path: "/temas", changed: last(sheets)), .init(path: "/momentos"), .init(path: "/instituciones")]
        return lists + topics + lifeEvents.map { .init(path: $0.path) }
            + institutions.map { .init(path: $0.path, changed: last(sheets(of: $0.key))) }
            + sheets.map { .init(path: $0.sheet.path, changed: $0.sheet.checked) } + [.init(path: "/lugares")]
            + territory.regions.map { .init(path: $0.path) } + territory.communes.map { .init(path: $0.path) }
            + points.map { .init(path: $0.path) }
    }
}
