/// What a browser made of a page: what it fetched, and what stood there with scripts and without.
public struct PageReading: Sendable, Equatable {
    /// One thing that was fetched.
    public struct Request: Sendable, Equatable {
        public var address: String
        public var status: Int?
        /// On the wire, head and body.
        public var bytes: Int
        /// Whether it was there before the page said that it was ready.
        public var isFirstView: Bool
    }

    public var address: String
    public var requests: [Request]
    public var scripted: Outline
    /// The same page in a browser that runs no scripts.
    public var plain: Outline

    /// The status of the page itself; nil when nothing came.
    public var status: Int? { requests.first?.status }

    public init(address: String, requests: [Request], scripted: Outline, plain: Outline) {
        self.address = address
        self.requests = requests
        self.scripted = scripted
        self.plain = plain
    }
}

/// What stands on a page, as `inspect.js` reports it.
public struct Outline: Sendable, Equatable, Codable {
    public struct Contrast: Sendable, Equatable, Codable {
        /// The first words.
        public var text: String
        public var ratio: Double
        /// What WCAG 2.2 asks of a text of its size (1.4.3).
        public var needed: Double
        public var colour: String
        public var background: String
    }

    public var title = ""
    public var lang = ""
    /// Characters of visible text.
    public var text = 0
    /// Levels, in their order.
    public var headings: [Int] = []
    /// Fields to fill in, and the names of those without a label.
    public var fields = 0
    public var unlabelled: [String] = []
    /// Pictures that say nothing to whoever doesn't see them.
    public var silent: [String] = []
    public var contrasts: [Contrast] = []
    /// Texts over a picture, whose contrast nobody can compute.
    public var unmeasured = 0

    public init() {}
}
