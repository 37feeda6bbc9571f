import HTTPTypes
import Markup

/// What a page says, before the layout puts the house around it.
public struct Page: Sendable {
    /// The heading of the tab and of search results, without the name of the site.
    public var title: String
    /// One sentence for search results and previews.
    public var summary: String?
    /// The path that this page is found at, without a language, when there is one true one: `/fichas/102077-pension-garantizada-universal`.
    public var path: String?
    /// The way here from the home, without the page itself.
    public var trail: [Link]
    /// The content of `<main>`, with its own `<h1>`.
    public var main: HTML
    public var status: HTTPResponse.Status
    /// Addresses of our own modules that make this page better.
    public var scripts: [String]
    /// Addresses of our own styles that this page needs besides the site's.
    public var stylesheets: [String]
    /// What the page says to machines, as JSON-LD.
    public var data: [JSON] = []
    /// The same in other forms.
    public var alternates: [Alternate] = []
    /// The ways within the part of the site that the page belongs to, with the addresses of its language, the last of which
    /// leads out of it: a second row under the header.
    public var within: [Link] = []
    /// Whether those stand in the header, in place of the site's own: where people work all day.
    public var isApart = false
    /// Whether it is meant for paper: without navigation, and not for search engines, which have the page that it is made of.
    public var isPaper = false
    /// Whether a form on it must be mended: its title says so before anything else.
    var isRefused = false
    /// Where it is found without an address of its own: what was asked for, in no language. The other languages are found by it.
    var place: String?
    /// Whether it is for somebody who asked for large letters.
    var isLarge = false
    /// Whether the page's own scripts may ask the browser where it is. Everywhere else it is forbidden.
    public var asksForPosition = false

    public init(
        title: String, summary: String? = nil, path: String? = nil, trail: [Link] = [], status: HTTPResponse.Status = .ok,
        scripts: [String] = [], stylesheets: [String] = [], main: HTML
    ) {
        self.title = title
        self.summary = summary
        self.path = path
        self.trail = trail
        self.main = main
        self.status = status
        self.scripts = scripts
        self.stylesheets = stylesheets
    }

    /// The page with the status that the form on it asks for: 422 when something in it must be mended (RFC 9110 section 15.5.21).
    public func answering(_ filling: Filling) -> Page {
        var copy = self
        if filling.isRefused { (copy.status, copy.isRefused) = (.unprocessableContent, true) }
        return copy
    }
}

/// What a page shows, in another form: a feed, a graph, a calendar.
public struct Alternate: Sendable, Hashable {
    /// The media type of the form: `application/rss+xml`.
    public let type: String
    public let address: String
    public let title: String

    public init(_ type: String, _ address: String, title: String) {
        self.type = type
        self.address = address
        self.title = title
    }
}

/// A place to go, with its words.
public struct Link: Sendable, Hashable {
    public let address: String
    public let words: String

    public init(_ address: String, _ words: String) {
        self.address = address
        self.words = words
    }
}
